extension SlipFinder {
  /// A bracket that begins a value in the line and that nothing closes, with its place; or the
  /// quotation mark within it that nothing closes.
  ///
  /// The list or group ends at the latest where the next setting or item of the same depth begins:
  /// there the parser stumbles, and not where the bracket opens.
  func openBracket(in number: Int) -> (line: Int, column: Int, sentence: String)? {
    let first = Array(lines[number].unicodeScalars)
    guard let start = valueStart(first), Self.ends[first[start]] != nil else { return nil }
    var open: [(line: Int, column: Int, end: Unicode.Scalar)] = []
    for row in number..<lines.count {
      let line = Array(lines[row].unicodeScalars)
      if row > number, Self.beginsSetting(line, atMost: Self.depth(first)) { break }
      var index = row == number ? start : 0
      var isTokenStart = true
      while index < line.count {
        let sign = line[index]
        if sign == "#", index == 0 || line[index - 1] == " " { break }
        if isTokenStart, sign == "\"" || sign == "'" {
          guard let end = closing(line, from: index) else {
            return (row + 1, index + 1, Self.openQuote)
          }
          index = end
        } else if let end = Self.ends[sign] {
          open.append((row + 1, index + 1, end))
        } else if sign == "]" || sign == "}" {
          guard let last = open.last, last.end == sign else { return Self.slip(of: open) }
          open.removeLast()
          if open.isEmpty { return nil }
        }
        if sign != " " { isTokenStart = ["[", "{", ",", ":"].contains(sign) }
        index += 1
      }
    }
    return Self.slip(of: open)
  }

  /// The innermost of the brackets that are open.
  private static func slip(
    of open: [(line: Int, column: Int, end: Unicode.Scalar)]
  ) -> (line: Int, column: Int, sentence: String)? {
    open.last.map {
      ($0.line, $0.column, "the bracket that opens here is never closed; close it with \($0.end)")
    }
  }

  private static let ends: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "{": "}"]

  /// How deep the setting of the line stands, whether an item begins with it or not.
  private static func depth(_ line: [Unicode.Scalar]) -> Int {
    line.prefix { $0 == " " || $0 == "-" }.count
  }

  /// Whether the line begins an item or a setting that stands no deeper than that.
  private static func beginsSetting(_ line: [Unicode.Scalar], atMost depth: Int) -> Bool {
    let text = line.drop { $0 == " " }
    guard let start = text.first, start != "#", Self.depth(line) <= depth else { return false }
    if text.starts(with: "- ".unicodeScalars) { return true }
    let signs: Set<Unicode.Scalar> = ["[", "]", "{", "}", ",", "\"", "'"]
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(where: signs.contains)
    else { return false }
    return colon + 1 == line.count || line[colon + 1] == " "
  }
}
