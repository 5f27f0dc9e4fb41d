public import Attendance

/// What the review of a case asks: whether attendance has improved since the last step, by the
/// policy's own measure.
public struct CaseReview: Hashable, Sendable {
  /// What the comparison comes to.
  public enum Verdict: String, Sendable {
    case improved
    case notImproved = "not improved"
    /// Nothing was possible before or since, or the policy leaves it to a person.
    case open = "for a person to say"
  }

  /// Attendance of the school year up to the last step, and since.
  public let progress: BeforeAndSince
  /// What the comparison comes to.
  public let verdict: Verdict
  /// Why, in words: `a rise of 3.1 points; 2 are asked for`.
  public let reason: String

  /// The review on a ladder of attendance before the last step and since.
  ///
  /// Compared in whole numbers, so that a rise of exactly two points is one.
  public init(_ progress: BeforeAndSince, on ladder: Ladder, of policy: Policy) {
    self.progress = progress
    let (before, since) = (progress.before, progress.since)
    guard before.possible > 0, since.possible > 0, let was = before.share, let now = since.share
    else {
      verdict = .open
      reason = "nothing to compare yet"
      return
    }
    guard let asked = ladder.improvesBy else {
      verdict = .open
      reason = "the policy asks: \(ladder.improvement)"
      return
    }
    let rise = since.attended * before.possible - before.attended * since.possible
    let isEnough = rise * 1000 >= asked.tenths * before.possible * since.possible
    let change = now.tenths - was.tenths
    let words =
      "\(was)% to \(now)%, \(change < 0 ? "down" : "up") \(Self.points(abs(change)))"
    if isEnough {
      verdict = .improved
      reason = "\(words); \(asked) are asked for"
      return
    }
    if ladder.improvesByBand,
      let old = Self.band(of: before, policy), let new = Self.band(of: since, policy), new < old
    {
      verdict = .improved
      reason = "\(words), to the band \(policy.bands[new].name)"
      return
    }
    verdict = .notImproved
    reason =
      "\(words); \(asked) are asked for" + (ladder.improvesByBand ? ", or the band above" : "")
  }

  private static func points(_ tenths: Int) -> String {
    "\(tenths / 10).\(tenths % 10) points"
  }

  /// The place of the band, counted from the best.
  private static func band(of part: BeforeAndSince.Part, _ policy: Policy) -> Int? {
    policy.bands.firstIndex { $0.contains(attended: part.attended, of: part.possible) }
  }
}

extension MarkLine {
  /// Attendance of the school year up to and with a day, and since, up to the end of the date.
  public func beforeAndSince(
    _ day: SchoolDate, to date: SchoolDate, in time: SchoolTime
  ) -> BeforeAndSince {
    let step = time.end(of: day)
    let year = time.year(SchoolYear(of: day))
    return BeforeAndSince(
      before: BeforeAndSince.Part(tally(in: min(year.lowerBound, step)..<step)),
      since: BeforeAndSince.Part(tally(in: step..<max(step, time.end(of: date)))))
  }
}
