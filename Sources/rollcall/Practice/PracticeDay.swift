import Attendance
import Policies

/// The day on which a practice school stands, and the moment its clock is set to.
struct PracticeDay {
  /// How far into the morning window the clock is set.
  static let minutesIntoWindow = 5

  /// The last school day up to today.
  let date: SchoolDate
  /// The calendars of the day's school year and of the one before.
  let calendar: SchoolCalendar

  /// The day of a new school, made when the machine shows that date.
  ///
  /// Before the first school day of a new year it is the last day of the old one.
  init(upTo today: SchoolDate) {
    let year = SchoolYear(of: today)
    let before = SchoolYear(startYear: year.startYear - 1)
    let calendar = Self.calendar(of: [before, year])
    date = calendar.lastSchoolDay(upTo: today) ?? today
    self.calendar =
      year.contains(date)
      ? calendar : Self.calendar(of: [SchoolYear(startYear: before.startYear - 1), before])
  }

  /// The day of the school that keeps this calendar, or nil where it has had no school day yet.
  init?(of calendar: SchoolCalendar, upTo today: SchoolDate) {
    guard let date = calendar.lastSchoolDay(upTo: today) else { return nil }
    self.date = date
    self.calendar = calendar
  }

  /// The school year of the day.
  var year: SchoolYear { SchoolYear(of: date) }

  /// The moment the clock is set to under that policy, or the one that is asked for where that is
  /// earlier.
  func moment(under policy: Policy, notAfter now: Instant? = nil) -> Instant {
    let opens = policy.earliestOpening(of: .am, on: date) ?? TimeOfDay(minutes: 8 * 60 + 40)
    let moment = Instant(date, opens.adding(minutes: Self.minutesIntoWindow))
    return now.map { min($0, moment) } ?? moment
  }

  /// Whether a clock that shows this moment is still within the day.
  func isRunning(at moment: Instant, under policy: Policy) -> Bool {
    let ends = policy.day.map(\.ends).max() ?? TimeOfDay(minutes: 16 * 60)
    return moment.date == date && moment.time < ends
  }

  private static func calendar(of years: [SchoolYear]) -> SchoolCalendar {
    SchoolCalendar(years.map { PracticeCalendar(of: $0).year })
  }
}
