import Foundation

/// Text as it may stand in the register: composed, and free of what a screen or a file cannot carry.
enum CleanText {
  /// Which text it is; names are held to more.
  enum Kind {
    case name
    case line
    /// Lines may be broken, as in an address.
    case lines
  }

  /// No name is longer, in characters.
  static let longestName = 100

  /// The text in NFC without blanks around it, or what does not belong in it.
  static func checked(_ text: String, _ kind: Kind) -> Result<String, Problem> {
    // Nearly every field is plain ASCII, which is composed as it stands.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let trimmed = isPlain ? trimmed(text) : composed(text)
    if kind == .name, trimmed.count > longestName { return .failure(.tooLong(trimmed.count)) }
    if isPlain { return .success(trimmed) }
    for scalar in trimmed.unicodeScalars {
      if let problem = problem(of: scalar, in: kind) { return .failure(problem) }
    }
    return .success(trimmed)
  }

  /// What does not belong in a text.
  enum Problem: Error, Equatable {
    case lineBreak
    case control(Unicode.Scalar)
    case emoji(Unicode.Scalar)
    case tooLong(Int)

    /// The problem with the column it stands in, and the remedy.
    func sentence(in column: String) -> String {
      switch self {
      case .lineBreak: "\(column) has a line break in it; write it on one line"
      case .control(let scalar):
        "\(column) has an invisible character in it (\(Self.hexadecimal(scalar))); type it again"
      case .emoji(let scalar): "\(column) has '\(scalar)' in it; a name is written in letters"
      case .tooLong(let count):
        "\(column) has \(count) characters, more than \(CleanText.longestName); shorten it"
      }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// The text in NFC without blanks around it.
  static func composed(_ text: String) -> String {
    trimmed(text.precomposedStringWithCanonicalMapping)
  }

  private static func problem(of scalar: Unicode.Scalar, in kind: Kind) -> Problem? {
    if scalar == "\n" || scalar == "\r" { return kind == .lines ? nil : .lineBreak }
    // The joiners belong to the spelling of names in Persian and in the scripts of India.
    if scalar.value == 0x200C || scalar.value == 0x200D { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return .control(scalar)
    case .otherSymbol, .modifierSymbol:
      let isEmoji = scalar.properties.isEmoji || scalar.properties.isEmojiModifier
      return kind == .name && isEmoji ? .emoji(scalar) : nil
    default:
      return kind == .name && (scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F)
        ? .emoji(scalar) : nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\u{A0}" }
    guard text.first.map(isBlank) ?? false || text.last.map(isBlank) ?? false else { return text }
    let head = text.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
  }
}
