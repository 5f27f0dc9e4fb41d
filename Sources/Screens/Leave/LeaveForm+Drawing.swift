import Attendance
import Terminal

extension LeaveForm {
  /// Draws the fields there is room for, and below them what the focused one offers.
  func draw(on canvas: inout Canvas) {
    let rows = canvas.size.rows
    guard rows > 0 else { return }
    let width = canvas.size.columns
    let lines = Self.lines(isWide: width >= 60)
    let hints = min(max(rows - lines.count, rows >= 9 ? 2 : rows >= 4 ? 1 : 0), 4)
    let room = max(rows - hints, 1)
    let place = lines.firstIndex { $0.contains(focus) } ?? 0
    let top = min(max(place - room / 2, 0), max(lines.count - room, 0))
    let shown = lines[top..<min(top + room, lines.count)]
    for (row, fields) in shown.enumerated() { draw(fields, on: &canvas, row: row) }
    let margin = width >= 60 ? 2 : 0
    let offered = offers.joined(separator: "   ")
    var said = offered.isEmpty ? [] : offered.wrapped(to: width - margin, lines: max(hints - 1, 1))
    if said.count < hints { said += hint.wrapped(to: width - margin, lines: hints - said.count) }
    for (row, line) in said.prefix(hints).enumerated() {
      canvas.write(line, row: shown.count + row, column: margin, style: .muted)
    }
  }

  /// On a wide screen what belongs together stands on one line.
  private static func lines(isWide: Bool) -> [[LeaveField]] {
    isWide
      ? [
        [.pupil], [.asker], [.purpose], [.first, .last], [.words], [.received, .evidence],
        [.travelsOut, .travelsBack],
      ] : LeaveField.allCases.map { [$0] }
  }

  private func draw(_ fields: [LeaveField], on canvas: inout Canvas, row: Int) {
    let width = canvas.size.columns
    let margin = width >= 60 ? 2 : 0
    var column = margin
    for (place, field) in fields.enumerated() {
      canvas.write(field.label, row: row, column: column, style: field == focus ? .bold : .plain)
      column += place == 0 ? 10 : field.label.columns + 1
      if field == .pupil, let pupil {
        let name = "\(pupil.pupil.name.onRegister) \(pupil.group)"
        column = canvas.write(name.cut(to: width - column - 6), row: row, column: column) + 1
      }
      let isLast = place == fields.count - 1
      let room = isLast ? width - column - 2 : 20
      draw(field, on: &canvas, row: row, column: column, width: room)
      column += room + 4
    }
  }

  private func draw(
    _ field: LeaveField, on canvas: inout Canvas, row: Int, column: Int, width: Int
  ) {
    let isFocused = field == focus
    // A field that there is no room for beside its name takes the whole line.
    guard width > 0 else {
      guard isFocused else { return }
      self[field].draw(
        on: &canvas, row: row, column: 0, width: max(canvas.size.columns, 1), style: .focus)
      return
    }
    let text = self[field]
    canvas.write("[", row: row, column: column, style: .muted)
    canvas.write("]", row: row, column: column + 1 + width, style: .muted)
    text.draw(
      on: &canvas, row: row, column: column + 1, width: width,
      style: isFocused ? .focus : .plain, focused: isFocused)
    guard !isFocused, text.isEmpty else { return }
    let unsaid = field == .received ? "today" : field == .last ? "same day" : ""
    canvas.write(unsaid.cut(to: width), row: row, column: column + 1, style: .muted)
  }
}
