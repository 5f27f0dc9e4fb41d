/// A list of which a window is shown, with a cursor that stays on its row.
///
/// Rows are identities; what they look like is the screen's affair.
///
/// ```swift
/// for (line, index) in list.visible.enumerated() {
///   canvas.write(list.marker(at: index) + name(of: list.rows[index]), row: line, column: 0)
/// }
/// ```
public struct ListView<Row: Hashable & Sendable>: Hashable, Sendable {
  /// All rows, in the order shown.
  public private(set) var rows: [Row]
  /// The index of the row the cursor is on; 0 in an empty list.
  public private(set) var cursor = 0
  /// The index of the first row shown.
  public private(set) var top = 0
  /// How many rows are shown at once; at least one.
  public var height: Int {
    didSet { scroll() }
  }

  /// A list with the cursor on its first row.
  public init(_ rows: [Row], height: Int) {
    self.rows = rows
    self.height = height
    scroll()
  }

  /// The row the cursor is on, or nil in an empty list.
  public var current: Row? { rows.isEmpty ? nil : rows[cursor] }

  /// The indices of the rows shown.
  public var visible: Range<Int> { top..<min(top + height, rows.count) }

  /// The line of the window the cursor is on, from 0.
  public var cursorLine: Int { cursor - top }

  /// What stands before a row: `>` at the cursor, since a sign is read aloud and a colour is not.
  public func marker(at index: Int) -> String { index == cursor && !rows.isEmpty ? ">" : " " }

  /// Shows other rows, and keeps the cursor on its row, or on the next that is still there.
  public mutating func show(_ newRows: [Row]) {
    let old = rows
    let (line, wasAtTop) = (cursorLine, top == 0)
    rows = newRows
    if old.indices.contains(cursor) {
      let places = Dictionary(
        newRows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let after = old[cursor...].lazy.compactMap { places[$0] }.first
      let before = old[..<cursor].reversed().lazy.compactMap { places[$0] }.first
      cursor = after ?? before ?? 0
    }
    // The row stays on its line of the screen too, as far as it can; but whoever sees the beginning
    // of a list sees what comes before it, for that is what matters most.
    top = wasAtTop ? 0 : cursor - line
    scroll()
  }

  /// Moves the cursor by so many rows, as far as there are rows.
  public mutating func move(by rows: Int) {
    // A wild number may not overflow.
    cursor += min(max(rows, -cursor), self.rows.count)
    scroll()
  }

  /// Moves the cursor to a row, if it is in the list.
  @discardableResult
  public mutating func move(to row: Row) -> Bool {
    guard let index = rows.firstIndex(of: row) else { return false }
    cursor = index
    scroll()
    return true
  }

  /// Obeys the keys that move within a list; false for any other.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -height)
    case .pageDown: move(by: height)
    case .home: move(by: -rows.count)
    case .end: move(by: rows.count)
    case .character, .space, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .left,
      .right, .control, .function:
      return false
    }
    return true
  }

  private mutating func scroll() {
    if height < 1 { height = 1 }
    cursor = min(max(cursor, 0), max(rows.count - 1, 0))
    top = min(max(top, cursor - height + 1, 0), cursor)
    // No empty lines at the end while there are rows above.
    top = min(top, max(rows.count - height, 0))
  }
}
