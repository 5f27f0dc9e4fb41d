import Terminal

/// The footer: what works now, most useful first, and the help at its end.
///
/// Where letters are text, `?` is text too and the help is left out; Esc goes back from there.
struct Footer: Sendable {
  let items: [KeyBar.Item]
  let rows: Int
  let hasHelp: Bool

  func draw(on canvas: inout Canvas) {
    guard rows > 0, canvas.size.rows > 0 else { return }
    if hasHelp {
      KeyBar(items, rows: rows).draw(on: &canvas)
      return
    }
    let margin = canvas.size.columns >= 60 ? 1 : 0
    let gap = canvas.size.columns >= 60 ? 3 : 2
    var row = canvas.size.rows - rows
    var column = margin
    for item in items {
      let width = item.label.columns + 1 + item.words.columns
      if column > margin, column + width > canvas.size.columns {
        guard row + 1 < canvas.size.rows else { continue }
        row += 1
        column = margin
      }
      guard column + width <= canvas.size.columns else { continue }
      column = canvas.write(item.label, row: row, column: column, style: .bold)
      column = canvas.write(" " + item.words, row: row, column: column) + gap
    }
  }
}
