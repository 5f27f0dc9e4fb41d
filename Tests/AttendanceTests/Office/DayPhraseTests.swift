import Attendance
import Testing

/// Days as people say them, on Friday 20 March 2026.
@Suite struct DayPhraseTests {
  private func phrase(_ text: String, from start: String = "2026-03-20") -> DayPhrase? {
    let today = SchoolDate("2026-03-20") ?? SchoolDate(daysSince1970: 0)
    return SchoolDate(start).flatMap { DayPhrase(text, from: $0, today: today) }
  }

  @Test(arguments: [
    ("today", "2026-03-20"), ("tomorrow", "2026-03-21"), ("23 Mar", "2026-03-23"),
    ("23 march 2026", "2026-03-23"), ("23/3", "2026-03-23"), ("Mon 23 Mar", "2026-03-23"),
    ("2026-03-23", "2026-03-23"), ("mon", "2026-03-23"), ("fri", "2026-03-20"),
    ("15 Dec", "2025-12-15"), ("15 Jan", "2026-01-15"),
  ])
  func `a day is read as it is said`(text: String, date: String) {
    #expect(phrase(text)?.date.description == date)
    #expect(phrase(text)?.half == nil)
    #expect(phrase(text + " PM")?.half == .pm)
  }

  @Test(arguments: [
    ("23/3/26", false, "2026-03-23"), ("12 5 30", false, "2030-05-12"),
    ("12 5 30", true, "1930-05-12"), ("12 5 14", true, "2014-05-12"),
    ("12/5/09", true, "2009-05-12"), ("20 3 26", true, "2026-03-20"),
  ])
  func `two digits of a year are the nearest such year, or of what is past the latest`(
    text: String, isPast: Bool, date: String
  ) throws {
    let today = try #require(SchoolDate("2026-03-20"))
    let phrase = DayPhrase(text, from: today, today: today, isPast: isPast)
    #expect(phrase?.date.description == date)
  }

  @Test(arguments: [("+0", "2026-03-20"), ("+1", "2026-03-23"), ("+2", "2026-03-24")])
  func `a number counts the days of the working week`(text: String, date: String) {
    #expect(phrase(text)?.date.description == date)
  }

  @Test func `a number, a weekday and a bare half of the day count from the start`() {
    #expect(phrase("+1", from: "2026-03-24")?.date.description == "2026-03-25")
    #expect(phrase("mon", from: "2026-03-24")?.date.description == "2026-03-30")
    #expect(phrase("am", from: "2026-03-24")?.last.description == "2026-03-24 AM")
  }

  @Test func `a whole day begins in the morning and ends in the afternoon`() {
    #expect(phrase("today")?.first.half == .am)
    #expect(phrase("today")?.last.half == .pm)
  }

  @Test(arguments: [
    "", " ", "soon", "31 Feb", "23 Ma", "32/1", "+", "+-1", "+999999999999", "1 2 3 4", "mon tue",
    "2026-02-30", "23", "12 5 214", "12 5 0014",
  ])
  func `what says no day is none`(text: String) {
    #expect(phrase(text) == nil)
  }
}
