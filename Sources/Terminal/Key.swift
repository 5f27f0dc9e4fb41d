/// A key that was pressed.
///
/// A letter may be written as a literal: `Key.character("N")` is also `"N"`.
public enum Key: Hashable, Sendable {
  case character(Character)
  case space, enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// Ctrl with a letter in lower case, or with one of `@ \ ] ^ _`.
  case control(Character)
  /// F1 and so on; only ever the twin of another key.
  case function(Int)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key that types a character.
  public init(_ character: Character) {
    self = character == " " ? .space : .character(character)
  }

  /// The key that types a character.
  public init(extendedGraphemeClusterLiteral character: Character) {
    self.init(character)
  }
}

extension Key: CustomStringConvertible {
  /// The key as the footer and the help name it.
  public var description: String {
    switch self {
    case .character(let character): String(character)
    case .space: "Space"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Bksp"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .control(let letter): "^\(letter.uppercased())"
    case .function(let number): "F\(number)"
    }
  }
}
