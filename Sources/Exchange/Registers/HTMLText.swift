/// A text as it may stand in a web page: nothing that somebody wrote is read as markup.
enum HTMLText {
  /// The text with its markup signs escaped.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in DisplayWidth.safe(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A cell of a table.
  static func cell(_ text: String, _ tag: String = "td") -> String {
    "<\(tag)>\(escaped(text))</\(tag)>"
  }

  /// A row of cells.
  static func row(_ cells: [String], _ tag: String = "td") -> String {
    "<tr>" + cells.map { cell($0, tag) }.joined() + "</tr>"
  }
}
