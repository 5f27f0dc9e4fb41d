public import Attendance

/// How far a pupil is from the lines that a school year's attendance is judged by.
public struct Forecast: Hashable, Sendable {
  /// One line, and where the pupil stands to it.
  public struct Line: Hashable, Sendable {
    /// The rule or the band, by its name.
    public let name: String
    /// The rule, or nil where the line is the lower bound of a band.
    public let rule: Rule?
    /// Attendance stays on the good side while it is at least this, or above it.
    public let bound: Percentage
    /// Whether the bound itself is on the good side.
    public let holdsAtBound: Bool
    /// Whether attendance so far is on the good side.
    public let isKept: Bool
    /// How many of the sessions still to come may be missed, so that the year ends on the good side;
    /// nil where it cannot even with full attendance.
    public let mayMiss: Int?
    /// The first day after which attendance is on the good side again with full attendance; nil where
    /// it is now, or cannot be this year.
    public let backOn: SchoolDate?
  }

  /// The counts of the year up to the date.
  public let tally: Tally
  /// The sessions at which the pupil is still due this year.
  public let ahead: [Session]
  /// The lines, the one nearest to full attendance first.
  public let lines: [Line]

  /// The forecast for a pupil's marks, as of the end of the date.
  public init(
    _ marks: MarkLine, over time: SchoolTime, on date: SchoolDate, under policy: Policy
  ) {
    let year = time.year(SchoolYear(of: date))
    let now = min(max(time.end(of: date), year.lowerBound), year.upperBound)
    let tally = marks.tally(in: year.lowerBound..<now)
    let ahead = (now..<year.upperBound).filter { marks[$0] & MarkLine.due != 0 }
      .map { time.sessions[$0] }
    self.tally = tally
    self.ahead = ahead
    lines = Self.bounds(of: policy).map { name, rule, bound, holdsAtBound in
      let keeps = { (attended: Int, possible: Int) -> Bool in
        let sign = bound.compare(attended, of: possible)
        return sign > 0 || sign == 0 && holdsAtBound
      }
      let (attended, possible) = (tally.attended, tally.possible)
      let isKept = possible == 0 || keeps(attended, possible)
      let mayMiss = (0...ahead.count).last {
        keeps(attended + ahead.count - $0, possible + ahead.count)
      }
      let back = isKept ? nil : ahead.indices.first { keeps(attended + $0 + 1, possible + $0 + 1) }
      return Line(
        name: name, rule: rule, bound: bound, holdsAtBound: holdsAtBound, isKept: isKept,
        mayMiss: possible + ahead.count == 0 ? 0 : mayMiss, backOn: back.map { ahead[$0].date })
    }
  }

  /// The lines of a policy: its rules about a school year's attendance or absence, and its bands.
  private static func bounds(
    of policy: Policy
  ) -> [(name: String, rule: Rule?, bound: Percentage, holdsAtBound: Bool)] {
    var found: [(name: String, rule: Rule?, bound: Percentage, holdsAtBound: Bool)] = []
    for rule in policy.flags.rules
    where rule.over == .schoolYear && rule.scope == .everyone {
      let isAbsence = rule.measure.kind == .absence
      guard isAbsence || rule.measure.kind == .attendance,
        let bound = Percentage(tenths: isAbsence ? 1000 - rule.limit.tenths : rule.limit.tenths)
      else { continue }
      let holdsAtBound =
        switch rule.limit.comparison {
        // Absence of at least 10% flags at 90% attendance; attendance below 90% does not.
        case .atLeast, .atMost: false
        case .moreThan, .below: true
        }
      found.append((rule.name, rule, bound, holdsAtBound))
    }
    for band in policy.bands where band.from > .none {
      found.append((band.name, nil, band.from, true))
    }
    return found.sorted {
      ($0.bound, $0.holdsAtBound ? 1 : 0) > ($1.bound, $1.holdsAtBound ? 1 : 0)
    }
  }
}
