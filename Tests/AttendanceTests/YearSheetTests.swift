import Attendance
import Testing

@Suite struct YearSheetTests {
  @Test(arguments: [(2022, 730), (2023, 732), (2024, 730), (2025, 730), (2027, 732)])
  func `a sheet has two cells a day`(startYear: Int, cells: Int) {
    let year = SchoolYear(startYear: startYear)
    #expect(YearSheet(year: year).cells.count == cells)
    #expect(YearSheet(year: year, cells: Array(repeating: 1, count: cells)) != nil)
    #expect(YearSheet(year: year, cells: Array(repeating: 1, count: cells - 2)) == nil)
    #expect(YearSheet(year: year, cells: []) == nil)
  }

  @Test(arguments: [2023, 2024])
  func `every session of a year has a cell of its own`(startYear: Int) {
    let year = SchoolYear(startYear: startYear)
    var sheet = YearSheet(year: year)
    var expected: [UInt8] = []
    var date = year.firstDay
    while date <= year.lastDay {
      for half in HalfDay.allCases {
        let session = Session(date, half)
        let byte = UInt8(expected.count % 251 + 1)
        #expect(YearSheet.cell(of: session, in: year) == expected.count)
        #expect(YearSheet.session(at: expected.count, in: year) == session)
        sheet[session] = byte
        expected.append(byte)
        #expect(sheet[session] == byte)
      }
      date = date.adding(days: 1)
    }
    #expect(sheet.cells == expected)
  }

  @Test func `a session of another year is blank and stays out`() {
    var sheet = YearSheet(year: SchoolYear(startYear: 2025))
    for session in [pm("2025-07-31"), am("2026-08-01")] {
      sheet[session] = 7
      #expect(sheet[session] == 0)
    }
    #expect(sheet == YearSheet(year: SchoolYear(startYear: 2025)))
  }
}
