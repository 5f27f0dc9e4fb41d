import Attendance
import Policies
import Terminal

extension NoticeScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = frame(canvas.size)
    let name = sheet.pupil.name.onRegister
    TitleBar(
      ["NOTICES  \(name)  \(sheet.form)", "NOTICES  \(name)"], state: [desk.person.name, ""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let window = sheet.considered.first?.count.window
      let count = window.map { "\($0.counted.count) count, line \($0.rule.limit.inWords)" } ?? ""
      HeaderLine(
        left: [window.map { "\($0.rule.name): \(count)" } ?? "", count],
        right: ["to \(sheet.date.weekday.short) \(sheet.date.short)", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      if let form {
        form.draw(on: &body) { drawLines(on: &$0) }
      } else {
        drawLines(on: &body)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(spoken, on: &canvas)
  }

  private func drawLines(on body: inout Canvas) {
    let sheet = lines(body.size.columns)
    let list = fitted(sheet, body.size.rows)
    for (row, index) in list.visible.enumerated() {
      let line = sheet.lines[index]
      let isCurrent = index == list.cursor
      body.write(
        list.marker(at: index), row: row, column: 0, style: isCurrent ? .current : .plain)
      body.write(line.text, row: row, column: 2, style: line.style)
      if isCurrent { body.cursor = Position(row: row, column: 0) }
    }
  }
}
