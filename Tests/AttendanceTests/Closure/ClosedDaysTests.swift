import Attendance
import Testing

/// The days on which a closure let nobody in, which no clock counts (U23).
@Suite struct ClosedDaysTests {
  private func book(_ closures: (Session, Session, String)...) -> DayBook {
    DayBook(
      closures.enumerated().map { index, closure in
        DayLine(
          id: DayLine.ID(Int64(index + 1)), by: TestSchool.office, at: moment("08:00"), pupil: nil,
          date: closure.0.date,
          matter: .closure(
            ClosedSessions(from: closure.0, through: closure.1, code: closure.2)))
      })
  }

  @Test func `only whole days closed for everybody are left out`() {
    let book = book(
      (pm("2025-09-08"), am("2025-09-10"), "Y4"), (am("2025-09-11"), pm("2025-09-11"), "Y3"))
    #expect(book.closedDays == [day("2025-09-09")])
  }

  @Test func `an N falls due a day later for each day the school met for nobody`() {
    let calendar = SchoolCalendar([
      CalendarYear(
        year: SchoolYear(startYear: 2025),
        terms: [Term(name: "Spring", starts: day("2026-01-05"), ends: day("2026-03-27"))],
        closures: [])
    ])
    let closed = book((am("2026-01-14"), pm("2026-01-14"), "Y4")).closedDays
    #expect(calendar.settlingDay(of: day("2026-01-12")) == day("2026-01-19"))
    #expect(calendar.settlingDay(of: day("2026-01-12"), but: closed) == day("2026-01-20"))
  }
}
