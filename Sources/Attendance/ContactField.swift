/// What can be corrected of a contact, in the order in which a desk asks for it.
public enum ContactField: String, CaseIterable, Hashable, Sendable {
  case name
  case relationship
  case phone
  case email
  case livesWith = "lives_with"
  case parentalResponsibility = "parental_responsibility"
  case mayContact = "may_contact"
  case language
  case safeTimes = "safe_times"
  case courtOrder = "court_order"
  case address

  /// The field as a desk names it.
  public var title: String {
    switch self {
    case .name: "Name"
    case .relationship: "Relationship"
    case .phone: "Telephone"
    case .email: "Email"
    case .livesWith: "Lives with (yes, no)"
    case .parentalResponsibility: "Parental responsibility (yes, no)"
    case .mayContact: "May be told (yes, no, dsl)"
    case .language: "Language"
    case .safeTimes: "Safe times"
    case .courtOrder: "Court order"
    case .address: "Address, where it is another"
    }
  }
}

extension Contact {
  /// What the field holds, as it is written.
  public subscript(field: ContactField) -> String {
    switch field {
    case .name: name
    case .relationship: relationship
    case .phone: phone
    case .email: email
    case .livesWith: Self.written(livesWith)
    case .parentalResponsibility: Self.written(parentalResponsibility)
    case .mayContact: mayContact.rawValue
    case .language: language
    case .safeTimes: safeTimes
    case .courtOrder: courtOrder
    case .address: address
    }
  }

  /// Writes the field; throws a refusal where the text cannot stand there.
  public mutating func set(_ field: ContactField, to text: String) throws(Refusal) {
    let text = text.split(separator: " ").joined(separator: " ")
    switch field {
    case .name:
      if text.isEmpty { throw .contactWithoutName }
      name = text
    case .relationship: relationship = text
    case .phone:
      if !text.isEmpty, text.count(where: \.isNumber) < 5 { throw .noTelephone(text) }
      phone = text
    case .email:
      if !text.isEmpty, !text.contains("@") || text.contains(" ") { throw .noEmail(text) }
      email = text
    case .livesWith: livesWith = try Self.yesOrNo(text)
    case .parentalResponsibility: parentalResponsibility = try Self.yesOrNo(text)
    case .mayContact:
      guard let permission = Permission(rawValue: text.lowercased()) else {
        throw .unknownPermission(text)
      }
      mayContact = permission
    case .language: language = text
    case .safeTimes: safeTimes = text
    case .courtOrder: courtOrder = text
    case .address: address = text
    }
  }

  /// Yes, no, or nothing where it is not recorded.
  private static func written(_ known: Bool?) -> String { known.map { $0 ? "yes" : "no" } ?? "" }

  private static func yesOrNo(_ text: String) throws(Refusal) -> Bool? {
    switch text.lowercased() {
    case "": return nil
    case "yes", "y": return true
    case "no", "n": return false
    default: throw .neitherYesNorNo(text)
    }
  }

  /// A new contact of the pupil, to be tried last.
  public static func new(of pupil: Pupil.ID, after contacts: [Contact]) -> Contact {
    Contact(pupil: pupil, priority: (contacts.map(\.priority).max() ?? 0) + 1, name: "")
  }

  /// The contacts with one more, or with one corrected: that which had the name before.
  public static func list(
    _ contacts: [Contact], with contact: Contact, inPlaceOf name: String
  ) throws(Refusal) -> [Contact] {
    if contact.name.isEmpty { throw .contactWithoutName }
    let others = contacts.filter { $0.name != name }
    if others.contains(where: { FoldedName($0.name) == FoldedName(contact.name) }) {
      throw .contactTwice(contact.name)
    }
    return (others + [contact]).sorted { ($0.priority, $0.name) < ($1.priority, $1.name) }
  }
}
