import Attendance
import Terminal

/// A line in which a passphrase is typed: as many stars as letters.
struct SecretField: Hashable, Sendable {
  private(set) var secret = Secret()

  var isEmpty: Bool { secret.isEmpty }

  mutating func clear() { secret = Secret() }

  /// Takes a letter, or takes the last one back; false for any other key.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let letter): secret = secret.adding(letter)
    case .space: secret = secret.adding(" ")
    case .backspace, .delete: secret = secret.droppingLast()
    case .left, .right, .home, .end, .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp,
      .pageDown, .control, .function:
      return false
    }
    return true
  }

  mutating func insert(_ text: String) {
    for letter in text where !letter.isNewline { secret = secret.adding(letter) }
  }

  func draw(
    on canvas: inout Canvas, row: Int, column: Int, width: Int, style: Style, focused: Bool
  ) {
    Field(String(repeating: "*", count: secret.count), limit: Secret.limit).draw(
      on: &canvas, row: row, column: column, width: width, style: style, focused: focused)
  }
}
