import Attendance
import Testing

@Suite struct SchoolDateTests {
  @Test func `every day from 1900 to 2100 reads back from its parts and its text`() {
    guard let first = SchoolDate("1900-01-01"), let last = SchoolDate("2100-12-31") else {
      Issue.record("the bounds are dates")
      return
    }
    var expected = (year: 1900, month: 1, day: 1)
    var date = first
    while date <= last {
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
    ("2024-02-29", .thursday),
  ])
  func `a date knows its weekday`(text: String, weekday: Weekday) {
    #expect(SchoolDate(text)?.weekday == weekday)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-01", "14/10/2025", "", "2025-10-14 "])
  func `a text that is no date is refused`(text: String) {
    #expect(SchoolDate(text) == nil)
  }
}
