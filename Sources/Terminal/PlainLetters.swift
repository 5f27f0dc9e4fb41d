/// Letters for terminals that cannot show every letter, and for whoever asks for `--ascii`.
enum PlainLetters {
  /// ASCII that takes exactly as many columns as the cluster.
  static func ascii(_ cluster: Character, columns: Int) -> String {
    if let letter = letter(cluster), columns == 1 { return String(letter) }
    return String(repeating: "?", count: columns)
  }

  /// The stand-in for a drawing character, or nil if it is no such.
  private static func drawing(_ cluster: Character) -> Character? {
    guard let scalar = cluster.unicodeScalars.first, cluster.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: return "|"
    case 0x2510...0x254B, 0x250C...0x250F, 0x2552...0x2570: return "+"
    case 0x2571: return "/"
    case 0x2572: return "\\"
    case 0x2580...0x259F, 0x25A0...0x25A1: return "#"
    case 0x2190, 0x25C0, 0x25C2, 0x2039: return "<"
    case 0x2191, 0x25B2, 0x25B4: return "^"
    case 0x2192, 0x25B6, 0x25B8, 0x203A: return ">"
    case 0x2193, 0x25BC, 0x25BE: return "v"
    case 0x2022, 0x25CF, 0x25CB, 0x25E6, 0x2605, 0x2606: return "*"
    case 0x00B7, 0x2026: return "."
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x2713, 0x2714: return "v"
    case 0x2715...0x2718, 0x00D7: return "x"
    default: return nil
    }
  }

  private static func letter(_ cluster: Character) -> Character? {
    if let drawn = drawing(cluster) { return drawn }
    guard let base = cluster.unicodeScalars.first else { return nil }
    // A decomposed letter is its base and marks.
    if base.isASCII { return Character(base) }
    switch base.value {
    case 0xC0...0x17F: return latin[Int(base.value) - 0xC0]
    case 0x218, 0x219: return base.value == 0x218 ? "S" : "s"
    case 0x21A, 0x21B: return base.value == 0x21A ? "T" : "t"
    case 0x1E80, 0x1E82, 0x1E84: return "W"
    case 0x1E81, 0x1E83, 0x1E85: return "w"
    case 0x1EA0...0x1EF9: return vietnamese[Int(base.value) - 0x1EA0]
    case 0x2018, 0x2019, 0x02BB...0x02BF: return "'"
    case 0x201C, 0x201D: return "\""
    case 0xA0: return " "
    case 0xA3: return "L"
    default: return nil
    }
  }

  /// U+00C0 to U+017F, the letters of Europe's Latin alphabets.
  private static let latin = Array(
    """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """)

  /// U+1EA0 to U+1EF9.
  private static let vietnamese = Array(
    """
    AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy
    """)
}
