/// How many columns letters take on a terminal, whatever the locale of the process.
///
/// A column is counted per scalar, as terminals do; a cluster is never cut. What terminals do not
/// agree on (joined emoji, flags) and what nobody can measure (controls, unassigned scalars) is
/// shown as `?`.
public enum TextWidth {
  /// A cluster as it can be shown, and the columns it takes.
  public struct Glyph: Hashable, Sendable {
    /// What to send to the terminal: no control, joiner or change of direction is left in it.
    public let text: Character
    /// 1 or more.
    public let columns: Int
  }

  private static let unknown = Glyph(text: "?", columns: 1)

  /// A cluster as it can be shown; nil where nothing is left to show.
  public static func glyph(_ cluster: Character) -> Glyph? {
    if let ascii = cluster.asciiValue {
      // A tab or a newline within a line is a gap; "\r\n" counts as "\n" here.
      if ascii == 9 || ascii == 10 || ascii == 13 { return Glyph(text: " ", columns: 1) }
      return ascii < 32 || ascii == 127 ? unknown : Glyph(text: cluster, columns: 1)
    }
    return glyph(of: cluster.unicodeScalars)
  }

  private static func glyph(of scalars: Character.UnicodeScalarView) -> Glyph? {
    var kept = String.UnicodeScalarView()
    var columns = 0
    var bases = 0
    var marks = 0
    var pictures = 0
    for scalar in scalars {
      switch measure(scalar) {
      case .stripped: continue
      case .unknown: return unknown
      case .mark:
        // A terminal's cell holds a few marks; a name needs two at most.
        marks += 1
        if marks > 4 { continue }
      case .base(let width):
        bases += 1
        columns += width
        if scalar.properties.isEmojiPresentation { pictures += 1 }
      }
      kept.append(scalar)
    }
    if kept.isEmpty { return nil }
    // A mark with nothing to stand on would fall on a neighbour.
    if bases == 0 || (bases > 1 && pictures > 0) { return unknown }
    // Without its joiners a cluster may fall apart in two; then it cannot stand in one cell.
    let text = String(kept)
    guard let first = text.first, text.index(after: text.startIndex) == text.endIndex else {
      return unknown
    }
    return Glyph(text: first, columns: columns)
  }

  /// What one scalar does to a line.
  enum Measure: Equatable {
    case base(Int)
    case mark
    case stripped
    case unknown
  }

  static func measure(_ scalar: Unicode.Scalar) -> Measure {
    let value = scalar.value
    if (0x20..<0x7F).contains(value) { return .base(1) }
    // A soft hyphen, variation selectors.
    if value == 0xAD || (0xFE00...0xFE0F).contains(value) { return .stripped }
    if (0xE0100...0xE01EF).contains(value) { return .stripped }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
      return .unknown
    case .format: return .stripped
    case .nonspacingMark, .enclosingMark: return .mark
    default: break
    }
    if isTrailingJamo(value) { return .mark }
    return .base(isWide(scalar) ? 2 : 1)
  }

  /// The vowels and final consonants that join the syllable before them.
  private static func isTrailingJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x1100 { return false }
    if wide.contains(where: { $0.contains(value) }) { return true }
    return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value)
  }

  /// Where letters are two columns wide; what is unassigned in between is never asked for.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
