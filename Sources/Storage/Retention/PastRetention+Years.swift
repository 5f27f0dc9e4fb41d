public import Attendance

extension PastRetention {
  /// The first day on which nothing of the year, nor of those before it, is held any longer: they go
  /// in their order, and none before all of it is old enough.
  public func goes(_ year: SchoolYear) -> SchoolDate {
    let made = years.filter { $0.year <= year }.compactMap(\.made).map(period.ends(of:))
    return max(period.after(year.next.firstDay), made.max() ?? year.next.firstDay)
  }

  /// Whether the year is past retention as a whole.
  public func isPast(_ year: SchoolYear) -> Bool { year.lastDay < cut }

  /// The year whose last entry holds this one: itself, or one before it that was amended later; nil
  /// where nothing but the year's own end does.
  public func holder(of year: SchoolYear) -> Year? {
    guard !isPast(year) else { return nil }
    let latest = years.filter { $0.year <= year && $0.made != nil }
      .max { ($0.made.map(\.seconds) ?? 0) < ($1.made.map(\.seconds) ?? 0) }
    return latest.flatMap { $0.made.map { $0 >= limit } ?? false ? $0 : nil }
  }
}
