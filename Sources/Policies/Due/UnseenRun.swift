public import Attendance

/// School days running on which nobody saw a pupil and nobody gave leave (U31).
///
/// Any arrival breaks it, one after the register has closed too, though its code counts as absence.
public struct UnseenRun: Hashable, Sendable {
  /// Its school days, earliest first.
  public let days: [SchoolDate]
  /// Sessions within it at which the pupil was due and there is no mark.
  public let blanks: [Session]
  /// Whether the last day's absence has no reason yet.
  public let isUnexplained: Bool

  /// How long it is, with its blanks by name: `10 days; no mark on 2026-11-09 AM`.
  public var inWords: String {
    Self.words(days.count, blanks)
  }

  /// So many days, with the sessions without a mark by name.
  public static func words(_ days: Int, _ blanks: [Session]) -> String {
    "\(days) \(days == 1 ? "day" : "days")"
      + (blanks.isEmpty
        ? "" : "; no mark on " + blanks.map(\.description).joined(separator: ", "))
  }
}

extension RuleBook {
  /// The run back from the date, or nil where the pupil was seen or excused on the last school day.
  ///
  /// A day on which nothing was possible is stepped over; a blank too, and it is named. Where somebody
  /// saw the pupil on a day although the mark says absent, the run begins after that day.
  public func unseenRun(
    of line: MarkLine, on date: SchoolDate, seen: SchoolDate? = nil
  ) -> UnseenRun? {
    let absent: UInt32 = 0b100
    guard line.has(absent) else { return nil }
    let lower = max(line.base, seen.map { time.end(of: $0) } ?? 0)
    var upper = min(time.end(of: date), line.positions.upperBound)
    var days: [SchoolDate] = []
    var blanks: [Session] = []
    var pending: [Session] = []
    var isUnexplained = false
    while upper > lower {
      let day = time.day(at: upper - 1).clamped(to: lower..<upper)
      let possible = day.filter { line[$0] & MarkLine.possible != 0 }
      let unseen = possible.allSatisfy {
        line[$0] & absent != 0 && line[$0] & MarkLine.arrived == 0
      }
      if !unseen { break }
      // A blank matters only where the run goes on before it.
      pending += day.reversed().filter {
        line[$0] & (MarkLine.due | MarkLine.marked) == MarkLine.due
      }.map { time.sessions[$0] }
      if !possible.isEmpty {
        if days.isEmpty {
          isUnexplained = possible.contains { line[$0] & MarkLine.list(0) != 0 }
        }
        days.append(time.sessions[day.lowerBound].date)
        // Nobody has been asked yet for the marks of the date itself after the run's last.
        blanks += days.count == 1 ? pending.filter { $0.date < date } : pending
        pending = []
      }
      upper = day.lowerBound
    }
    if days.isEmpty { return nil }
    return UnseenRun(
      days: days.reversed(), blanks: blanks.reversed(), isUnexplained: isUnexplained)
  }
}
