public import Attendance

/// What acts wrote, whole and as it was kept, for whoever hands it over before it is removed.
public struct WrittenActs: Hashable, Sendable {
  /// The acts, oldest first.
  public let acts: [ActLine]
  /// Their entries, in the order in which they were kept.
  public let entries: [HistoryLine]
  /// Their lines of the day book, in the order in which they were kept.
  public let lines: [DayLine]
}

extension DayLine {
  /// The word for the kind of matter, and its facts, as the register keeps them: one in each row.
  public var kept: (kind: String, facts: String) {
    let facts = LineFacts(matter)
    return (facts.kind, facts.text)
  }
}
