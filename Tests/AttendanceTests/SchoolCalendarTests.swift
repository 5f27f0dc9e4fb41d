import Attendance
import Testing

@Suite struct SchoolCalendarTests {
  /// Three weeks of autumn with a half term, one of spring, and a closure of every kind.
  static let calendar = SchoolCalendar([
    CalendarYear(year: SchoolYear(startYear: 2026), terms: [], closures: []),
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [
        Term(
          name: "Autumn", starts: day("2025-09-01"), ends: day("2025-09-19"),
          halfTerm: day("2025-09-08")...day("2025-09-12")),
        Term(name: "Spring", starts: day("2026-01-05"), ends: day("2026-01-09")),
      ],
      closures: [
        Closure(date: day("2025-09-02"), reason: "boiler", half: .pm, campus: "South"),
        Closure(date: day("2025-09-03"), reason: "INSET day"),
        Closure(date: day("2025-09-04"), reason: "early finish", half: .pm),
        Closure(
          date: day("2025-09-05"), reason: "study day",
          yearGroups: [yearGroup("11"), yearGroup("R")]),
        Closure(date: day("2025-09-06"), reason: "a Saturday anyhow"),
        Closure(
          date: day("2025-09-15"), reason: "snow", half: .am, campus: "South",
          yearGroups: [yearGroup("7")]),
        Closure(date: day("2025-12-25"), reason: "Christmas"),
      ]),
  ])

  static let campuses = [nil, "", "North", "South"]
  static let yearGroups = [nil, .reception, YearGroup(year: 7), YearGroup(year: 11)]

  static func why(
    _ session: Session, _ campus: String? = nil, _ group: String? = nil
  ) -> ClosedReason? {
    calendar.closure(at: session, campus: campus, yearGroup: group.map { yearGroup($0) })
  }

  @Test(arguments: campuses, yearGroups)
  func `the cells of a year say the same as each session by itself`(
    campus: String?, group: YearGroup?
  ) {
    for year in Self.calendar.years {
      let cells = year.meetings(campus: campus, yearGroup: group)
      #expect(cells.count == year.year.days * 2)
      for (cell, meets) in cells.enumerated() {
        let session = YearSheet.session(at: cell, in: year.year)
        let closure = Self.calendar.closure(at: session, campus: campus, yearGroup: group)
        #expect(meets == (closure == nil), "\(session)")
        #expect(Self.calendar.meets(at: session, campus: campus, yearGroup: group) == meets)
      }
    }
  }

  @Test func `a closure keeps away those it names and nobody else`() {
    #expect(Self.why(pm("2025-09-02"), "South") == .closed("boiler"))
    #expect(Self.why(pm("2025-09-02"), "North") == nil)
    #expect(Self.why(am("2025-09-02"), "South") == nil)
    #expect(Self.why(pm("2025-09-02")) == nil)
    #expect(Self.why(am("2025-09-03"), "North", "7") == .closed("INSET day"))
    #expect(Self.why(am("2025-09-04")) == nil)
    #expect(Self.why(pm("2025-09-04")) == .closed("early finish"))
    #expect(Self.why(am("2025-09-05"), "North", "11") == .closed("study day"))
    #expect(Self.why(am("2025-09-05"), "North", "7") == nil)
    #expect(Self.why(am("2025-09-15"), "South", "7") == .closed("snow"))
    #expect(Self.why(am("2025-09-15"), "South", "11") == nil)
    #expect(Self.why(am("2025-09-15"), "North", "7") == nil)
    #expect(Self.why(am("2025-09-15"), "South") == nil)
  }

  @Test func `days without school say why`() {
    #expect(
      [
        am("2025-08-31"), am("2025-09-01"), am("2025-09-06"), am("2025-09-08"), am("2025-09-13"),
        pm("2025-09-19"), am("2025-09-22"), am("2026-01-05"), am("2026-09-01"), am("2024-09-02"),
      ].map { Self.why($0)?.description } == [
        "outside term", nil, "weekend", "half term of Autumn", "weekend", nil, "outside term", nil,
        "outside term", "no calendar covers the date",
      ])
  }

  @Test func `school days are those with a session for somebody`() {
    let days = (1...30).map { day("2025-09-" + ($0 < 10 ? "0\($0)" : "\($0)")) }
    #expect(
      days.filter(Self.calendar.isSchoolDay).map(\.day) == [1, 2, 4, 5, 15, 16, 17, 18, 19])
    #expect(Self.calendar.lastSchoolDay(upTo: day("2025-09-14")) == day("2025-09-05"))
    #expect(Self.calendar.lastSchoolDay(upTo: day("2025-09-03")) == day("2025-09-02"))
    #expect(Self.calendar.lastSchoolDay(upTo: day("2030-01-01")) == day("2026-01-09"))
    #expect(Self.calendar.lastSchoolDay(upTo: day("2025-08-31")) == nil)
    #expect(SchoolCalendar([]).lastSchoolDay(upTo: day("2025-09-01")) == nil)
  }

  @Test func `sessions run over weekends, closures and half term in order`() {
    #expect(
      Self.calendar.sessions(from: day("2025-09-02"), through: day("2025-09-15")) == [
        am("2025-09-02"), pm("2025-09-02"), am("2025-09-04"), am("2025-09-05"), pm("2025-09-05"),
        am("2025-09-15"), pm("2025-09-15"),
      ])
  }

  @Test func `the sessions before one are those of its own audience, latest first`() {
    func before(_ campus: String, _ year: String) -> [Session] {
      Self.calendar.sessions(
        before: pm("2025-09-15"), campus: campus, yearGroup: yearGroup(year), count: 4)
    }
    #expect(
      before("South", "7") == [
        pm("2025-09-05"), am("2025-09-05"), am("2025-09-04"), am("2025-09-02"),
      ])
    #expect(
      before("North", "11") == [
        am("2025-09-15"), am("2025-09-04"), pm("2025-09-02"), am("2025-09-02"),
      ])
    #expect(
      Self.calendar.sessions(
        before: am("2025-09-02"), campus: nil, yearGroup: nil, count: 9)
        == [pm("2025-09-01"), am("2025-09-01")])
  }

  @Test func `a date knows its term and the half of it`() {
    #expect(Self.calendar.term(of: day("2025-09-05"))?.term.half(of: day("2025-09-05")) == 1)
    #expect(Self.calendar.term(of: day("2025-09-15"))?.term.half(of: day("2025-09-15")) == 2)
    #expect(Self.calendar.term(of: day("2026-01-05"))?.term.name == "Spring")
    #expect(Self.calendar.term(of: day("2025-10-01")) == nil)
  }
}
