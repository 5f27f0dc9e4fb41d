/// One line of the register's ledger: only ever added, never changed.
public struct Entry: Hashable, Identifiable, Sendable {
  /// The number of an entry, in the order in which entries were made.
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

  /// How an entry came about.
  public enum How: String, CaseIterable, Sendable {
    case marked
    case filled
    case planned
    case arrival
    case imported
  }

  /// The number of the entry.
  public let id: ID
  /// The act that made it.
  public let submission: Submission.ID
  /// Whose mark it is.
  public let pupil: Pupil.ID
  /// The session it is about.
  public let session: Session
  /// The code; empty where the entry takes back the mark it replaces.
  public let code: String
  /// Minutes late, 0 to 600, where known.
  public let minutes: Int?
  /// The note; nil where there is none, empty where it was redacted.
  public let note: String?
  /// How it came about.
  public let how: How
  /// The entry it stands in place of, or nil for the first of its session.
  public let replaces: ID?
  /// The entry that outranks it and goes on standing, or nil where this one stands.
  public let beside: ID?
  /// Why a mark was amended, in the amender's words; empty where none was needed.
  public let reason: String

  /// An entry as it was kept.
  public init(
    id: ID, submission: Submission.ID, pupil: Pupil.ID, session: Session, code: String,
    minutes: Int? = nil, note: String? = nil, how: How = .marked, replaces: ID? = nil,
    beside: ID? = nil, reason: String = ""
  ) {
    self.id = id
    self.submission = submission
    self.pupil = pupil
    self.session = session
    self.code = code
    self.minutes = minutes
    self.note = note
    self.how = how
    self.replaces = replaces
    self.beside = beside
    self.reason = reason
  }

  /// Whether it takes a mark back: nothing stands at the session from then on.
  public var isBlank: Bool { code.isEmpty }
}
