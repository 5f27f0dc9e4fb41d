/// A civil date: a day on the wall calendar, with no clock and no time zone.
///
/// Kept as the number of days since 1 January 1970, so that comparing and counting days are integer
/// arithmetic. Dates from year 1 to 9999 are accepted, in the Gregorian calendar throughout.
public struct SchoolDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let daysSince1970: Int32

  /// The date that many days after 1 January 1970.
  public init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// The date with these parts, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    // Years are counted from March, so that the leap day is the last of its year.
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day as people write them.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the week.
  public var weekday: Weekday {
    let index = ((Int(daysSince1970) + 3) % 7 + 7) % 7
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The Monday of this date's week.
  public var monday: SchoolDate { adding(days: 1 - weekday.rawValue) }

  /// The date so many days later, or earlier where the number is negative.
  public func adding(days: Int) -> SchoolDate {
    SchoolDate(daysSince1970: daysSince1970 + Int32(clamping: days))
  }

  /// How many days this date lies after the other; negative where it lies before.
  public func days(after other: SchoolDate) -> Int {
    Int(daysSince1970) - Int(other.daysSince1970)
  }

  /// The date on which somebody born on this date has that birthday.
  ///
  /// A birthday on 29 February falls on 1 March in a year without one.
  public func birthday(_ age: Int) -> SchoolDate {
    let (year, month, day) = parts
    return SchoolDate(year: year + age, month: month, day: day)
      ?? SchoolDate(year: year + age, month: 3, day: 1) ?? self
  }

  /// The last day of that month, 28 to 31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the first date comes before the second.
  public static func < (earlier: SchoolDate, later: SchoolDate) -> Bool {
    earlier.daysSince1970 < later.daysSince1970
  }
}
