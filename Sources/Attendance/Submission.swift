/// One act by one person, with all the entries it made.
public struct Submission: Hashable, Identifiable, Sendable {
  /// The number of a submission, in the order in which they were made.
  public struct ID: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int64

    /// The identifier with this number.
    public init(_ number: Int64) {
      self.number = number
    }

    /// Whether the first was made earlier.
    public static func < (earlier: ID, later: ID) -> Bool { earlier.number < later.number }
  }

  /// What kind of act it was.
  public enum Kind: String, CaseIterable, Sendable {
    case taken
    case amended
    case arrival
    case planned
    case resolved
    case imported
    case adopted
    /// Lines of the day book, and the marks that follow from them.
    case logged
  }

  /// The number of the submission.
  public let id: ID
  /// What kind of act it was.
  public let kind: Kind
  /// When it was typed, by the program's clock.
  public let at: Instant
  /// Who typed it, with name and position as they were then.
  public let typist: Person
  /// Who saw what it says, where that is claimed to be somebody else or another time.
  public let observer: Observation?
  /// The register it is about, or nil where it is about none.
  public let register: RegisterKey?
  /// What it was about, in words: a file's name, a policy's date.
  public let detail: String

  /// A submission as it was kept.
  public init(
    id: ID, kind: Kind, at: Instant, typist: Person, observer: Observation? = nil,
    register: RegisterKey? = nil, detail: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.typist = typist
    self.observer = observer
    self.register = register
    self.detail = detail
  }
}

/// A person as the register names them for good: login, name and position at that moment.
public struct Person: Hashable, Sendable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// The position.
  public let position: String

  /// A person of that name and position.
  public init(login: String, name: String, position: String) {
    self.login = login
    self.name = name
    self.position = position
  }

  /// The initials for a narrow column: `JH`.
  public var initials: String {
    String(name.split(separator: " ").compactMap(\.first).filter(\.isLetter).suffix(3))
  }

  /// The member of staff as they are today.
  public init(_ staff: Staff) {
    self.init(login: staff.login, name: staff.name, position: staff.position)
  }
}

/// Who saw something, and when they say they saw it: claimed, where the typist's are proved.
public struct Observation: Hashable, Sendable {
  /// Who saw it, by name.
  public let by: String
  /// When they saw it.
  public let at: Instant

  /// An observation by that person at that time.
  public init(by: String, at: Instant) {
    self.by = by
    self.at = at
  }
}

/// Which register: of what group, at what session.
public struct RegisterKey: Hashable, Sendable {
  /// The name of the group.
  public let group: String
  /// The session.
  public let session: Session

  /// The register of that group at that session.
  public init(_ group: String, at session: Session) {
    self.group = group
    self.session = session
  }
}
