import Attendance
import Policies
import Terminal

extension YearScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let message = spoken(at: desk)
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let name = year.pupil.name.onRegister
    TitleBar(
      ["PUPIL  \(name)  \(year.group)  \(year.year)", "PUPIL  \(name)", name],
      state: ["[READ ONLY] view only", "[READ ONLY]", ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header { header(at: desk).draw(on: &canvas, row: row) }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    let isTable = showsTable(canvas.size)
    canvas.inside(frame.bodyArea) { body in
      guard let form else { return drawYear(on: &body, asTable: isTable, at: desk) }
      // A map is drawn whole or not at all.
      form.draw(on: &body) { rows in
        if isTable || rows.size.rows >= 13 { drawYear(on: &rows, asTable: isTable, at: desk) }
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func drawYear(on canvas: inout Canvas, asTable: Bool, at desk: Desk) {
    if asTable {
      drawTable(on: &canvas, at: desk)
    } else {
      YearMap(year, session, desk.policy.codes, selected: selection(at: desk)).draw(on: &canvas)
      drawRemarks(on: &canvas)
    }
  }

  /// What those who follow the pupil up are told, under the map and a line of air.
  private func drawRemarks(on canvas: inout Canvas) {
    let width = canvas.size.columns - 2
    // Where the legend stands under the map there is no room.
    guard width >= 70, canvas.size.rows > 13 else { return }
    let lines = year.remarks.flatMap { $0.wrapped(to: width, lines: 2) }
    for (row, line) in lines.prefix(canvas.size.rows - 13).enumerated() {
      canvas.write(line, row: 13 + row, column: 1)
    }
  }

  /// The figures, for those who may see them.
  private func header(at desk: Desk) -> HeaderLine {
    let tally = year.tally
    guard desk.denial(of: .viewFigures, year.relations) == nil, let share = tally.attendance else {
      return HeaderLine(left: ["\(year.year)"], right: [""])
    }
    let missing = tally.missing > 0 ? "  Missing marks \(tally.missing)" : ""
    return HeaderLine(
      left: [
        "\(share)%  \(tally.attended) of \(tally.possible) sessions" + missing,
        "\(share)%  \(tally.attended) of \(tally.possible)", "\(share)%",
      ],
      right: [
        "Authorised \(tally.authorised)  Unauthorised \(tally.unauthorised)  Late \(tally.late)",
        "Auth \(tally.authorised)  Unauth \(tally.unauthorised)", "",
      ])
  }

  private func drawTable(on canvas: inout Canvas, at desk: Desk) {
    let table = YearTable(year, desk.policy.codes)
    if table.lines.isEmpty {
      canvas.write("No absence this year.".cut(to: canvas.size.columns - 2), row: 0, column: 2)
      return
    }
    var list = ListView(table.lines, height: max(canvas.size.rows, 1))
    if let near = table.line(near: session) { list.move(to: near) }
    for (row, index) in list.visible.enumerated() {
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: row, column: 0, style: style)
      let text = table.text(table.lines[index], columns: canvas.size.columns)
      canvas.write(text.cut(to: canvas.size.columns - 2), row: row, column: 2, style: style)
      if index == list.cursor { canvas.cursor = Position(row: row, column: 0) }
    }
  }
}
