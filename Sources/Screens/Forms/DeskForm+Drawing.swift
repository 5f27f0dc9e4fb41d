import Terminal

extension DeskForm {
  /// Draws the form at the foot, and above it as much of the list as there is room for.
  func draw(on canvas: inout Canvas, below list: (inout Canvas) -> Void) {
    let size = canvas.size
    let wanted = min(1 + typed.names.count + below(size.columns).count, size.rows)
    let above = size.rows - wanted
    if above > 0 {
      canvas.inside(Area(row: 0, column: 0, rows: above, columns: size.columns)) { list(&$0) }
    }
    canvas.inside(Area(row: above, column: 0, rows: wanted, columns: size.columns)) {
      draw(on: &$0)
    }
  }

  /// Draws the heading, the fields there is room for, and below them what the focused one offers.
  func draw(on canvas: inout Canvas) {
    let (rows, width) = (canvas.size.rows, canvas.size.columns)
    guard rows > 0 else { return }
    let end = canvas.write(" \(heading) ".cut(to: width - 2), row: 0, column: 0, style: .heading)
    canvas.rule(row: 0, columns: end..<max(width, end), style: .muted)
    let below = below(width).prefix(max(rows - 2, 0))
    let room = max(rows - 1 - below.count, 1)
    let (fields, focus) = (typed.names, typed.focus)
    let place = fields.firstIndex(of: focus) ?? 0
    let top = min(max(place - room + 1, 0), max(fields.count - room, 0))
    let shown = fields[top..<min(top + room, fields.count)]
    for (line, field) in shown.enumerated() where line + 1 < max(rows, 2) {
      draw(field, on: &canvas, row: min(line + 1, rows - 1))
    }
    for (line, text) in below.enumerated() where shown.count + 1 + line < rows {
      canvas.write(text, row: shown.count + 1 + line, column: margin(width), style: .muted)
    }
  }

  private func below(_ width: Int) -> [String] {
    let room = max(width - margin(width), 1)
    let focus = typed.focus
    let offered = typed.offers[focus] ?? []
    let numbered = offered.enumerated().map { place, text in
      offered.count <= 9 ? "\(place + 1) \(text)" : text
    }
    let separator = offered.count <= 9 ? "   " : ", "
    let words = numbered.joined(separator: separator)
    return (words.isEmpty ? [] : words.wrapped(to: room, lines: 3))
      + (typed.guides[focus] ?? []).flatMap { $0.wrapped(to: room, lines: 2) }
      + focus.hint.wrapped(to: room, lines: 1)
  }

  private func draw(_ field: FieldName, on canvas: inout Canvas, row: Int) {
    let width = canvas.size.columns
    let margin = margin(width)
    let isFocused = field == typed.focus
    canvas.write(field.label, row: row, column: margin, style: isFocused ? .bold : .plain)
    let column = margin + 9
    let room = width - column - 2
    guard room > 0 else {
      if isFocused {
        self[field].draw(on: &canvas, row: row, column: 0, width: max(width, 1), style: .focus)
      }
      return
    }
    canvas.write("[", row: row, column: column, style: .muted)
    canvas.write("]", row: row, column: column + 1 + room, style: .muted)
    self[field].draw(
      on: &canvas, row: row, column: column + 1, width: room, style: isFocused ? .focus : .plain,
      focused: isFocused)
    if !isFocused, self[field].isEmpty {
      canvas.write(field.unsaid.cut(to: room), row: row, column: column + 1, style: .muted)
    }
  }

  private func margin(_ width: Int) -> Int { width >= 60 ? 1 : 0 }
}
