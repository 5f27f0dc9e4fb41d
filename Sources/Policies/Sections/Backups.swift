/// How many of the copies of the register are kept that the program makes once a day.
public struct Backups: Hashable, Sendable {
  /// The copies of how many days, the last ones there are.
  public let days: Int
  /// Of how many weeks the last copy.
  public let weeks: Int
  /// Of how many months the last copy.
  public let months: Int

  /// What holds where a policy says nothing: a fortnight of school days, five weeks, half a
  /// year of months.
  public static let assumed = Backups(days: 10, weeks: 5, months: 6)

  init(days: Int, weeks: Int, months: Int) {
    self.days = days
    self.weeks = weeks
    self.months = months
  }

  init(_ section: Section) {
    if let keep = section.section("keep") {
      days = keep.number("days", in: 1...366)
      weeks = keep.number("weeks", in: 0...260)
      months = keep.number("months", in: 0...120)
      Self.check(keep, days: days, weeks: weeks, months: months)
      keep.finish()
    } else {
      (days, weeks, months) = (Self.assumed.days, Self.assumed.weeks, Self.assumed.months)
    }
    section.finish()
  }

  /// Complains of numbers that keep nothing more than the others do.
  private static func check(_ keep: Section, days: Int, weeks: Int, months: Int) {
    if weeks > 0, weeks * 7 <= days, let value = keep.value("weeks") {
      keep.complaints.fault(
        value, "\(weeks) weeks are within the \(days) days already; write more weeks, or 0")
    }
    if months > 0, months * 4 < weeks, let value = keep.value("months") {
      keep.complaints.fault(
        value, "\(months) months are within the \(weeks) weeks already; write more months, or 0")
    }
  }
}
