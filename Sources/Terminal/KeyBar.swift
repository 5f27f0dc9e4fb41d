/// The footer: what works now, most useful first.
///
/// Where there is not room for all, whole items are left out, never parts of words, and the way to
/// the help always stays.
public struct KeyBar: Hashable, Sendable {
  /// A key's label and what it does, such as `^S` and `submit`.
  public struct Item: Hashable, Sendable {
    /// The key, as people know it.
    public let label: String
    /// What it does, in a word or two.
    public let words: String

    /// A key's label and what it does.
    public init(_ label: String, _ words: String) {
      self.label = label
      self.words = words
    }

    var columns: Int { label.columns + 1 + words.columns }
  }

  /// What works now, most useful first, without the help.
  public let items: [Item]
  /// The lines it may take.
  public let rows: Int

  /// A footer of at most so many lines.
  public init(_ items: [Item], rows: Int = 2) {
    self.items = items
    self.rows = max(rows, 1)
  }

  private static let help = Item("?", "help")

  /// The items of each line at a width; a line may be empty.
  public func layout(width: Int) -> [[Item]] {
    let gap = Self.gap(width)
    var lines: [[Item]] = [[]]
    var used = 0
    for item in items {
      // The last line keeps room for the help; so does any other if nothing follows.
      if fits(item, after: used, of: width, last: lines.count == rows || item == items.last) {
        lines[lines.count - 1].append(item)
        used += (used == 0 ? 0 : gap) + item.columns
      } else if lines.count < rows, !(lines.last ?? []).isEmpty,
        fits(item, after: 0, of: width, last: lines.count + 1 == rows)
      {
        lines.append([item])
        used = item.columns
      }
    }
    if used > 0, !fits(Self.help, after: used, of: width, last: false), lines.count < rows {
      lines.append([])
    }
    lines[lines.count - 1].append(Self.help)
    return lines
  }

  private func fits(_ item: Item, after used: Int, of width: Int, last: Bool) -> Bool {
    let gap = Self.gap(width)
    let start = used == 0 ? 0 : used + gap
    return start + item.columns + (last ? gap + Self.help.columns : 0) <= width
  }

  /// Large letters leave few columns, and then less air.
  private static func gap(_ width: Int) -> Int { width < 60 ? 2 : 3 }

  /// Its lines as text; the last is cut only where not even the help fits.
  public func lines(width: Int) -> [String] {
    let gap = String(repeating: " ", count: Self.gap(width))
    return layout(width: width).map { items in
      items.map { "\($0.label) \($0.words)" }.joined(separator: gap).clipped(to: width)
    }
  }

  /// Draws it on the last rows of a canvas, keys in bold, one column in from the left if there is
  /// room.
  public func draw(on canvas: inout Canvas) {
    let margin = canvas.size.columns >= 60 ? 1 : 0
    let width = canvas.size.columns - margin
    let layout = layout(width: width)
    let top = canvas.size.rows - min(rows, canvas.size.rows)
    for (line, items) in layout.enumerated() {
      var column = margin
      for item in items {
        column = canvas.write(item.label, row: top + line, column: column, style: .bold)
        column = canvas.write(" " + item.words, row: top + line, column: column)
        column += Self.gap(width)
      }
    }
  }
}
