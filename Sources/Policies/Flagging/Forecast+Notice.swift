import Attendance

extension Forecast {
  /// Whether attendance is on the wrong side of a line of the policy only because of the sessions of a
  /// part-time timetable that were agreed (U26).
  public func isDriven(byPartTime sessions: Int) -> Bool {
    sessions > 0
      && lines.contains {
        !$0.isKept && $0.holds(tally.attended, of: tally.possible - sessions)
      }
  }

  /// The line of persistent absence, or where the policy has no such rule, none.
  public var persistent: Line? { lines.first { $0.rule?.id == "persistent-absence" } }
}

extension Forecast.Line {
  /// Whether so many attended of so many possible sessions lie on the good side of it.
  func holds(_ attended: Int, of possible: Int) -> Bool {
    if possible <= 0 { return true }
    let sign = bound.compare(attended, of: possible)
    return sign > 0 || sign == 0 && holdsAtBound
  }
}

extension Policy {
  /// Why no letter speaks of the year's attendance yet, while so few sessions count; nil where one may
  /// (U26).
  public func barToLetters(countingOnly possible: Int) -> String? {
    guard possible < flags.minSessions else { return nil }
    return
      "the policy sends no letter about attendance before \(flags.minSessions) sessions count, "
      + "and so far \(possible) do; talk with the family instead"
  }
}
