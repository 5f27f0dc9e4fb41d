public import Attendance

/// What is past retention on a day: what the head may have removed, and what holds the rest.
public struct PastRetention: Hashable, Sendable {
  /// What is kept of one school year.
  public struct Year: Hashable, Sendable {
    /// The school year in which the sessions lie.
    public let year: SchoolYear
    /// How many entries are about its sessions.
    public let entries: Int
    /// How many lines of the day book are dated in it.
    public let lines: Int
    /// The last act that made an entry about it; nil where only lines are left.
    public let last: Submission.ID?
    /// When that was: the latest time known by then, should a clock have been set back.
    public let made: Instant?
  }

  /// For how long everything is kept.
  public let period: RetentionPeriod
  /// What was recorded before this moment is past retention by its own age.
  public let limit: Instant
  /// The first day of the first school year that is not past retention as a whole.
  public let cut: SchoolDate
  /// Every year of which anything is kept, earliest first.
  public let years: [Year]
  /// The acts that would be emptied, by their numbers.
  public let acts: [ClosedRange<Int64>]
  /// How many entries they have.
  public let entries: Int
  /// How many lines of the day book they have.
  public let lines: Int
  /// How many year sheets would go.
  public let sheets: Int
  /// How many acts with anything of before the cut stay whole: what they say is still in force, is
  /// referred to, or reaches into the years that are kept.
  public let staying: Int

  /// Whether there is nothing to remove.
  public var isEmpty: Bool { acts.isEmpty }
  /// How many acts would be emptied.
  public var actCount: Int { acts.map(\.count).reduce(0, +) }
}

extension [ClosedRange<Int64>] {
  /// The numbers, which come in order, in as few ranges as they take.
  init(joining numbers: some Sequence<Int64>) {
    self = []
    for number in numbers {
      if let last, last.upperBound + 1 == number {
        self[count - 1] = last.lowerBound...number
      } else {
        append(number...number)
      }
    }
  }

  /// Whether the number lies in one of the ranges, which are in order.
  func holds(_ number: Int64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(number)
  }
}
