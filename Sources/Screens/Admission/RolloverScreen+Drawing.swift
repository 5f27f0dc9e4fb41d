import Attendance
import Terminal

extension RolloverScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let message = spoken(canvas.size)
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let year = board.map { " \($0.year)" } ?? ""
    TitleBar(
      (board?.counts ?? []).map { "ROLLOVER\(year)  \($0)" } + ["ROLLOVER\(year)"],
      state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let board {
      HeaderLine(
        left: [
          "From \(board.first.inWords); "
            + (board.isMade ? "^Z takes the move back" : "nothing is changed yet"),
          "From \(board.first.short)",
        ],
        right: ["Show: \(shown)", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0, DueLayout(desk.size)) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  /// Where the details have no room, those of the row under the cursor.
  private func spoken(_ size: Size) -> Message {
    guard message.text.isEmpty, DueLayout(size).panel == 0, let current else { return message }
    return Message("\(current.pupil.name.onRegister) \(current.form): \(current.what)")
  }

  private func drawBody(on canvas: inout Canvas, _ layout: DueLayout) {
    let width = canvas.size.columns
    guard let board else { return }
    if rows.isEmpty {
      let words = "Nobody moves into \(board.year): what it brings is on record already."
      for (row, line) in words.wrapped(to: width - 2).enumerated() {
        canvas.write(line, row: row, column: 1)
      }
      return
    }
    let panel = canvas.size.rows < layout.rows + layout.panel ? 0 : layout.panel
    let height = max(min(layout.rows, canvas.size.rows), 1)
    canvas.inside(Area(row: 0, column: 0, rows: height, columns: width)) { body in
      SectionedRows(
        rows: rows.map {
          SectionedRows.Row(
            heading: $0.fate.rawValue, cells: [$0.pupil.name.onRegister, $0.form, $0.what], name: 0)
        }
      ).draw(list, on: &body)
    }
    guard panel > 0 else { return }
    canvas.inside(
      Area(row: canvas.size.rows - panel, column: 0, rows: panel, columns: width)
    ) { drawPanel(of: board, on: &$0) }
  }

  /// All about the row under the cursor, and what the screen cannot say.
  private func drawPanel(of board: RolloverBoard, on canvas: inout Canvas) {
    guard let current else { return }
    let width = canvas.size.columns
    let heading = " \(current.pupil.name.onRegister) \(current.form): \(current.fate.rawValue) "
    let end = canvas.write(heading.cut(to: width - 2), row: 0, column: 0, style: .heading)
    canvas.rule(row: 0, columns: end..<max(width, end), style: .muted)
    let said =
      [current.what.asSentence]
      + (board.bar.map { ["Not now: \($0)".asSentence] } ?? [])
      + ["Other forms, and a school for leavers: 'rollcall rollover --map --destination'."]
    let lines = said.flatMap { $0.wrapped(to: width - 2, lines: 3) }
    for (row, line) in lines.prefix(canvas.size.rows - 1).enumerated() {
      canvas.write(line, row: row + 1, column: 1)
    }
  }
}
