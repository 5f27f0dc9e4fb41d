import Attendance
import Testing

/// What moving, leaving and coming back, and a change of code sets, do to figures.
@Suite struct FiguresOverTimeTests {
  /// July and September 2024 on each side of the change of code sets, and January after it.
  static let calendar = SchoolCalendar([
    year(2023, "2024-07-08", "2024-07-12"), year(2024, "2024-09-02", "2024-09-06"),
  ])

  static func year(_ startYear: Int, _ starts: String, _ ends: String) -> CalendarYear {
    CalendarYear(
      year: SchoolYear(startYear: startYear),
      terms: [Term(name: "Term", starts: day(starts), ends: day(ends))], closures: [])
  }

  /// Figures of Ada alone, the same code at every session from July on.
  static func figures(
    _ code: String, enrolments: [Enrolment], calendar: SchoolCalendar = calendar,
    particulars: [Particulars] = [FiguresSchool.particulars("7", "7A", "", [:])]
  ) -> Figures {
    let alphabet = FiguresSchool.alphabet
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year) {
      let cells = [UInt8](repeating: alphabet.byte(of: code) ?? 0, count: year.days * 2)
      sheets[year] = YearSheet(year: year, cells: cells).map { [TestSchool.ada.id: $0] }
    }
    return Figures(
      roll: Roll(
        pupils: [TestSchool.ada], enrolments: enrolments,
        particulars: [TestSchool.ada.id: particulars]),
      calendar: calendar, codes: TestCodes.book, alphabet: alphabet, sheets: sheets)
  }

  static func lines(_ figures: Figures, by key: FigureKey) -> [String] {
    FiguresTests.lines(figures.rows(by: key, from: day("2023-08-01"), through: pm("2025-07-31")))
  }

  static func enrolment(_ number: Int64, _ starts: String, _ ends: String? = nil) -> Enrolment {
    Enrolment(
      id: Enrolment.ID(number), pupil: TestSchool.ada.id, starts: day(starts),
      ends: ends.map { day($0) })
  }

  @Test func `each school year has its own row and nothing of another's`() {
    let figures = Self.figures("I", enrolments: [Self.enrolment(1, "2024-07-10")])
    #expect(
      Self.lines(figures, by: .schoolYear) == [
        "2023-24: 0 6 0 0 0 1 1 1", "2024-25: 0 10 0 0 0 1 1 1",
      ])
    #expect(Self.lines(figures, by: .school) == [": 0 16 0 0 0 1 1 1"])
  }

  /// Days of August on each side of 19 August 2024, in a calendar that meets on them.
  @Test(arguments: [
    ("J", "2024-25: 20 0 0 0 0 1 0 0"), ("J1", "2024-25: 0 20 0 0 0 1 1 1"),
    ("Y", "2024-25: 0 0 0 0 0 0 0 0"), ("H", "2024-25: 0 20 0 0 0 1 1 1"),
  ])
  func `a school year in which the code sets change counts on both sides`(
    code: String, row: String
  ) {
    let august = SchoolCalendar([Self.year(2024, "2024-08-12", "2024-08-23")])
    let figures = Self.figures(
      code, enrolments: [Self.enrolment(1, "2024-01-01")], calendar: august)
    #expect(Self.lines(figures, by: .schoolYear) == [row])
  }

  @Test func `sessions between leaving and coming back do not count`() {
    let figures = Self.figures(
      "O",
      enrolments: [
        Self.enrolment(1, "2024-01-01", "2024-07-09"), Self.enrolment(2, "2024-09-05"),
      ])
    // Each enrolment is persistently and severely absent by itself: the DfE counts enrolments.
    #expect(Self.lines(figures, by: .school) == [": 0 0 8 0 0 2 2 2"])
    #expect(
      Self.lines(figures, by: .schoolYear) == [
        "2023-24: 0 0 4 0 0 1 1 1", "2024-25: 0 0 4 0 0 1 1 1",
      ])
  }

  @Test func `a leaving date set later takes nothing but possible sessions`() {
    let before = Self.figures("C", enrolments: [Self.enrolment(1, "2024-09-02")])
    let after = Self.figures("C", enrolments: [Self.enrolment(1, "2024-09-02", "2024-09-03")])
    #expect(Self.lines(before, by: .school) == [": 0 10 0 0 0 1 1 1"])
    #expect(Self.lines(after, by: .school) == [": 0 4 0 0 0 1 1 1"])
  }

  @Test func `nothing possible is a row with nobody in it and no percentage`() {
    let figures = Self.figures("D", enrolments: [Self.enrolment(1, "2024-09-02")])
    let rows = figures.rows(by: .school, from: day("2024-09-02"), through: pm("2024-09-06"))
    #expect(FiguresTests.lines(rows) == [": 0 0 0 0 0 0 0 0"])
    #expect(rows.map(\.tally.attendance) == [nil] && rows.map(\.tally.absence) == [nil])
  }

  @Test func `a pupil without a sheet is missing marks, not absent`() {
    let figures = Figures(
      roll: Roll(
        pupils: [TestSchool.ada], enrolments: [Self.enrolment(1, "2024-09-04")],
        particulars: [TestSchool.ada.id: [FiguresSchool.particulars("7", "7A", "", [:])]]),
      calendar: Self.calendar, codes: TestCodes.book, alphabet: FiguresSchool.alphabet,
      sheets: [:])
    #expect(Self.lines(figures, by: .school) == [": 0 0 0 0 6 0 0 0"])
  }

  /// Promoted in the holidays, a pupil leaves no row of the old form in the new year.
  @Test func `a form nobody was in on a school day has no row`() {
    let figures = Self.figures(
      "/", enrolments: [Self.enrolment(1, "2024-01-01")],
      particulars: [
        FiguresSchool.particulars("7", "7A", "", [:], from: "2024-01-01"),
        FiguresSchool.particulars("8", "8A", "", [:], from: "2024-09-01"),
      ])
    let rows = figures.rows(by: .group, from: day("2024-08-01"), through: pm("2024-09-06"))
    #expect(rows.map(\.key) == ["8A"])
  }
}
