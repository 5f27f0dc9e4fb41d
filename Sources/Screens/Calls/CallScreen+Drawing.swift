import Attendance
import Terminal

extension CallScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let layout = CallLayout(canvas.size, message, form)
    let frame = layout.frame
    let count = log?.rows.count ?? 0
    TitleBar(
      ["MESSAGES IN", "CALLS"], state: [count.of("message"), ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let day = log?.date ?? desk.now.date
      HeaderLine(left: [day.inWords, day.short], right: [log?.counts ?? ""])
        .draw(on: &canvas, row: row)
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      let width = body.size.columns
      body.inside(Area(row: 0, column: 0, rows: layout.list, columns: width)) {
        drawList(on: &$0)
      }
      guard let form else { return }
      var row = layout.list
      if layout.hasRule {
        drawRule(above: form, on: &body, row: row)
        row += 1
      }
      body.inside(Area(row: row, column: 0, rows: layout.form, columns: width)) {
        form.draw(on: &$0, layout)
      }
      row += layout.form
      body.inside(Area(row: row, column: 0, rows: layout.hint, columns: width)) {
        drawHint(of: form, on: &$0, at: desk)
      }
      body.inside(Area(row: row + layout.hint, column: 0, rows: layout.facts, columns: width)) {
        drawFacts(of: form, besideRule: layout.hasRule, on: &$0, at: desk)
      }
    }
    frame.draw(message, on: &canvas)
  }

  /// The messages, one line each; what there is no room for is said on the message line.
  private func drawList(on canvas: inout Canvas) {
    let rows = log?.rows ?? []
    let width = canvas.size.columns
    if rows.isEmpty {
      canvas.write(" No message yet.".cut(to: width), row: 0, column: 0)
      if form == nil { canvas.cursor = Position(row: 0, column: 0) }
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    let columns = CallColumns(rows, width: width)
    for (line, index) in list.visible.enumerated() {
      guard let row = rows.first(where: { $0.id == list.rows[index] }) else { continue }
      // While the form has the keys no row is pointed at.
      let isCurrent = form == nil && index == list.cursor
      columns.draw(row, isCurrent: isCurrent, on: &canvas, at: line)
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
  }

  private func drawRule(above form: CallForm, on canvas: inout Canvas, row: Int) {
    canvas.rule(row: row)
    let name: String
    if let line = form.linking, case .message(let message) = line.matter {
      name = " Link \(message.heard) \(message.inWords): \"\(line.words)\" "
    } else {
      name = " New message "
    }
    canvas.write(name.cut(to: canvas.size.columns - 4), row: row, column: 1, style: .heading)
  }

  /// What the field offers, item by item, and what it is for, as far as there is room.
  private func drawHint(of form: CallForm, on canvas: inout Canvas, at desk: Desk) {
    let margin = canvas.size.columns >= 60 ? 2 : 0
    let width = canvas.size.columns - margin
    let hint = form.hint(at: desk)
    let offers = form.offers(at: desk)
    var lines: [String] = [""]
    for (place, item) in offers.enumerated() {
      let last = lines[lines.count - 1]
      let joined = last.isEmpty ? item : last + "   " + item
      if joined.columns <= width {
        lines[lines.count - 1] = joined
      } else if last.isEmpty || lines.count < canvas.size.rows {
        lines = (last.isEmpty ? [] : lines) + [item.cut(to: width)]
      } else {
        let left = "  +\(offers.count - place)"
        lines[lines.count - 1] = last.cut(to: width - left.columns) + left
        break
      }
    }
    if lines == [""] {
      lines = hint.wrapped(to: width, lines: canvas.size.rows)
    } else if lines.count < canvas.size.rows {
      lines.append(hint.cut(to: width))
    }
    for (row, line) in lines.enumerated() {
      canvas.write(line, row: row, column: margin, style: .muted)
    }
  }

  private func drawFacts(
    of form: CallForm, besideRule: Bool, on canvas: inout Canvas, at desk: Desk
  ) {
    let margin = canvas.size.columns >= 60 ? 2 : 0
    // Where no rule says which message is linked, its words stand here.
    let words = besideRule ? nil : form.linking.map { "\"\($0.words)\"" }
    let facts = [words ?? "", form.facts(at: desk)].filter { !$0.isEmpty }.joined(separator: " ")
    guard !facts.isEmpty, canvas.size.rows > 0 else { return }
    let lines = facts.wrapped(to: canvas.size.columns - margin, lines: canvas.size.rows)
    for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: margin) }
  }
}
