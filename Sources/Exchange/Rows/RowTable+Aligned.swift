extension RowTable {
  /// The rows aligned for a terminal: text to the left, numbers to the right, two blanks between.
  var table: String {
    let shown = rows.map { row in row.map { DisplayWidth.safe($0.plain) } }
    var widths = columns.map(DisplayWidth.of)
    for row in shown {
      for (column, text) in row.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(text))
      }
    }
    let isNumeric = columns.indices.map { column in
      rows.contains { $0[column].isNumber } && rows.allSatisfy { $0[column].isNumberOrEmpty }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        text += (column == 0 ? "" : "  ") + (isNumeric[column] ? gap + cell : cell + gap)
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    return line(columns) + shown.map(line).joined()
  }
}

extension RowTable.Cell {
  fileprivate var isNumberOrEmpty: Bool {
    switch self {
    case .number, .tenths, .percentage, .hundredths, .points, .empty: true
    case .text, .code: plain.isEmpty
    }
  }
}
