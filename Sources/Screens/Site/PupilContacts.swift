public import Attendance
public import Policies

/// Whom the school may reach about a pupil, as far as the person may see it.
public struct PupilContacts: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The group the pupil is registered in.
  public let group: String
  /// The contacts, first to be called first; those who may not be told are here only for somebody
  /// who may change them (U6).
  public let contacts: [Contact]
  /// Siblings in school, by name and group.
  public let siblings: [String]
  /// How many contacts the policy asks for.
  public let atLeast: Int
  /// What the pupil is to the person.
  public let relations: Set<Reach>

  /// The contacts of that pupil.
  public init(
    pupil: Pupil, group: String, contacts: [Contact], siblings: [String] = [], atLeast: Int,
    relations: Set<Reach> = []
  ) {
    self.pupil = pupil
    self.group = group
    self.contacts = contacts
    self.siblings = siblings
    self.atLeast = atLeast
    self.relations = relations
  }

  /// How many there are who may be told something.
  var usable: Int { contacts.count { $0.mayContact != .no } }

  /// That there are fewer than the policy asks for, or nil where there are not.
  public var tooFew: String? {
    usable < atLeast
      ? "only \(usable) of the \(atLeast) contacts that the policy asks for; ask for another" : nil
  }

  /// What is to be said of them all.
  var summary: String {
    let few = tooFew ?? ""
    let family = siblings.isEmpty ? "" : "Siblings: \(siblings.joined(separator: ", "))"
    let words = [few, family].filter { !$0.isEmpty }
    return words.isEmpty ? "\(contacts.count) contacts" : words.joined(separator: ". ")
  }
}
