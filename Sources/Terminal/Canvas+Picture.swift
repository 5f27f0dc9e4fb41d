/// A canvas as text, for tests.
extension Canvas {
  /// Its rows as text, without the blanks at their ends.
  public var lines: [String] {
    picture { $0.columns == 0 ? "" : String($0.text) }
  }

  /// Its rows as letters that stand for the style of each cell, without the blanks at their ends.
  ///
  /// Plain text is a blank; a role is its letter (`t`itle, `h`eading, `c`urrent, `f`ocus,
  /// change`d`, `a`lert, `n`otice, d`o`ne, `m`uted), in upper case with attributes added; plain
  /// text with an attribute is `b`old, `r`everse, `u`nderlined, or `*` with several.
  public var styleLines: [String] {
    picture { String($0.style.letter) }
  }

  private func picture(_ letter: (Cell) -> String) -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += letter(self[row, column]) }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension Style {
  fileprivate var letter: Character {
    let letter: Character =
      switch role {
      case .plain: " "
      case .title: "t"
      case .heading: "h"
      case .current: "c"
      case .focus: "f"
      case .changed: "d"
      case .alert: "a"
      case .notice: "n"
      case .done: "o"
      case .muted: "m"
      }
    if attributes.isEmpty { return letter }
    if role != .plain { return Character(letter.uppercased()) }
    return attributes == .bold
      ? "b" : attributes == .reverse ? "r" : attributes == .underline ? "u" : "*"
  }
}
