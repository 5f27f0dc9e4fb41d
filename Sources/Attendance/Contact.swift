/// A parent, carer or other adult the school may, or may not, speak to about a pupil.
public struct Contact: Hashable, Sendable {
  /// Whether the person may be told about an absence.
  public enum Permission: String, CaseIterable, Sendable {
    case yes
    case no
    /// Only through the designated safeguarding lead.
    case dsl
  }

  /// Who is called first: 1, then 2.
  public var priority: Int
  /// The person's name.
  public var name: String
  /// What they are to the pupil: `Mother`.
  public var relationship: String
  /// Telephone number, as written.
  public var phone: String
  /// E-mail address, as written.
  public var email: String
  /// Whether they hold parental responsibility, or nil where it is not known.
  public var parentalResponsibility: Bool?
  /// Whether the pupil normally lives with them, or nil where it is not known.
  public var livesWith: Bool?
  /// Whether they may be told about an absence.
  public var mayContact: Permission
  /// What a court has ordered about contact, or empty.
  public var courtOrder: String
  /// The language to speak, or empty.
  public var language: String
  /// When it is safe to call, or empty.
  public var safeTimes: String

  /// A contact with these details.
  public init(
    priority: Int, name: String, relationship: String = "", phone: String = "",
    email: String = "", parentalResponsibility: Bool? = nil, livesWith: Bool? = nil,
    mayContact: Permission = .yes, courtOrder: String = "", language: String = "",
    safeTimes: String = ""
  ) {
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
  }
}
