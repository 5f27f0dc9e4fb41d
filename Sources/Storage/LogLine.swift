public import Attendance

/// A line of the change log: what somebody did beside the marks and the day book.
public struct LogLine: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// Who, with name and position as they were then.
  public let by: Person
  /// What it was about, in the words of the log: `pupil 12`, `exported census spring-2027`.
  public let what: String

  /// A line of that moment.
  public init(at: Instant, by person: Person, what: String) {
    self.at = at
    by = person
    self.what = what
  }
}

/// A submission as a list of acts shows it: without its entries, but with how many there are.
public struct ActLine: Hashable, Sendable {
  /// The act.
  public let submission: Submission
  /// How many entries it made.
  public let entries: Int
  /// How many lines of the day book it made.
  public let lines: Int

  /// A line of that act.
  public init(_ submission: Submission, entries: Int, lines: Int) {
    self.submission = submission
    self.entries = entries
    self.lines = lines
  }
}

/// How often somebody did one kind of thing in some days.
public struct ActCount: Hashable, Sendable {
  /// Who, with name and position as they were then.
  public let by: Person
  /// The kind of the acts, or nil for entries made in place of others.
  public let kind: Submission.Kind?
  /// How many of them.
  public let count: Int
  /// When the last of them was made.
  public let last: Instant

  /// So many of that kind by that person.
  public init(by person: Person, kind: Submission.Kind?, count: Int, last: Instant) {
    by = person
    self.kind = kind
    self.count = count
    self.last = last
  }
}
