/// How a case was closed; its words say why.
public struct CaseClosing: Hashable, Sendable {
  /// How a case can end.
  public enum Outcome: String, CaseIterable, Sendable {
    case improved
    case notImproved = "not improved"
    /// The pupil has left the roll.
    case left
    /// Others have taken it on: the authority, another school.
    case handedOver = "handed over"
    /// It should not have been opened.
    case mistake
  }

  /// How it ended.
  public var outcome: Outcome
  /// The day from which a flag that still stands is shown as open again; nil where it never is.
  public var back: SchoolDate?
  /// Attendance before the last step and since, or nil where there was nothing to compare.
  public var progress: BeforeAndSince?

  /// A closing with these details.
  public init(_ outcome: Outcome, back: SchoolDate? = nil, progress: BeforeAndSince? = nil) {
    self.outcome = outcome
    self.back = back
    self.progress = progress
  }
}

/// A flag or a case that is left for later; its words say why.
public struct Snooze: Hashable, Sendable {
  /// The day on which it comes back by itself.
  public var until: SchoolDate
  /// The rules it is about, by id; a rule that flags later is not among them and is seen at once.
  public var flags: [String]

  /// Left until that day.
  public init(until: SchoolDate, flags: [String] = []) {
    self.until = until
    self.flags = flags
  }
}
