/// What the terminal shows.
extension PseudoTerminal {
  /// The rows and columns of the window.
  public var size: (rows: Int, columns: Int) { emulator.size }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    let size = emulator.size
    return (0..<size.rows).map { row in
      var line = ""
      var column = 0
      while column < size.columns, let cell = emulator.cell(row: row, column: column) {
        line += cell.text.isEmpty ? " " : cell.text
        column += max(cell.columns, 1)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The whole screen as text.
  public var text: String { lines.joined(separator: "\n") }

  /// Whether a text is to be seen.
  public func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// One cell with its looks; nil outside the window.
  public func cell(row: Int, column: Int) -> ScreenCell? {
    emulator.cell(row: row, column: column)
  }

  /// The cells of a row, in the order of columns.
  public func cells(row: Int) -> [ScreenCell] {
    (0..<emulator.size.columns).compactMap { emulator.cell(row: row, column: $0) }
  }

  /// Where the cursor is.
  public var cursor: (row: Int, column: Int) { emulator.cursor }

  /// Whether the cursor can be seen.
  public var isCursorVisible: Bool { emulator.cursorVisible }

  /// Whether the program has a screen of its own, under which the shell's waits.
  public var isAlternateScreen: Bool { emulator.alternateScreen }

  /// How often a sequence of bytes was sent.
  public func count(of sequence: String) -> Int {
    let wanted = Array(sequence.utf8)
    guard let first = wanted.first, received.count >= wanted.count else { return 0 }
    return (0...received.count - wanted.count).count { start in
      received[start] == first && received[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
