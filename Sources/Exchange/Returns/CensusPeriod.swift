public import Attendance

/// A stretch of days about which a school census asks for attendance, one term in arrears.
///
/// Source: the methodology of the DfE's statistics of pupil absence, table 6.
public struct CensusPeriod: Hashable, Sendable {
  /// Which census asks for it.
  public enum Census: String, CaseIterable, Sendable {
    case autumn
    case spring
    case summer
  }

  /// Its name, as rows give it: `spring term`, `second half of the summer term`.
  public let name: String
  /// The first and the last day.
  public let days: ClosedRange<SchoolDate>

  /// The periods of the census that is taken in that calendar year.
  ///
  /// The spring census asks for 1 August to 31 December before it, the summer census for 1 January to
  /// Easter Sunday, the autumn census for Easter Monday to the Sunday before the spring bank holiday
  /// and, apart, for the rest of that summer.
  public static func periods(of census: Census, in year: Int) -> [CensusPeriod] {
    func date(_ year: Int, _ month: Int, _ day: Int) -> SchoolDate {
      SchoolDate(year: year, month: month, day: day) ?? SchoolDate(daysSince1970: 0)
    }
    let easter = easterSunday(of: year)
    // The last Monday of May.
    let bankHoliday = date(year, 5, 31).monday
    return switch census {
    case .spring:
      [CensusPeriod(name: "autumn term", days: date(year - 1, 8, 1)...date(year - 1, 12, 31))]
    case .summer: [CensusPeriod(name: "spring term", days: date(year, 1, 1)...easter)]
    case .autumn:
      [
        CensusPeriod(
          name: "summer term", days: easter.adding(days: 1)...bankHoliday.adding(days: -1)),
        CensusPeriod(name: "second half of the summer term", days: bankHoliday...date(year, 7, 31)),
      ]
    }
  }

  /// Easter Sunday of a year of the Gregorian calendar, by the rule of Oudin.
  static func easterSunday(of year: Int) -> SchoolDate {
    let golden = year % 19
    let century = year / 100
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon =
      correction
      - (correction / 28) * (1 - (correction / 28) * (29 / (correction + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let days = moon - weekday
    let month = 3 + (days + 40) / 44
    let day = days + 28 - 31 * (month / 4)
    return SchoolDate(year: year, month: month, day: day) ?? SchoolDate(daysSince1970: 0)
  }
}
