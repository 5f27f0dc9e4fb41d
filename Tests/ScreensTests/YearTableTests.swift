import Attendance
import Policies
import Testing

@testable import Screens

/// A pupil's year as a table: absences in spells, with what was said of them.
@Suite struct YearTableTests {
  private let year = SchoolYear(startYear: 2025)

  /// The year with these codes on the school days from Thursday 2 October 2025 on, two a day.
  private func table(
    _ codes: String, reasons: [PupilYear.Reason] = []
  ) throws -> (table: YearTable, from: Session) {
    let start = Session(try #require(SchoolDate("2025-10-02")), .am)
    let first = try #require(YearSheet.cell(of: start, in: year))
    let given = codes.split(separator: " ").map { $0 == "_" ? "" : String($0) }
    var cells = Array(repeating: "", count: first + 20)
    var meets = Array(repeating: false, count: cells.count)
    var next = given.makeIterator()
    for cell in first..<cells.count
    where !YearSheet.session(at: cell, in: year).date.weekday.isWeekend {
      guard let code = next.next() else { break }
      (cells[cell], meets[cell]) = (code, true)
    }
    return (
      YearTable(
        PupilYear(
          pupil: TestSchool.form[3].pupil, group: "8B", year: year, codes: cells, meets: meets,
          tally: Tally(), reasons: reasons),
        TestSchool.policy.codes), start
    )
  }

  @Test func `a spell over a weekend is one line, and what is no absence keeps its own`() throws {
    let (table, _) = try table("I I I I O \\ L \\ M M")
    #expect(
      table.lines.map { table.text($0, columns: 80) } == [
        "Wed 8 Oct all day, 2 sessions: M 2", "Tue 7 Oct AM   L  Late, before the register closed",
        "Thu 2 Oct AM to Mon 6 Oct AM, 5 sessions: I 4, O 1",
      ])
    #expect(table.text(table.lines[2], columns: 40) == "I 4, O 1: 2 Oct AM to 6 Oct AM")
  }

  @Test func `a blank inside is named under the table, and what was said stands beside it`() throws
  {
    let said = try #require(SchoolDate("2025-10-03"))
    let (table, start) = try table(
      "I _ I I / \\ O",
      reasons: [
        PupilYear.Reason(
          from: Session(said, .am), through: Session(said, .pm), words: "a bad cold")
      ])
    let line = try #require(table.line(near: start))
    #expect(
      table.said(of: line)
        == "Thu 2 Oct AM to Fri 3 Oct PM, 3 sessions: I illness 3; no mark at Thu 2 Oct PM; said: "
        + "a bad cold")
    #expect(table.said(of: table.lines[0]) == nil, "one session says it by its own line")
  }
}
