extension RowTable {
  /// The rows as a JSON array, one object a line, so that two outputs compare line by line.
  var json: String {
    guard !rows.isEmpty else { return "[]\n" }
    let names = columns.map(Self.string)
    let objects = rows.map { row in
      "{" + zip(names, row).map { "\($0):\(Self.value($1))" }.joined(separator: ",") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private static func value(_ cell: Cell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text), .code(let text): text.isEmpty ? "null" : string(text)
    case .number, .tenths, .percentage, .hundredths, .points: cell.plain
    }
  }

  private static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
