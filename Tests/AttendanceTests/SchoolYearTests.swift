import Attendance
import Testing

@Suite struct SchoolYearTests {
  @Test(arguments: [
    ("2025-07-31", 2024), ("2025-08-01", 2025), ("2025-12-31", 2025), ("2026-01-01", 2025),
    ("2026-07-31", 2025), ("2026-08-01", 2026),
  ])
  func `a school year runs from 1 August to 31 July`(date: String, startYear: Int) {
    let year = SchoolYear(of: day(date))
    #expect(year == SchoolYear(startYear: startYear))
    #expect(year.contains(day(date)))
    #expect(!year.next.contains(day(date)))
  }

  @Test(arguments: [(2022, 365), (2023, 366), (2024, 365), (2099, 365), (1999, 366)])
  func `a year with 29 February has 366 days`(startYear: Int, days: Int) {
    #expect(SchoolYear(startYear: startYear).days == days)
  }

  @Test(arguments: 1990..<2110)
  func `years follow each other without a gap and read back from their text`(startYear: Int) {
    let year = SchoolYear(startYear: startYear)
    #expect(year.lastDay.adding(days: 1) == year.next.firstDay)
    #expect(SchoolYear(year.description) == year)
    #expect(year < year.next)
  }

  @Test(arguments: [
    "2025", "2025-27", "2025-2026", "25-26", "2025/26", "2025-26 ", "", "-", "2005-+6", "+202-03",
    "-202-01", "2025-26-27", "0000-01",
  ])
  func `a text that is no school year is refused`(text: String) {
    #expect(SchoolYear(text) == nil)
  }

  @Test func `the turn of a century keeps two digits`() {
    #expect(SchoolYear(startYear: 1999).description == "1999-00")
    #expect(SchoolYear(startYear: 2008).description == "2008-09")
  }
}
