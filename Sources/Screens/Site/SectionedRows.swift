import Attendance
import Terminal

/// Rows under headings: a heading stands in the first column of its first row, so that no line is
/// lost to it.
struct SectionedRows {
  /// One row: its heading, and its cells in columns.
  struct Row: Hashable {
    let heading: String
    let cells: [String]
    /// The cell that names a person, whose surname is the last of it to be cut; nil where none does.
    var name: Int?
  }

  let rows: [Row]
  /// What the columns are called, or none where they need no names.
  var names: [String] = []

  /// Draws the rows that are visible, the names of the columns above them where there is room.
  func draw<ID>(_ list: ListView<ID>, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let hasNames = !names.isEmpty && canvas.size.rows >= 8
    var list = list
    list.height = max(canvas.size.rows - (hasNames ? 1 : 0), 1)
    let longest = rows.map(\.heading.columns).max() ?? 0
    let section = width >= 56 ? min(longest, 19) : longest <= 8 ? longest : 0
    let start = 2 + (section > 0 ? section + 2 : 0)
    let widths = widths(room: width - start)
    if hasNames { write(names, widths, on: &canvas, row: 0, column: start, style: .muted) }
    var above: String?
    for (line, index) in list.visible.enumerated() where rows.indices.contains(index) {
      let row = rows[index]
      let place = line + (hasNames ? 1 : 0)
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: place, column: 0, style: style)
      if section > 0, row.heading != above {
        canvas.write(row.heading.cut(to: section), row: place, column: 2, style: .heading)
      }
      above = row.heading
      write(row.cells, widths, name: row.name, on: &canvas, row: place, column: start, style: style)
      if index == list.cursor { canvas.cursor = Position(row: place, column: 0) }
    }
  }

  /// The widths of the columns; the longest gives way until all fit, where they can.
  private func widths(room: Int) -> [Int] {
    let count = rows.map(\.cells.count).max() ?? 0
    var widths = (0..<count).map { column in
      max(
        rows.map { $0.cells.indices.contains(column) ? $0.cells[column].columns : 0 }.max() ?? 0,
        names.indices.contains(column) ? names[column].columns : 0)
    }
    // What stands last is the longest text as a rule; it is cut where the line ends, before any name.
    func total() -> Int {
      (widths.dropLast() + [min(widths.last ?? 0, 16)]).filter { $0 > 0 }.map { $0 + 2 }
        .reduce(-2, +)
    }
    while total() > room, let most = widths.dropLast().max(), most > 16,
      let column = widths.firstIndex(of: most)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func write(
    _ cells: [String], _ widths: [Int], name: Int? = nil, on canvas: inout Canvas, row: Int,
    column: Int,
    style: Style
  ) {
    var column = column
    for (index, (cell, width)) in zip(cells, widths).enumerated() where width > 0 {
      let room = min(width, canvas.size.columns - column)
      guard room > 0 else { return }
      // A cell of which a few letters would stand is left out whole.
      if column > 4, room < 8, cell.columns > room { return }
      let text = index == name ? cell.cutName(to: room) : cell.cut(to: room)
      canvas.write(text, row: row, column: column, style: style)
      column += width + 2
    }
  }
}
