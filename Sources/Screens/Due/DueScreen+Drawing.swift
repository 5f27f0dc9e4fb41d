import Attendance
import Policies
import Terminal

/// How what falls due divides its rows between the list and the details of the row beneath it.
///
/// It depends on the size alone, so that nothing moves while the cursor does.
struct DueLayout: Hashable {
  /// The rows of the list.
  let rows: Int
  /// The rows of the details, with their heading.
  let panel: Int

  init(_ size: Size) { self.init(body: Frame(size, messageLines: 1).body.count) }

  init(body: Int) {
    panel = body < 8 ? 0 : body < 14 ? 5 : 8
    rows = max(body - panel, 1)
  }
}

extension DueScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let message = spoken(canvas.size)
    let lines = Frame.lines(of: message, canvas.size) + (words == nil ? 0 : 1)
    let frame = Frame(canvas.size, messageLines: lines)
    TitleBar(
      (board?.counts ?? []).map { "DUE  \($0)" } + ["DUE"],
      state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      HeaderLine(
        left: ["Today first, then what is overdue", "Today, then overdue"],
        right: [board.map { "on \($0.date.inWords)" } ?? "", board?.date.short ?? "", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0, DueLayout(desk.size)) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if let words {
      frame.draw(message, above: "Words:", words, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  /// What a key did; where the details have no room, those of the row under the cursor.
  private func spoken(_ size: Size) -> Message {
    guard message.text.isEmpty, let current, let board else { return message }
    return DueLayout(size).panel > 0
      ? Message("To record what was considered or told: r")
      : Message("\(current.item.name). \(current.details(on: board.date).joined(separator: ". "))")
  }

  private func drawBody(on canvas: inout Canvas, _ layout: DueLayout) {
    guard let board else { return }
    if board.rows.isEmpty {
      let words = "Nothing asks for anything on \(board.date.inWords)."
      for (row, line) in words.wrapped(to: canvas.size.columns - 2).enumerated() {
        canvas.write(line, row: row, column: 1)
      }
      return
    }
    var list = list
    let panel = canvas.size.rows < layout.rows + layout.panel ? 0 : layout.panel
    list.height = max(min(layout.rows, canvas.size.rows), 1)
    let width = canvas.size.columns
    let state = width >= 72 ? 17 : 8
    let name = max((width - state - 4) * 2 / 5, 6)
    for (line, index) in list.visible.enumerated() where board.rows.indices.contains(index) {
      let row = board.rows[index]
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      canvas.write(
        row.state(on: board.date, width: state), row: line, column: 2,
        style: isCurrent ? .current : row.item.state(on: board.date) == .overdue ? .notice : .plain,
        width: state)
      let form = width >= 56 && !row.form.isEmpty ? " \(row.form)" : ""
      canvas.write(
        row.pupil.name.onRegister.cut(to: name - form.columns) + form, row: line,
        column: 3 + state, style: style, width: name)
      canvas.write(
        row.item.name.cut(to: max(width - state - name - 4, 1)), row: line,
        column: 4 + state + name, style: style)
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
    guard panel > 0, let current else { return }
    canvas.inside(
      Area(row: canvas.size.rows - panel, column: 0, rows: panel, columns: width)
    ) { draw(current, on: &$0, board.date) }
  }

  private func draw(_ row: DueBoard.Row, on canvas: inout Canvas, _ date: SchoolDate) {
    let width = canvas.size.columns
    let heading = " \(row.pupil.name.onRegister) \(row.form): \(row.item.name) "
    let end = canvas.write(heading.cut(to: width - 2), row: 0, column: 0, style: .heading)
    canvas.rule(row: 0, columns: end..<max(width, end), style: .muted)
    var line = 1
    for detail in row.details(on: date) {
      for text in detail.wrapped(to: width - 2, lines: 3) where line < canvas.size.rows {
        canvas.write(text, row: line, column: 1)
        line += 1
      }
    }
  }
}
