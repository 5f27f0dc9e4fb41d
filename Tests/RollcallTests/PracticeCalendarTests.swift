import Attendance
import Policies
import Testing

@testable import rollcall

@Suite struct PracticeCalendarTests {
  /// Every year this program may live to see.
  static let years = (2020...2060).map(SchoolYear.init(startYear:))

  @Test func `a made calendar is the sample calendar of its year`() {
    let year = PracticeCalendar(of: SchoolYear(startYear: 2026)).year
    let picture = year.terms.map {
      "\($0.name) \($0.starts) \($0.ends) \($0.halfTerm?.lowerBound.description ?? "")"
    }
    #expect(
      picture == [
        "Autumn 2026-09-01 2026-12-18 2026-10-26", "Spring 2027-01-04 2027-03-25 2027-02-15",
        "Summer 2027-04-12 2027-07-21 2027-05-31",
      ])
    #expect(
      year.closures.map { "\($0.date) \($0.reason)" } == [
        "2026-09-01 INSET day", "2026-09-02 INSET day", "2027-01-04 INSET day",
        "2027-05-03 Early May bank holiday", "2027-07-20 INSET day", "2027-07-21 INSET day",
      ])
  }

  @Test(arguments: [(2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25")])
  func `Easter falls where the church puts it`(year: Int, sunday: String) {
    #expect(PracticeCalendar.easterSunday(in: year).description == sunday)
  }

  @Test(arguments: years)
  func `a year has 190 days for pupils and five for staff alone`(schoolYear: SchoolYear) {
    let year = PracticeCalendar(of: schoolYear).year
    let days = SchoolCalendar([year]).sessions(
      from: schoolYear.firstDay, through: schoolYear.lastDay)
    #expect(days.count == 380)
    #expect(year.closures.filter { $0.reason == "INSET day" }.count == 5)
  }

  @Test(arguments: years)
  func `no school meets on a weekend or over Easter`(schoolYear: SchoolYear) {
    let calendar = SchoolCalendar([PracticeCalendar(of: schoolYear).year])
    let easter = PracticeCalendar.easterSunday(in: schoolYear.startYear + 1)
    let days = calendar.sessions(from: schoolYear.firstDay, through: schoolYear.lastDay).map(\.date)
    #expect(!days.contains { $0.weekday.isWeekend })
    #expect(!days.contains { (-2...1).contains($0.days(after: easter)) })
  }

  @Test func `the day of a school is the last school day up to any date of a year`() throws {
    let first = try #require(SchoolDate("2026-01-01"))
    for offset in 0..<365 {
      let today = first.adding(days: offset)
      let day = PracticeDay(upTo: today)
      #expect(day.date <= today && day.calendar.isSchoolDay(day.date))
      let between = day.calendar.sessions(from: day.date.adding(days: 1), through: today)
      #expect(between.isEmpty, "\(today): \(day.date) is not the last school day")
      #expect(
        day.calendar.years.map(\.year.startYear) == [day.year.startYear - 1, day.year.startYear])
    }
  }

  @Test(arguments: [
    ("2026-11-21", "2026-11-20"), ("2026-11-20", "2026-11-20"), ("2026-08-15", "2026-07-16"),
    ("2026-09-02", "2026-07-16"), ("2026-09-03", "2026-09-03"), ("2027-01-02", "2026-12-18"),
  ])
  func `a Saturday, a holiday and August all go back to a school day`(
    today: String, day: String
  ) throws {
    #expect(PracticeDay(upTo: try #require(SchoolDate(today))).date.description == day)
  }

  @Test(arguments: [
    ("ibstock", "08:40"), ("psa", "08:05"), ("dunkirk", "08:35"), ("st-lukes", "08:50"),
    ("on-track", "09:20"),
  ])
  func `the clock stands five minutes into the morning window`(
    policy: String, time: String
  ) throws {
    let day = PracticeDay(upTo: try #require(SchoolDate("2026-11-21")))
    let moment = day.moment(under: try PracticeSample.policy(policy))
    #expect(moment.description == "2026-11-20T\(time):00+00:00")
  }

  @Test func `the feasts of Islam are near where the moon puts them`() {
    let feasts = Feasts.eids(in: SchoolYear(startYear: 2025))
    #expect(
      feasts.map { "\($0.date) \($0.feast)" } == [
        "2026-03-20 Eid al-Fitr", "2026-05-27 Eid al-Adha",
      ]
    )
  }
}
