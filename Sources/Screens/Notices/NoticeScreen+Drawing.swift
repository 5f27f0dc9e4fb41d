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
      if isTyping { drawForm(on: &body) } else { drawLines(on: &body) }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(spoken, on: &canvas)
  }

  private func drawLines(on body: inout Canvas) {
    let sheet = NoticeLines(sheet, width: body.size.columns)
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

  /// The fields, each under its name where there is no room beside it, and the parents to choose from.
  private func drawForm(on body: inout Canvas) {
    let width = body.size.columns
    let isWide = width >= 60
    let label = isWide ? 20 : 0
    var row = 0
    let fields = NoticeForm.FieldName.allCases
    // Where not all of it fits, the focused field does.
    let needed = fields.count * (isWide ? 1 : 2)
    let shown = needed <= body.size.rows ? fields : [form.focus]
    for field in shown {
      let isFocused = field == form.focus
      body.write(
        field.label.cut(to: max(width - 1, 1)), row: row, column: 1,
        style: isFocused ? .bold : .plain)
      if !isWide, body.size.rows > 1 { row += 1 }
      let room = max(width - label - 3, 1)
      body.write("[", row: row, column: label + 0, style: .muted)
      form[field].draw(
        on: &body, row: row, column: label + 1, width: room, style: isFocused ? .focus : .plain,
        focused: isFocused)
      body.write("]", row: row, column: label + 1 + room, style: .muted)
      row += 1
    }
    let parents = sheet.considered.map { "\($0.contact.priority) \($0.inBrief)" }
    for line in parents.flatMap({ $0.wrapped(to: max(width - 3, 1)) }) where row < body.size.rows {
      body.write(line, row: row, column: 1, style: .muted)
      row += 1
    }
  }
}
