import Attendance
import Testing

@testable import Exchange

/// Files of another system, read through a map of its columns.
@Suite struct ColumnMapTests {
  private static let map = """
    marks:
      columns: {upn: Number, date: Day, session: Half, code: Mark, note: Remark}
      ignore: [Name]
      dates: day/month/year
      words:
        session: {Morning: AM, Afternoon: PM}
    """

  private func map(_ text: String = map, for kind: ColumnMap.Kind = .marks) throws -> ColumnMap {
    try ColumnMap.read(IncomingFile(named: "map.yaml", text: text), for: kind)
  }

  private func faults(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let faults as FaultList {
      return faults.lines
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `rows are taken under our columns, dates turned, words in ours, codes as they are`()
    throws
  {
    let file = IncomingFile(
      named: "theirs.csv",
      text: """
        Name,Half,Mark,Day,Number,Remark
        "Lovelace, Ada",Morning,H,3/9/2023,A1,"said ""hi"", left"
        Bob,Afternoon,/,13/10/2025,B2,

        """)
    let rows = try CSVReader.rows(of: MappedFile(file, through: map()).file)
    #expect(
      rows == [
        ["session", "code", "date", "upn", "note"],
        ["AM", "H", "2023-09-03", "A1", "said \"hi\", left"],
        ["PM", "/", "2025-10-13", "B2", ""],
      ])
  }

  @Test func `a fault of a row is told at its line in the file that came`() throws {
    let file = IncomingFile(
      named: "theirs.csv",
      text:
        "Number,Day,Half,Mark,Remark\nA1,1/9/2025,Morning,/,\n\"two\nlines\",1/9/2025,Morning,Q9,\n"
    )
    let mapped = try MappedFile(file, through: map())
    var faults = FaultList(file: "theirs.csv")
    faults.add(line: 2, "first")
    faults.add(line: 3, "second")
    #expect(mapped.inSource(faults).lines == ["theirs.csv:2: first", "theirs.csv:3: second"])
    let later = IncomingFile(
      named: "theirs.csv",
      text: "Number,Day,Half,Mark,Remark\n\"a\nb\",1/9/2025,Morning,/,\nB2,1/9/2025,Morning,/,\n")
    var third = FaultList(file: "theirs.csv")
    third.add(line: 4, "third")
    #expect(try MappedFile(later, through: map()).inSource(third).lines == ["theirs.csv:4: third"])
  }

  @Test func `a column that the map does not know is refused by name, and one that is missing`() {
    let file = IncomingFile(named: "theirs.csv", text: "Number,Dya,Half,Mark,Extra\nA,B,C,D,E\n")
    #expect(
      faults { _ = try MappedFile(file, through: map()) } == [
        "theirs.csv:1: the map does not know the column 'Dya'; name it in the map, or put it "
          + "under 'ignore'",
        "theirs.csv:1: the map does not know the column 'Extra'; name it in the map, or put it "
          + "under 'ignore'",
        "theirs.csv:1: column 'Day' is missing, from which date is taken; add it",
      ])
  }

  @Test func `a map with a slip is refused with its place`() {
    #expect(
      faults { _ = try map("marks:\n  columns: {upn: A, dat: B}\n") } == [
        "map.yaml:2:21: unknown setting 'dat'; did you mean 'date'?"
      ])
    #expect(
      faults { _ = try map("marks:\n  columns: {upn: A, date: A}\n") } == [
        "map.yaml:2:18: 'A' is mapped to date and to upn; take one out"
      ])
    #expect(
      faults { _ = try map("marks:\n  columns: {upn: A}\n  dates: American\n") } == [
        "map.yaml:3:10: 'American' is no way to write dates; write year-month-day or day/month/year"
      ])
    #expect(
      faults { _ = try map("marks:\n  columns: {upn: A}\n", for: .pupils) } == [
        "map.yaml:1:1: 'pupils' is missing here; add it"
      ])
  }
}
