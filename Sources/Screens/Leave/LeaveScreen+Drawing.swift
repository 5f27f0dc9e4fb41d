import Attendance
import Policies
import Terminal

extension LeaveScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = place == .officeWords
    let layout = LeaveLayout(
      canvas.size, message, board, isForm: form != nil, isTyping: isTyping)
    let frame = layout.frame
    TitleBar(
      ["LEAVE OF ABSENCE", "LEAVE"], state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let waiting = board?.rows.count { $0.leave.state == .waiting } ?? 0
      HeaderLine(
        left: [desk.now.date.inWords, desk.now.date.short],
        right: [
          "Waiting \(waiting)  Decided \((board?.rows.count ?? 0) - waiting)", "\(waiting) wait",
        ]
      ).draw(on: &canvas, row: row)
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      if case .letter(let letter, let top) = asking {
        return TextSheet(letter).draw(from: top, on: &body)
      }
      let width = body.size.columns
      body.inside(Area(row: 0, column: 0, rows: layout.list, columns: width)) {
        drawList(on: &$0, at: desk)
      }
      var row = layout.list
      if layout.hasRule {
        body.rule(row: row)
        let name = form == nil ? " What the policy says " : " New request "
        body.write(name.cut(to: width - 2), row: row, column: 1, style: .heading)
        row += 1
      }
      body.inside(Area(row: row, column: 0, rows: layout.below, columns: width)) { below in
        if let form {
          form.draw(on: &below)
        } else {
          drawPoints(on: &below)
        }
      }
    }
    if case .words(_, _, let field) = asking {
      frame.draw(message, above: "Words:", field, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  private func drawList(on canvas: inout Canvas, at desk: Desk) {
    let width = canvas.size.columns
    let rows = board?.rows ?? []
    if rows.isEmpty {
      canvas.write(" No request for leave.".cut(to: width), row: 0, column: 0)
      if form == nil { canvas.cursor = Position(row: 0, column: 0) }
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    let name = min((rows.map { $0.name.columns + $0.group.columns + 1 }.max() ?? 0) + 1, width / 2)
    for (line, index) in list.visible.enumerated() {
      guard let row = rows.first(where: { $0.id == list.rows[index] }) else { continue }
      let isCurrent = form == nil && index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      let state = width >= 60 ? 9 : 0
      if state > 0 { canvas.write(row.leave.state.rawValue, row: line, column: 2, style: style) }
      canvas.write(
        "\(row.name.cutName(to: name - 2 - row.group.columns)) \(row.group)", row: line,
        column: 2 + state, style: style)
      let start = 2 + state + name
      canvas.write(
        row.line(at: desk).cut(to: width - start), row: line, column: start, style: style)
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
  }

  /// The points of the request under the cursor, each with the place of its rule.
  private func drawPoints(on canvas: inout Canvas) {
    guard let current, canvas.size.rows > 0 else { return }
    let margin = canvas.size.columns >= 60 ? 2 : 0
    let width = canvas.size.columns - margin
    let said =
      current.points.map { $0.words + ($0.place.map { " (\($0.brief))" } ?? "") }
      + (current.planned.isEmpty ? [] : ["planned already: \(current.plannedInWords)"])
    var lines = said.flatMap { words in
      words.wrapped(to: width - 2).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
    }
    if lines.isEmpty { lines = ["The policy says nothing about it."] }
    if lines.count > canvas.size.rows {
      let left = lines.count - canvas.size.rows + 1
      lines = Array(lines.prefix(canvas.size.rows - 1))
      lines.append("+\(left) more lines: rollcall leave --show \(current.id.number)".cut(to: width))
    }
    for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: margin) }
  }
}

extension LeaveBoard.Row {
  /// The dates and the purpose, and how long it waits: `9 Mar to 13 Mar, a holiday, 12 days`.
  func line(at desk: Desk) -> String {
    let request = leave.request
    let dates = Session.range(request.from, request.through, today: desk.now.date)
    var words = "\(dates), \(request.purpose)"
    if let code = leave.decision?.code { words += ", \(code)" }
    let days = leave.daysWaiting(on: desk.now.date)
    if leave.state == .waiting, days > 0 { words += ", waits \(days.of("day"))" }
    if leave.isOverdue(on: desk.now.date) { words += ", OVERDUE" }
    return words
  }
}

extension Place {
  /// The file without its folder, and the line: `psa.yaml:41`.
  var brief: String {
    "\(file.split(separator: "/").last.map(String.init) ?? file):\(line)"
  }
}
