import Attendance

/// The calendar of any school year, made by the rules that many English schools follow.
///
/// Three terms from the first weekday of September, a half term in each, two weeks at Christmas and
/// Easter, bank holidays, and 195 working days of which five are for staff alone.
struct PracticeCalendar {
  /// The calendar of the year.
  let year: CalendarYear

  /// Makes the calendar of the year.
  init(of schoolYear: SchoolYear) {
    let first = schoolYear.startYear
    let easter = Self.easterSunday(in: first + 1)
    let autumn = Term(
      name: "Autumn", starts: Self.weekday(from: Self.day(first, 9, 1)),
      ends: Self.last(.friday, upTo: Self.day(first, 12, 21)),
      halfTerm: Self.week(from: Self.last(.monday, upTo: Self.day(first, 10, 31))))
    // A late Easter begins its two weeks before Holy Week, an early one with Good Friday.
    let isEarly = easter < Self.day(first + 1, 4, 1)
    let spring = Term(
      name: "Spring", starts: Self.first(.monday, from: Self.day(first + 1, 1, 3)),
      ends: easter.adding(days: isEarly ? -3 : -9),
      halfTerm: Self.week(from: Self.first(.monday, from: Self.day(first + 1, 2, 14))))
    let summerHalf = Self.week(from: Self.last(.monday, upTo: Self.day(first + 1, 5, 31)))
    let holidays = Self.bankHolidays(in: first + 1, easter: easter)
    let days = { (term: Term) in Self.workingDays(of: term, without: holidays) }
    let summerDays = days(
      Term(
        name: "Summer", starts: easter.adding(days: isEarly ? 15 : 8),
        ends: schoolYear.lastDay, halfTerm: summerHalf))
    let left = max(Self.workingDays - days(autumn).count - days(spring).count, 2)
    let summer = Term(
      name: "Summer", starts: summerDays[0],
      ends: summerDays[min(left, summerDays.count) - 1], halfTerm: summerHalf)
    let inset = days(autumn).prefix(2) + days(spring).prefix(1) + days(summer).suffix(2)
    let closed = [autumn, spring, summer].flatMap { term in
      holidays.filter { term.contains($0.date) && !term.isHalfTerm($0.date) }
    }
    year = CalendarYear(
      year: schoolYear, terms: [autumn, spring, summer],
      closures: (inset.map { Closure(date: $0, reason: "INSET day") } + closed)
        .sorted { $0.date < $1.date })
  }

  /// Working days of a year: 190 for pupils and five INSET days.
  private static let workingDays = 195

  /// Easter Sunday of the year (the anonymous Gregorian reckoning).
  static func easterSunday(in year: Int) -> SchoolDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let leap = (century + 8) / 25
    let epact =
      (19 * golden + century - century / 4 - (century - leap + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let correction = (golden + 11 * epact + 22 * sunday) / 451
    let moon = epact + sunday - 7 * correction + 114
    return day(year, moon / 31, moon % 31 + 1)
  }

  /// The bank holidays of England that can fall into a term.
  private static func bankHolidays(in year: Int, easter: SchoolDate) -> [Closure] {
    let newYear = weekday(from: day(year, 1, 1))
    return [
      Closure(date: newYear, reason: "New Year's Day bank holiday"),
      Closure(date: easter.adding(days: -2), reason: "Good Friday"),
      Closure(date: easter.adding(days: 1), reason: "Easter Monday"),
      Closure(
        date: first(.monday, from: day(year, 5, 1)), reason: "Early May bank holiday"),
      Closure(
        date: last(.monday, upTo: day(year, 5, 31)), reason: "Spring bank holiday"),
    ]
  }

  private static func workingDays(of term: Term, without holidays: [Closure]) -> [SchoolDate] {
    (0...term.ends.days(after: term.starts)).map(term.starts.adding(days:)).filter { date in
      !date.weekday.isWeekend && !term.isHalfTerm(date)
        && !holidays.contains { $0.date == date }
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> SchoolDate {
    SchoolDate(year: year, month: month, day: day) ?? SchoolDate(daysSince1970: 0)
  }

  private static func first(_ wanted: Weekday, from date: SchoolDate) -> SchoolDate {
    date.adding(days: (wanted.rawValue - date.weekday.rawValue + 7) % 7)
  }

  private static func last(_ wanted: Weekday, upTo date: SchoolDate) -> SchoolDate {
    date.adding(days: -((date.weekday.rawValue - wanted.rawValue + 7) % 7))
  }

  private static func weekday(from date: SchoolDate) -> SchoolDate {
    date.weekday.isWeekend ? first(.monday, from: date) : date
  }

  private static func week(from monday: SchoolDate) -> ClosedRange<SchoolDate> {
    monday...monday.adding(days: 4)
  }
}
