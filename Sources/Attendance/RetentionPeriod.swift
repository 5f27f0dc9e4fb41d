/// For how long what was recorded is kept, counted from the day on which it was recorded.
public struct RetentionPeriod: Hashable, Sendable {
  /// The least the law allows: six years from the date of each entry (2024 Regulations).
  public static let least = 6

  /// For how many years.
  public let years: Int

  /// A period of so many years, and never of fewer than the law allows.
  public init(years: Int) {
    self.years = max(years, Self.least)
  }

  /// Before this moment something must have been recorded to be past retention on the day.
  public func limit(on date: SchoolDate) -> Instant {
    Instant(Self.date(date, years: -years, orMarch: true), TimeOfDay(minutes: 0))
  }

  /// The first day on which what was recorded at that moment is past retention.
  public func ends(of made: Instant) -> SchoolDate { after(made.date).adding(days: 1) }

  /// The day that is the whole period after this one.
  public func after(_ date: SchoolDate) -> SchoolDate {
    Self.date(date, years: years, orMarch: false)
  }

  /// The same day so many years on; where there is no 29 February, the day before or after it.
  private static func date(_ date: SchoolDate, years: Int, orMarch: Bool) -> SchoolDate {
    let (year, month, day) = date.parts
    return SchoolDate(year: year + years, month: month, day: day)
      ?? SchoolDate(year: year + years, month: orMarch ? 3 : 2, day: orMarch ? 1 : 28) ?? date
  }
}
