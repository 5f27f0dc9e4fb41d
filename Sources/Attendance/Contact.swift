/// Somebody to be reached about a pupil, and whether they may be.
public struct Contact: Hashable, Sendable {
  /// Whether the contact may be told anything.
  public enum Permission: String, CaseIterable, Sendable {
    case yes
    case no
    /// Only through the designated safeguarding lead.
    case dsl
  }

  /// Whose contact it is.
  public var pupil: Pupil.ID
  /// Who is tried first: 1 before 2.
  public var priority: Int
  /// The name.
  public var name: String
  /// What the contact is to the pupil: `mother`, `foster carer`.
  public var relationship: String
  /// The telephone number, as written.
  public var phone: String
  /// The email address.
  public var email: String
  /// Whether the contact has parental responsibility; nil where it is not recorded.
  public var parentalResponsibility: Bool?
  /// Whether the pupil lives with the contact; nil where it is not recorded.
  public var livesWith: Bool?
  /// Whether the contact may be told anything.
  public var mayContact: Permission
  /// What a court has ordered, or empty.
  public var courtOrder: String
  /// The language to speak, and whether an interpreter is needed.
  public var language: String
  /// When the contact may safely be rung, or empty for any time.
  public var safeTimes: String
  /// The contact's own address, or empty where it is the pupil's.
  public var address: String

  /// A contact with these details.
  public init(
    pupil: Pupil.ID, priority: Int, name: String, relationship: String = "", phone: String = "",
    email: String = "", parentalResponsibility: Bool? = nil, livesWith: Bool? = nil,
    mayContact: Permission = .yes, courtOrder: String = "", language: String = "",
    safeTimes: String = "", address: String = ""
  ) {
    self.pupil = pupil
    self.priority = priority
    self.name = name
    self.relationship = relationship
    self.phone = phone
    self.email = email
    self.parentalResponsibility = parentalResponsibility
    self.livesWith = livesWith
    self.mayContact = mayContact
    self.courtOrder = courtOrder
    self.language = language
    self.safeTimes = safeTimes
    self.address = address
  }
}
