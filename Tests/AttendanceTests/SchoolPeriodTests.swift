import Attendance
import Testing

/// The weeks, fortnights, half terms, terms and years of a calendar.
@Suite struct SchoolPeriodTests {
  private func lines(_ kind: SchoolPeriod.Kind) -> [String] {
    FiguresSchool.calendar.periods(kind).map { "\($0.name): \($0.starts) to \($0.ends)" }
  }

  @Test func `periods begin and end with a school day`() {
    // The 3rd of September is closed; half term is from the 8th to the 12th.
    #expect(
      lines(.halfTerm) == [
        "Autumn 1: 2025-09-01 to 2025-09-05", "Autumn 2: 2025-09-15 to 2025-09-19",
        "Spring 1: 2026-01-05 to 2026-01-09",
      ])
    #expect(
      lines(.term) == [
        "Autumn: 2025-09-01 to 2025-09-19", "Spring: 2026-01-05 to 2026-01-09",
      ])
    #expect(lines(.year) == ["2025-26: 2025-09-01 to 2026-01-09"])
  }

  @Test func `weeks without a school day are none, and fortnights are two that are`() {
    #expect(
      lines(.week) == [
        "week of 1 Sep: 2025-09-01 to 2025-09-05", "week of 15 Sep: 2025-09-15 to 2025-09-19",
        "week of 5 Jan: 2026-01-05 to 2026-01-09",
      ])
    #expect(
      lines(.fortnight) == [
        "fortnight from 1 Sep: 2025-09-01 to 2025-09-19",
        "fortnight from 5 Jan: 2026-01-05 to 2026-01-09",
      ])
  }

  @Test func `a period has begun on its first day and is over after its last`() {
    let calendar = FiguresSchool.calendar
    #expect(calendar.period(.halfTerm, begunBy: day("2025-09-14"))?.name == "Autumn 1")
    #expect(calendar.period(.halfTerm, begunBy: day("2025-09-15"))?.name == "Autumn 2")
    #expect(calendar.period(.halfTerm, overBefore: day("2025-09-19"))?.name == "Autumn 1")
    #expect(calendar.period(.halfTerm, overBefore: day("2025-09-20"))?.name == "Autumn 2")
    #expect(calendar.period(.week, overBefore: day("2025-09-05")) == nil)
    #expect(calendar.period(.term, begunBy: day("2025-08-31")) == nil)
  }
}
