public import Attendance

/// What is asked about who did what.
public struct AuditQuestion: Hashable, Sendable {
  /// Over what time.
  public enum Span: String, CaseIterable, Hashable, Sendable {
    case today
    case week = "this week"
    case halfTerm = "this half term"
  }

  /// Over what time.
  public var span: Span
  /// Whether the registers in which something is wanting are asked for, and not the acts.
  public var showsGaps: Bool

  /// A question about that time.
  public init(_ span: Span, showsGaps: Bool = false) {
    self.span = span
    self.showsGaps = showsGaps
  }
}

/// Who did what, or what was not done, as the screen shows it.
public struct AuditBoard: Hashable, Sendable {
  /// One act, or one register in which something is wanting.
  public struct Row: Hashable, Sendable {
    /// When: `08:44`, or `Tue 17 Nov AM`.
    public let time: String
    /// Who did it, or which group it is.
    public let who: String
    /// What kind of thing it was, in a word or two.
    public let kind: String
    /// What it was, in sentences.
    public let details: [String]
    /// The mark it is about, or nil.
    public let mark: Mark?

    /// A row of these.
    public init(time: String, who: String, kind: String, details: [String], mark: Mark? = nil) {
      self.time = time
      self.who = who
      self.kind = kind
      self.details = details
      self.mark = mark
    }
  }

  /// A mark whose history can be opened.
  public struct Mark: Hashable, Sendable {
    /// Whose.
    public let pupil: Pupil.ID
    /// The pupil's name.
    public let name: String
    /// At which session.
    public let session: Session

    /// The mark of that pupil at that session.
    public init(of pupil: Pupil.ID, named name: String, at session: Session) {
      self.pupil = pupil
      self.name = name
      self.session = session
    }
  }

  /// What was asked.
  public let question: AuditQuestion
  /// The days it is of.
  public let days: ClosedRange<SchoolDate>
  /// The rows: acts with the last one first, registers by session.
  public let rows: [Row]

  /// The answer to that question.
  public init(_ question: AuditQuestion, days: ClosedRange<SchoolDate>, _ rows: [Row]) {
    self.question = question
    self.days = days
    self.rows = rows
  }

  /// The kinds of rows there are, each once, in the order of their names.
  var kinds: [String] { Set(rows.map(\.kind)).sorted() }
}
