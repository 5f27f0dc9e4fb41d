import Attendance
import Testing

@Suite struct InstantTests {
  /// Universal time beside what London's clocks show, around the two Sundays of 2026.
  @Test(arguments: [
    ("2026-03-29T00:30:00Z", "2026-03-29T00:30:00+00:00"),
    ("2026-03-29T00:59:59Z", "2026-03-29T00:59:59+00:00"),
    ("2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00"),
    ("2026-03-29T01:30:00Z", "2026-03-29T02:30:00+01:00"),
    ("2026-10-24T23:30:00Z", "2026-10-25T00:30:00+01:00"),
    ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00+01:00"),
    ("2026-10-25T01:30:00Z", "2026-10-25T01:30:00+00:00"),
    ("2026-10-25T02:30:00Z", "2026-10-25T02:30:00+00:00"),
    ("2025-06-30T23:30:00Z", "2025-07-01T00:30:00+01:00"),
    ("2025-12-31T23:30:00Z", "2025-12-31T23:30:00+00:00"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59+00:00"),
  ])
  func `a moment is written as London's clocks show it`(universal: String, london: String) {
    let instant = Instant(universal)
    #expect(instant?.description == london)
    #expect(Instant(london) == instant)
  }

  @Test(arguments: [
    ("2026-03-29", "00:30", "00:30"), ("2026-03-29", "01:30", "02:30"),
    ("2026-03-29", "02:30", "02:30"), ("2026-10-25", "00:30", "00:30"),
    ("2026-10-25", "01:30", "01:30"), ("2026-10-25", "02:30", "02:30"),
    ("2026-07-01", "00:00", "00:00"), ("2026-01-01", "23:59", "23:59"),
  ])
  func `a time on the wall is found again, and the hour that spring skips counts on`(
    date: String, time: String, shown: String
  ) {
    let instant = Instant(day(date), clock(time))
    #expect(instant.date == day(date))
    #expect(instant.time == clock(shown))
  }

  @Test func `in the hour that autumn repeats the earlier one is meant`() {
    #expect(Instant(day("2026-10-25"), clock("01:30")) == Instant("2026-10-25T00:30:00Z"))
    #expect(Instant(day("2026-10-25"), clock("02:00")) == Instant("2026-10-25T02:00:00Z"))
  }

  /// The Sundays are those of the law's own lists.
  @Test(arguments: [
    ("2024-03-31", "2024-10-27"), ("2025-03-30", "2025-10-26"), ("2026-03-29", "2026-10-25"),
    ("2027-03-28", "2027-10-31"), ("2028-03-26", "2028-10-29"), ("2030-03-31", "2030-10-27"),
  ])
  func `summer time runs from the last Sunday in March to the last in October`(
    spring: String, autumn: String
  ) {
    for (change, isSummerAfter) in [(day(spring), true), (day(autumn), false)] {
      let one = Int64(change.daysSince1970) * 86_400 + 3600
      #expect(Instant(seconds: one - 1).isSummerTime != isSummerAfter)
      #expect(Instant(seconds: one).isSummerTime == isSummerAfter)
    }
  }

  @Test func `every half hour of two years reads back from its text`() {
    var instant = moment("2025-01-01T00:00")
    while instant < moment("2027-01-01T00:00") {
      #expect(Instant(instant.description) == instant)
      instant = instant.adding(seconds: 1801)
    }
  }

  @Test func `seconds and offset may be left out, and another zone's offset counts`() {
    let winter = moment("2026-01-20T08:40:00Z")
    #expect(Instant("2026-01-20T08:40") == winter)
    #expect(Instant("2026-01-20T08:40:00") == winter)
    #expect(Instant("2026-01-20T21:40+13:00") == winter)
    #expect(Instant("2026-01-20T00:40:00-08:00") == winter)
    #expect(Instant("2026-01-20T08:40:07") == winter.adding(seconds: 7))
  }

  @Test(arguments: [
    "2026-01-20", "2026-01-20 08:40", "2026-01-20T8:40", "2026-01-20T24:00", "2026-01-20T08:40:60",
    "2026-01-20T08:40:", "2026-01-20T08:40:5", "2026-01-20T08:40:+5", "2026-01-20T08:40:00z",
    "2026-01-20T08:40:00+1", "2026-01-20T08:40:00Z ", "2026-02-29T08:40", "2026-01-20T08:40:-0", "",
  ])
  func `a text that is no moment is refused`(text: String) {
    #expect(Instant(text) == nil)
  }
}
