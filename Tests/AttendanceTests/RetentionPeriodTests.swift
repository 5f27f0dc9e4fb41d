import Attendance
import Testing

/// From which day on something is past retention.
@Suite struct RetentionPeriodTests {
  private func date(_ text: String) throws -> SchoolDate { try #require(SchoolDate(text)) }

  @Test func `what was recorded on a day is kept through that day six years on`() throws {
    let six = RetentionPeriod(years: 6)
    let made = Instant(try date("2020-11-22"), TimeOfDay(minutes: 0))
    #expect(six.ends(of: made) == (try date("2026-11-23")))
    #expect(made >= six.limit(on: try date("2026-11-22")))
    #expect(made < six.limit(on: try date("2026-11-23")))
  }

  @Test(arguments: ["2020-02-28", "2020-02-29", "2020-03-01", "2022-02-28", "2022-03-01"])
  func `a leap day shortens nothing`(day: String) throws {
    let six = RetentionPeriod(years: 6)
    let made = Instant(try date(day), TimeOfDay(minutes: 600))
    let ends = six.ends(of: made)
    #expect(made < six.limit(on: ends))
    #expect(made >= six.limit(on: ends.adding(days: -1)))
  }

  @Test func `less than the law allows is six years, and more is more`() {
    #expect(RetentionPeriod(years: 3).years == 6)
    #expect(RetentionPeriod(years: 10).years == 10)
  }
}
