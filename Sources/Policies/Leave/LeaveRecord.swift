public import Attendance

/// What is on record of a pupil that a request for leave is weighed by.
public struct LeaveRecord: Hashable, Sendable {
  /// The pupil's year group.
  public var yearGroup: YearGroup
  /// The site, or nil where there is one only.
  public var campus: String?
  /// This school year up to now.
  public var year: Tally
  /// The last twelve months.
  public var twelveMonths: Tally
  /// On how many sessions of this school year religious observance stands.
  public var religiousSessions: Int
  /// Other leave asked for in the last twelve months.
  public var earlier: [LeaveCase]

  /// A record of these.
  public init(
    yearGroup: YearGroup, campus: String? = nil, year: Tally = Tally(),
    twelveMonths: Tally = Tally(), religiousSessions: Int = 0, earlier: [LeaveCase] = []
  ) {
    self.yearGroup = yearGroup
    self.campus = campus
    self.year = year
    self.twelveMonths = twelveMonths
    self.religiousSessions = religiousSessions
    self.earlier = earlier
  }
}
