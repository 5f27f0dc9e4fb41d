import Attendance
import Exchange
import Testing

@Suite struct RowTableTests {
  private let table = RowTable(
    ["upn", "surname", "absent", "absence_percent"],
    rows: [
      [.code("A1"), .text("O'Brien"), .number(38), .percentage(orEmpty: Share(38, of: 380))],
      [.code("B2"), .text("山田"), .number(7), .empty],
      [.code("C3"), .text(orEmpty: nil), .number(-5), .tenths(155)],
    ])

  @Test func `a table is aligned by what a terminal shows, numbers to the right`() {
    #expect(
      table.written(as: .table) == """
        upn  surname  absent  absence_percent
        A1   O'Brien      38             10.0
        B2   山田          7
        C3                -5             15.5

        """)
  }

  @Test func `CSV has a header, line feeds and quotes only where they are needed`() {
    #expect(
      table.written(as: .csv) == """
        upn,surname,absent,absence_percent
        A1,O'Brien,38,10.0
        B2,山田,7,
        C3,,-5,15.5

        """)
    let awkward = RowTable(["a,b"], rows: [[.text("one\ntwo")], [.text("say \"hi\"")], [.empty]])
    #expect(
      awkward.written(as: .csv) == "\"a,b\"\n\"one\ntwo\"\n\"say \"\"hi\"\"\"\n\"\"\n")
  }

  @Test func `JSON has the same names, numbers as numbers, and null for empty`() {
    #expect(
      table.written(as: .json) == """
        [
        {"upn":"A1","surname":"O'Brien","absent":38,"absence_percent":10.0},
        {"upn":"B2","surname":"山田","absent":7,"absence_percent":null},
        {"upn":"C3","surname":null,"absent":-5,"absence_percent":15.5}
        ]

        """)
    #expect(
      RowTable(["a"], rows: [[.text("\"\\\n\u{1}")], [.text("")]]).written(as: .json)
        == "[\n{\"a\":\"\\\"\\\\\\n\\u0001\"},\n{\"a\":null}\n]\n")
  }

  @Test func `without rows there is still a header, and in JSON an empty array`() {
    let empty = RowTable(["code", "sessions"])
    #expect(empty.written(as: .table) == "code  sessions\n")
    #expect(empty.written(as: .csv) == "code,sessions\n")
    #expect(empty.written(as: .json) == "[]\n")
  }

  @Test(arguments: ["=1+1", "+44 7700", "-x", "@sum", "\tx"])
  func `a text a spreadsheet would run is guarded, a code never is`(text: String) {
    #expect(RowTable(["a"], rows: [[.text(text)]]).written(as: .csv) == "a\n'\(text)\n")
    #expect(RowTable(["a"], rows: [[.code(text)]]).written(as: .csv) == "a\n\(text)\n")
    #expect(RowTable(["a"], rows: [[.text("x\(text)")]]).written(as: .csv) == "a\nx\(text)\n")
  }

  @Test func `a mark keeps its minus and its slash in CSV`() {
    let codes = RowTable(["code"], rows: [[.code("-")], [.code("\\")], [.code("/")], [.code("#")]])
    #expect(codes.written(as: .csv) == "code\n-\n\\\n/\n#\n")
  }

  @Test func `what could move the cursor is not printed to a terminal`() {
    let table = RowTable(["a", "b"], rows: [[.text("x\u{1B}[2J\ny"), .text("e\u{301}\u{202E}z")]])
    #expect(table.written(as: .table) == "a        b\nx [2J y  e\u{301}z\n")
  }

  @Test(arguments: 0..<100)
  func `any table written as CSV is read back as it was`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab ,\"\n'é日Ł/\\;=-")
    func text() -> String {
      String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
    }
    let columns = (0..<Int.random(in: 1...5, using: &random)).map { "c\($0)" }
    let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in columns.map { _ in text() } }
    let table = RowTable(columns, rows: rows.map { $0.map(RowTable.Cell.code) })
    let read = try CSVReader.rows(
      of: IncomingFile(named: "f.csv", text: table.written(as: .csv)))
    #expect(read == [columns] + rows)
  }
}
