import Attendance
import Testing

@Suite struct SchoolDateTests {
  @Test func `every day from 1900 to 2100 reads back from its parts and its text`() {
    var expected = (year: 1900, month: 1, day: 1)
    var date = day("1900-01-01")
    while date <= day("2100-12-31") {
      guard date.parts == expected, SchoolDate(date.description) == date else {
        Issue.record("\(date) is not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > SchoolDate.days(inMonth: expected.month, of: expected.year) {
        expected =
          expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
      date = date.adding(days: 1)
    }
  }

  @Test(arguments: [
    ("2025-10-14", Weekday.tuesday), ("2026-11-21", .saturday), ("1970-01-01", .thursday),
    ("2024-02-29", .thursday), ("1969-12-31", .wednesday), ("0001-01-01", .monday),
    ("9999-12-31", .friday),
  ])
  func `a date knows its weekday`(text: String, weekday: Weekday) {
    #expect(SchoolDate(text)?.weekday == weekday)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00",
    "0000-01-01", "2025-1-01", "14/10/2025", "", "2025-10-14 ", "+025-10-14", "2025-10-1٤",
    "2025–10–14",
  ])
  func `a text that is no date is refused`(text: String) {
    #expect(SchoolDate(text) == nil)
  }

  @Test(arguments: [
    ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2025-12-28", "2025-W52"),
    ("2025-12-29", "2026-W01"), ("2026-12-31", "2026-W53"), ("2027-01-01", "2026-W53"),
    ("2027-01-04", "2027-W01"), ("2026-03-20", "2026-W12"), ("2023-01-01", "2022-W52"),
  ])
  func `a week belongs to the year its Thursday lies in`(text: String, week: String) {
    #expect(day(text).isoWeek == week)
  }

  @Test func `a new week begins on every Monday and on no other day`() {
    var date = day("2000-01-03")
    while date <= day("2060-12-31") {
      let isNew = date.isoWeek != date.adding(days: -1).isoWeek
      #expect(isNew == (date.weekday == .monday), "\(date)")
      #expect(date.monday <= date && date.days(after: date.monday) < 7, "\(date)")
      date = date.adding(days: 1)
    }
  }

  @Test(arguments: [
    ("2012-02-29", 5, "2017-03-01"), ("2012-02-29", 4, "2016-02-29"),
    ("2010-08-31", 16, "2026-08-31"),
  ])
  func `a birthday on a leap day falls on 1 March in other years`(
    born: String, age: Int, birthday: String
  ) {
    #expect(day(born).birthday(age) == day(birthday))
  }

  @Test func `a date is shown in words`() {
    let date = day("2025-10-04")
    #expect(
      [date.description, date.inWords, date.short] == ["2025-10-04", "Sat 4 Oct 2025", "4 Oct"])
  }
}
