public import Attendance

/// A penalty notice that a person asks to issue.
public struct NoticeOrder: Hashable, Sendable {
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// Which contact it is for, by the number of its priority.
  public let parent: Int
  /// When the authority was asked whether anything stands against it.
  public let checked: SchoolDate
  /// On which day the line was met, where it is not today's count that the notice rests on.
  public var met: SchoolDate?
  /// On which of the school's own grounds, where the line is not met.
  public var ground: String?
  /// The day on which the excluded pupil was in a public place; such a notice is outside the count.
  public var excluded: SchoolDate?
  /// The ground.
  public let words: String

  /// An order with these details.
  public init(pupil: Pupil.ID, parent: Int, checked: SchoolDate, words: String) {
    self.pupil = pupil
    self.parent = parent
    self.checked = checked
    self.words = words
  }
}

/// A notice to improve that a person asks to give.
public struct ImproveOrder: Hashable, Sendable {
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// Which contact it is for, by the number of its priority.
  public let parent: Int
  /// For how many school weeks.
  public let weeks: Int
  /// Its first day, or nil for today.
  public let from: SchoolDate?
  /// The points of the policy's checklist that the letter holds: numbers, words, or `all`.
  public let holds: [String]
  /// On what ground a penalty notice may come before its end.
  public let early: String
  /// What enough improvement is.
  public let words: String

  /// An order with these details.
  public init(
    pupil: Pupil.ID, parent: Int, weeks: Int, from: SchoolDate?, holds: [String], early: String,
    words: String
  ) {
    self.pupil = pupil
    self.parent = parent
    self.weeks = weeks
    self.from = from
    self.holds = holds
    self.early = early
    self.words = words
  }
}

/// A contract or plan that a person asks to keep.
public struct AgreementOrder: Hashable, Sendable {
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// What it is.
  public let kind: Agreement.Kind
  /// Its first day, or nil for today.
  public var from: SchoolDate?
  /// Its last day, where it has one.
  public var until: SchoolDate?
  /// When it is reviewed, or nil for when the policy says.
  public var review: SchoolDate?
  /// What is to be reached.
  public let targets: [String]
  /// What the school and others give.
  public let support: [String]
  /// Who is to sign.
  public let parties: [String]
  /// What else was said.
  public let words: String

  /// An order with these details.
  public init(
    pupil: Pupil.ID, kind: Agreement.Kind, targets: [String], support: [String] = [],
    parties: [String] = [], words: String = ""
  ) {
    self.pupil = pupil
    self.kind = kind
    self.targets = targets
    self.support = support
    self.parties = parties
    self.words = words
  }
}

/// What a person says became of a notice or an agreement.
public struct OutcomeOrder: Hashable, Sendable {
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// The line that holds the notice or agreement.
  public let line: DayLine.ID
  /// What became of it, and by whom.
  public let outcome: CaseOutcome
  /// The day on which it happened, or nil for today.
  public var day: SchoolDate?
  /// When the same is looked at again, where it goes on.
  public var next: SchoolDate?
  /// What is to be said about it.
  public let words: String

  /// An order with these details.
  public init(pupil: Pupil.ID, line: DayLine.ID, outcome: CaseOutcome, words: String) {
    self.pupil = pupil
    self.line = line
    self.outcome = outcome
    self.words = words
  }
}
