/// A line of text being typed.
///
/// It moves and deletes by whole letters, marks and all, and is drawn so that its cursor is always
/// seen.
public struct Field: Hashable, Sendable {
  /// What has been typed.
  public private(set) var text: String
  /// How many letters stand before the cursor.
  public private(set) var cursor: Int
  /// How many letters it holds at most.
  public let limit: Int

  /// A field with the cursor behind its text.
  public init(_ text: String = "", limit: Int = 500) {
    self.limit = max(limit, 0)
    self.text = ""
    cursor = 0
    insert(text)
  }

  /// Whether nothing has been typed.
  public var isEmpty: Bool { text.isEmpty }

  /// Puts text in at the cursor: newlines and tabs become blanks, other controls are left out, and
  /// so is what would be more than the field holds.
  public mutating func insert(_ new: String) {
    let clean = new.compactMap(Self.cleaned)
    let room = max(limit - text.count, 0)
    // A mark joins the letter before it and needs no room of its own.
    let joining = cursor > 0 && clean.first.map(Self.isMark) == true ? 1 : 0
    let head = text.prefix(cursor) + String(clean.prefix(room + joining))
    replace(with: String(head) + text.dropFirst(cursor), cursorAfterBytes: head.utf8.count)
  }

  /// Empties it.
  public mutating func clear() {
    text = ""
    cursor = 0
  }

  /// Obeys the keys that type and edit; false for any other.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let letter): insert(String(letter))
    case .space: insert(" ")
    case .backspace: remove(cursor - 1)
    case .delete: remove(cursor)
    case .left: cursor = max(cursor - 1, 0)
    case .right: cursor = min(cursor + 1, text.count)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .control,
      .function:
      return false
    }
    return true
  }

  /// Draws it in so many columns and puts the canvas's cursor where the next letter goes.
  public func draw(
    on canvas: inout Canvas, row: Int, column: Int, width: Int, style: Style = .plain,
    focused: Bool = true
  ) {
    let (shown, place) = window(width: width)
    canvas.write(shown.padded(to: width), row: row, column: column, style: style, width: width)
    if focused { canvas.cursor = Position(row: row, column: column.onPaper + place) }
  }

  /// The text that `width` columns show of it, and the cursor's column among them.
  func window(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    let widths = text.map { TextWidth.glyph($0)?.columns ?? 0 }
    let before = widths.prefix(cursor).reduce(0, +)
    // It moves on by half its width at a time, so that most keys change one cell.
    let step = max(width / 2, 1)
    let wanted = before < width ? 0 : (before - width) / step * step + step
    var first = 0
    var skipped = 0
    while first < cursor, skipped < wanted {
      skipped += widths[first]
      first += 1
    }
    return (String(text.dropFirst(first)).clipped(to: width), before - skipped)
  }

  private mutating func remove(_ index: Int) {
    guard index >= 0, index < text.count else { return }
    let head = text.prefix(index)
    replace(with: String(head) + text.dropFirst(index + 1), cursorAfterBytes: head.utf8.count)
  }

  /// Letters on both sides of a change may join; the cursor goes behind what they make.
  private mutating func replace(with new: String, cursorAfterBytes bytes: Int) {
    text = new
    let place = new.utf8.index(new.startIndex, offsetBy: bytes)
    cursor = new.indices.prefix { $0 < place }.count
  }

  private static func cleaned(_ letter: Character) -> Character? {
    if letter.isNewline || letter == "\t" { return " " }
    guard let first = letter.unicodeScalars.first else { return nil }
    return first.properties.generalCategory == .control ? nil : letter
  }

  private static func isMark(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { TextWidth.measure($0) == .mark }
  }
}
