public import Attendance

/// Absence that falls on one weekday, or at one session of the week, more than chance would have it.
public struct Pattern: Hashable, Sendable {
  /// The weekday.
  public let weekday: Weekday
  /// The only half of it, or nil for the whole day.
  public let half: HalfDay?
  /// On how many such days, or at how many such sessions, the pupil was absent.
  public let absent: Int
  /// How many there were.
  public let possible: Int
  /// How many others were missed.
  public let otherAbsent: Int
  /// How many others there were.
  public let otherPossible: Int

  /// The days it speaks of: `Mon`, `Fri PM`.
  public var name: String {
    String(weekday.name.prefix(3)) + (half.map { " \($0.rawValue)" } ?? "")
  }

  /// The figures in words: `absent 9 of 12 Mondays, 3 of 48 other days`.
  public var inWords: String {
    let these = half.map { "\(weekday.name) \($0.name.lowercased())s" } ?? "\(weekday.name)s"
    let others = half == nil ? "other days" : "other sessions"
    return "absent \(absent) of \(possible) \(these), \(otherAbsent) of \(otherPossible) \(others)"
  }

  /// How likely so much absence there is, or more, were it spread by chance (Fisher's exact test, one
  /// side).
  ///
  /// The weights of all splits of the absence are summed by their ratios; with a few hundred sessions
  /// a year none overflows.
  public var chance: Double {
    let all = possible + otherPossible
    let missed = absent + otherAbsent
    let least = max(0, missed - otherPossible)
    let most = min(missed, possible)
    var (weight, total, tail) = (1.0, 0.0, 0.0)
    for count in least...max(least, most) {
      total += weight
      if count >= absent { tail += weight }
      let up = Double(missed - count) * Double(possible - count)
      weight *= up / (Double(count + 1) * Double(all - possible - missed + count + 1))
    }
    return total > 0 ? tail / total : 1
  }
}
