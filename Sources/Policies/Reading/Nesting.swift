/// Bounds how deep settings stand in one another, from the text alone.
enum Nesting {
  /// The line at which brackets or indentation pass the limit, if any does.
  ///
  /// Counts generously (brackets in quotes and comments count too): it only has to stop a file
  /// that no person wrote.
  static func tooDeep(_ text: String, limit: Int) -> Int? {
    var (line, brackets, dashes, indent, startOfLine) = (1, 0, 0, 0, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): (line, dashes, indent, startOfLine) = (line + 1, 0, 0, true)
      case UInt8(ascii: "["), UInt8(ascii: "{"): (brackets, startOfLine) = (brackets + 1, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, startOfLine) = (brackets - 1, false)
      case UInt8(ascii: " ") where startOfLine: indent += 1
      case UInt8(ascii: "-") where startOfLine, UInt8(ascii: "?") where startOfLine: dashes += 1
      default: startOfLine = false
      }
      if brackets > limit || dashes > limit || startOfLine && indent > limit * 6 { return line }
    }
    return nil
  }
}
