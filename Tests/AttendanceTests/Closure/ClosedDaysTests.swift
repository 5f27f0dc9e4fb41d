import Attendance
import Testing

/// The sessions that a closure of the day book closes to a pupil (U22), which no clock counts (U23).
@Suite struct ClosedDaysTests {
  static func book(_ closures: ClosedSessions...) -> DayBook {
    DayBook(
      closures.enumerated().map { index, closure in
        DayLine(
          id: DayLine.ID(Int64(index + 1)), by: TestSchool.office, at: moment("08:00"), pupil: nil,
          date: closure.from.date, matter: .closure(closure), words: "snow")
      })
  }

  /// A closure of whole days.
  static func closure(
    _ first: String, _ last: String, _ code: String, years: [String] = [], groups: [String] = []
  ) -> ClosedSessions {
    ClosedSessions(
      from: am(first), through: pm(last), code: code, years: years.map(yearGroup), groups: groups)
  }

  /// The sessions closed to Ada, of 8B, in order.
  private static func closed(
    _ closures: ClosedSessions..., taken back: Bool = false, marks: [Session: String] = [:]
  ) -> [Session] {
    var lines = closures.flatMap { book($0).lines }
    if back {
      lines.append(
        DayLine(
          id: DayLine.ID(9), by: TestSchool.office, at: moment("08:30"), pupil: nil,
          date: TestSchool.wednesday, about: DayLine.ID(1), matter: .withdrawn))
    }
    return DayBook(lines).closed(to: HandoutTests.member(TestSchool.ada), in: Roll()) {
      marks[$0] ?? ""
    }.keys.sorted()
  }

  private static let snow = closure("2025-09-09", "2025-09-09", "Y4")

  @Test func `snow closes both sessions to everybody, until it is taken back`() {
    #expect(Self.closed(Self.snow) == [am("2025-09-09"), pm("2025-09-09")])
    #expect(Self.closed(Self.snow, taken: true).isEmpty)
  }

  @Test func `a closure of years or groups closes to those alone`() {
    #expect(Self.closed(Self.closure("2025-09-09", "2025-09-09", "Y3", years: ["9"])).isEmpty)
    #expect(Self.closed(Self.closure("2025-09-09", "2025-09-09", "Y3", groups: ["8C"])).isEmpty)
    let own = Self.closure("2025-09-09", "2025-09-09", "Y3", years: ["8"], groups: ["8B"])
    #expect(Self.closed(own).count == 2)
  }

  @Test
  func `a mark that stands says that the session was held, and the closure's that it was not`() {
    #expect(Self.closed(Self.snow, marks: [am("2025-09-09"): "/"]) == [pm("2025-09-09")])
    #expect(Self.closed(Self.snow, marks: [am("2025-09-09"): "Y4"]).count == 2)
  }

  @Test func `pupils named one by one are known by their marks alone`() {
    let named = Self.closure("2025-09-09", "2025-09-09", "Y3")
    #expect(Self.closed(named).isEmpty)
    #expect(Self.closed(named, marks: [pm("2025-09-09"): "Y3"]) == [pm("2025-09-09")])
  }

  @Test func `an N falls due a day later for each day on which the school met for nobody`() {
    let calendar = SchoolCalendar([
      CalendarYear(
        year: SchoolYear(startYear: 2025),
        terms: [Term(name: "Spring", starts: day("2026-01-05"), ends: day("2026-03-27"))],
        closures: [
          Closure(date: day("2026-01-15"), reason: "training", yearGroups: [yearGroup("8")])
        ])
    ])
    func due(_ closures: ClosedSessions..., within: Int = 5) -> String? {
      let closed = DayBook(closures.flatMap { Self.book($0).lines }).closedDays
      return calendar.schoolDay(within, after: day("2026-01-12"), but: closed)?.description
    }
    // The training of Year 8 leaves the school open for others.
    #expect(due() == "2026-01-19")
    #expect(due(Self.closure("2026-01-14", "2026-01-14", "Y4")) == "2026-01-20")
    #expect(due(Self.closure("2026-01-14", "2026-01-14", "Y3", years: ["9"])) == "2026-01-19")
    let afternoon = ClosedSessions(from: pm("2026-01-14"), through: pm("2026-01-14"), code: "Y4")
    #expect(due(afternoon) == "2026-01-19")
    #expect(due(within: 3) == "2026-01-15")
    #expect(due(within: 60) == nil)
  }
}
