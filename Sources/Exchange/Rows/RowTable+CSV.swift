extension RowTable {
  /// The rows as CSV: RFC 4180, UTF-8, line feeds, header first.
  var csv: String {
    var text = Self.line(columns)
    for row in rows { text += Self.line(row.map(Self.guarded)) }
    return text
  }

  /// The value as it may stand in a spreadsheet.
  ///
  /// A spreadsheet runs a text that begins like a formula; a leading apostrophe keeps it a text. A
  /// code is the register's own and no stranger wrote it, and `-5` as a number is a number.
  private static func guarded(_ cell: Cell) -> String {
    guard case .text(let text) = cell, let first = text.unicodeScalars.first,
      "=+-@\t".unicodeScalars.contains(first)
    else { return cell.plain }
    return "'" + text
  }

  private static func line(_ fields: [String]) -> String {
    // One empty field alone would be an empty line, which is no row.
    if fields == [""] { return "\"\"\n" }
    return fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
