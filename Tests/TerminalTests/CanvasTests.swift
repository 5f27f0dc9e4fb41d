import Terminal
import Testing

@Suite struct CanvasTests {
  private func register() -> Canvas {
    var canvas = Canvas(size: Size(rows: 6, columns: 40))
    canvas.fill(Area(row: 0, column: 0, rows: 1, columns: 40), style: .title)
    canvas.write(" REGISTER 8B", row: 0, column: 0, style: .title)
    canvas.write("[OPEN] saved", row: 0, before: 40, style: .title)
    canvas.rule(row: 1)
    canvas.write("  10 Joshi, Jaya", row: 2, column: 0)
    canvas.write("_", row: 2, column: 28)
    canvas.write("> 11 Shah, Siân", row: 3, column: 0, style: .current)
    canvas.write("[L]", row: 3, column: 27, style: .focus)
    canvas.write("  12 李小龍", row: 4, column: 0)
    canvas.write("N", row: 4, column: 28, style: .alert.adding(.underline))
    canvas.cursor = Position(row: 3, column: 28)
    return canvas
  }

  @Test func `a register is drawn where it was asked`() {
    let canvas = register()
    #expect(
      canvas.lines == [
        " REGISTER 8B                [OPEN] saved",
        "----------------------------------------",
        "  10 Joshi, Jaya            _",
        "> 11 Shah, Siân            [L]",
        "  12 李小龍                 N",
        "",
      ])
    #expect(
      canvas.styleLines == [
        "tttttttttttttttttttttttttttttttttttttttt",
        "",
        "",
        "ccccccccccccccc            fff",
        "                            A",
        "",
      ])
    #expect(canvas.cursor == Position(row: 3, column: 28))
  }

  @Test(arguments: [
    (11, "  12 李小龍"), (10, "  12 李小"), (9, "  12 李小"), (8, "  12 李"), (6, "  12"), (0, ""),
  ])
  func `a wide name is clipped before the cell it would split`(columns: Int, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: columns))
    canvas.write("  12 李小龍", row: 0, column: 0)
    #expect(canvas.lines == [shown])
  }

  @Test func `a text may be given fewer columns than there are`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 20))
    let end = canvas.write("Ahmed, Aisha", row: 0, column: 2, width: 5)
    #expect(canvas.lines == ["  Ahmed"])
    #expect(end == 7)
  }

  @Test func `writing over half of a wide letter leaves a blank of the other half`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 8))
    canvas.write("李小龍", row: 0, column: 0)
    canvas.write("x", row: 0, column: 3)
    canvas.write("李小龍", row: 1, column: 0)
    canvas.write("x", row: 1, column: 2)
    #expect(canvas.lines == ["李 x龍", "李x 龍"])
  }

  @Test func `a text that begins left of the edge shows only what lies within`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 6))
    canvas.write("abcdef", row: 0, column: -3)
    canvas.write("李小龍", row: 1, column: -3)
    #expect(canvas.lines == ["def", " 龍"])
  }

  @Test func `a part is drawn as a canvas of its own and cannot spoil its neighbours`() {
    var canvas = Canvas(size: Size(rows: 4, columns: 10))
    canvas.fill(Area(row: 0, column: 0, rows: 4, columns: 10), with: ".")
    canvas.inside(Area(row: 1, column: 3, rows: 2, columns: 4)) { part in
      #expect(part.size == Size(rows: 2, columns: 4))
      part.write("abcdefgh", row: 0, column: 0)
      part.write("x", row: 2, column: 0)
      part.inside(Area(row: 1, column: 2, rows: 9, columns: 9)) { inner in
        inner.write("12345", row: 0, column: 0)
        inner.cursor = Position(row: 0, column: 1)
      }
    }
    #expect(canvas.lines == ["..........", "...abcd...", ".....12...", ".........."])
    #expect(canvas.cursor == Position(row: 2, column: 6))
  }

  @Test func `restyling leaves the text`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 5))
    canvas.write("abcde", row: 0, column: 0)
    canvas.restyle(Area(row: 0, column: 1, rows: 1, columns: 2), .bold)
    #expect(canvas.lines == ["abcde"])
    #expect(canvas.styleLines == [" bb"])
  }

  @Test(arguments: [(1, 1), (0, 0), (1, 200), (200, 1), (24, 80), (200, 500)])
  func `no number is too wild to draw with`(rows: Int, columns: Int) {
    let wild = [Int.min, -1_000_000, -2, -1, 0, 1, 79, 80, 1_000_000, Int.max]
    var canvas = Canvas(size: Size(rows: rows, columns: columns))
    for row in wild {
      for column in wild {
        canvas.write("李a", row: row, column: column, width: column)
        canvas.write("李a", row: row, before: column)
        canvas.rule(row: row, columns: min(row, column)..<max(row, column))
        canvas.cursor = Position(row: row, column: column)
        let area = Area(row: row, column: column, rows: column, columns: row)
        canvas.inside(area) { $0.write("abc", row: 0, column: column) }
        canvas.restyle(area, .alert)
        #expect((0..<max(rows, 1)).contains(canvas.cursor.row))
        #expect((0..<max(columns, 1)).contains(canvas.cursor.column))
      }
    }
    #expect(canvas.lines.count == rows)
    #expect(canvas.lines.allSatisfy { $0.columns <= columns })
  }

  @Test(arguments: 0..<100)
  func `every row keeps its width whatever is written over it`(seed: Int) {
    var dice = Dice(seed: seed)
    let size = Size(
      rows: Int.random(in: 1...4, using: &dice), columns: .random(in: 1...12, using: &dice))
    var canvas = Canvas(size: size)
    let words = ["a", "李", "小龍", "Siân", "e\u{301}", "x李y", "\u{301}", "क्ष"]
    for _ in 0..<60 {
      canvas.write(
        words.randomElement(using: &dice) ?? "", row: .random(in: 0..<size.rows, using: &dice),
        column: .random(in: -3...size.columns, using: &dice))
    }
    for row in 0..<size.rows {
      let cells = (0..<size.columns).map { canvas[row, $0] }
      #expect(cells.reduce(0) { $0 + Int($1.columns) } == size.columns)
      // Each letter is followed by exactly the cells it covers.
      var column = 0
      while column < size.columns {
        let width = Int(cells[column].columns)
        #expect(width == TextWidth.glyph(cells[column].text)?.columns)
        #expect(cells[(column + 1)..<(column + max(width, 1))].allSatisfy { $0.columns == 0 })
        column += max(width, 1)
      }
    }
  }
}
