/// A picture of the screen: cells and the place of the cursor.
///
/// A canvas never traps: what falls outside it is left out, so a screen can be drawn at any size.
///
/// ```swift
/// var canvas = Canvas(size: Size(rows: 24, columns: 80))
/// canvas.write("REGISTER 8B", row: 0, column: 1, style: .title)
/// canvas.inside(Area(row: 4, column: 0, rows: 15, columns: 40)) { part in
///   part.write("> 19 Shah, Siân", row: 3, column: 0, style: .current)
///   part.cursor = Position(row: 3, column: 28)
/// }
/// ```
public struct Canvas: Hashable, Sendable {
  /// The whole of it, also while a part is drawn.
  let whole: Size
  private(set) var cells: [Cell]
  private var part: Area
  private var absoluteCursor = Position(row: 0, column: 0)

  /// A blank canvas with the cursor at the top left.
  public init(size: Size) {
    whole = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
    part = Area(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The size of what is being drawn: the whole, or the part inside `inside(_:draw:)`.
  public var size: Size { part.size }

  /// The cell the hardware cursor stands on, which screen readers follow: the focused thing.
  ///
  /// A place outside the canvas is moved to the nearest cell.
  public var cursor: Position {
    get {
      Position(
        row: absoluteCursor.row - part.origin.row,
        column: absoluteCursor.column - part.origin.column)
    }
    set {
      let row = min(max(newValue.row, 0), max(part.size.rows - 1, 0)) + part.origin.row
      let column = min(max(newValue.column, 0), max(part.size.columns - 1, 0)) + part.origin.column
      absoluteCursor = Position(
        row: min(max(row, 0), max(whole.rows - 1, 0)),
        column: min(max(column, 0), max(whole.columns - 1, 0)))
    }
  }

  /// The cell at a place; a blank one outside.
  public subscript(row: Int, column: Int) -> Cell {
    guard part.size.holds(row, column) else { return .blank }
    return cells[index(row, column)]
  }

  /// Draws in a part of the canvas as if it were a canvas of its own.
  public mutating func inside(_ area: Area, draw: (inout Canvas) throws -> Void) rethrows {
    let outer = part
    let shown = area.clipped(
      to: Area(row: 0, column: 0, rows: outer.size.rows, columns: outer.size.columns))
    part = Area(
      row: outer.origin.row + shown.origin.row, column: outer.origin.column + shown.origin.column,
      rows: shown.size.rows, columns: shown.size.columns)
    defer { part = outer }
    try draw(&self)
  }

  /// Writes a text, clipped before the letter that does not fit, and answers the column after it.
  ///
  /// - Parameter width: the columns it may take, if fewer than there are.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, width: Int = .max
  ) -> Int {
    guard row >= 0, row < part.size.rows, column < part.size.columns, width > 0 else {
      return column
    }
    var place = column.onPaper
    let end = min(part.size.columns, place + width.onPaper)
    for cluster in text {
      guard let glyph = TextWidth.glyph(cluster) else { continue }
      guard place + glyph.columns <= end else { break }
      // Left of the edge nothing is shown, nor is the right half of a wide letter.
      if place >= 0 {
        put(glyph, row: row, column: place, style: style)
      } else if place + glyph.columns > 0 {
        for visible in 0..<place + glyph.columns {
          put(TextWidth.Glyph(text: " ", columns: 1), row: row, column: visible, style: style)
        }
      }
      place += glyph.columns
    }
    return place
  }

  /// Writes a text that ends just before a column, as titles' right sides do.
  public mutating func write(
    _ text: String, row: Int, before column: Int, style: Style = .plain
  ) {
    write(text, row: row, column: column.onPaper - text.columns, style: style)
  }

  /// Draws a rule across, of `-` unless told otherwise.
  public mutating func rule(
    row: Int, columns: Range<Int>? = nil, of letter: Character = "-", style: Style = .plain
  ) {
    let all = 0..<part.size.columns
    let wanted = (columns ?? all).clamped(to: all)
    fill(
      Area(row: row, column: wanted.lowerBound, rows: 1, columns: wanted.count), with: letter,
      style: style)
  }

  /// Fills an area with a letter one column wide.
  public mutating func fill(_ area: Area, with letter: Character = " ", style: Style = .plain) {
    guard let glyph = TextWidth.glyph(letter), glyph.columns == 1 else { return }
    let shown = area.clipped(
      to: Area(row: 0, column: 0, rows: part.size.rows, columns: part.size.columns))
    for row in shown.rows {
      for column in shown.columns { put(glyph, row: row, column: column, style: style) }
    }
  }

  /// Changes the style of an area and leaves its text.
  public mutating func restyle(_ area: Area, _ style: Style) {
    let shown = area.clipped(
      to: Area(row: 0, column: 0, rows: part.size.rows, columns: part.size.columns))
    for row in shown.rows {
      for column in shown.columns { cells[index(row, column)].style = style }
    }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    (part.origin.row + row) * whole.columns + part.origin.column + column
  }

  private mutating func put(_ glyph: TextWidth.Glyph, row: Int, column: Int, style: Style) {
    let start = index(row, column)
    let rowStart = (part.origin.row + row) * whole.columns
    clear(start..<start + glyph.columns, in: rowStart..<rowStart + whole.columns)
    cells[start] = Cell(text: glyph.text, style: style, columns: UInt8(clamping: glyph.columns))
    for rest in start + 1..<start + glyph.columns {
      cells[rest] = Cell(text: " ", style: style, columns: 0)
    }
  }

  /// Blanks what is left of wide letters that are about to lose a half.
  private mutating func clear(_ covered: Range<Int>, in row: Range<Int>) {
    var first = covered.lowerBound
    while first > row.lowerBound, cells[first].columns == 0 {
      first -= 1
      cells[first].text = " "
    }
    for index in first..<covered.lowerBound { cells[index].columns = 1 }
    var after = covered.upperBound
    while after < row.upperBound, cells[after].columns == 0 {
      cells[after].columns = 1
      after += 1
    }
  }
}
