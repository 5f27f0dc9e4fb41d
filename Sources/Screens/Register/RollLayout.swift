import Terminal

/// Where the rows of a roll stand: in two columns, in one, by pages.
///
/// The page follows from the row the cursor is on, so that nothing has to be kept in step with the
/// size, and a page changes as a whole, which is quieter to a screen reader than a scroll. A class
/// that one column holds has one, and its names the room of both.
struct RollLayout: Hashable, Sendable {
  let size: Size
  let count: Int
  /// One or two columns of pupils.
  let columns: Int
  /// The pupils of a column.
  let perColumn: Int
  /// The lines above the first pupil: air, headings, a rule.
  let top: Int
  /// Whether headings stand above.
  let hasHeading: Bool

  /// The pupils of half a class.
  private static let column = 15

  init(_ size: Size, count: Int, mayHaveTwo: Bool = true) {
    self.size = size
    self.count = count
    hasHeading = size.rows >= 12
    columns = mayHaveTwo && size.columns >= 76 && count > Self.column ? 2 : 1
    let room = max(size.rows - (hasHeading ? 2 : 0), 1)
    let half = columns == 2 ? (count + 1) / 2 : count
    let wanted = max(half, min(count, Self.column))
    if wanted <= room {
      perColumn = max(wanted, 1)
    } else {
      // A line of its own says which rows are shown, where no rule can carry it.
      perColumn = hasHeading || room < 5 ? room : room - 1
    }
    top = (hasHeading ? 2 : 0) + (hasHeading && perColumn < room ? 1 : 0)
  }

  var perPage: Int { perColumn * columns }

  /// The rows on the page with that row.
  func page(with row: Int) -> Range<Int> {
    let first = row / perPage * perPage
    return first..<min(first + perPage, count)
  }

  /// The columns of the screen that a column of pupils takes.
  func width(of column: Int) -> Int {
    columns == 1 ? size.columns : column == 0 ? size.columns / 2 - 1 : (size.columns + 1) / 2
  }

  /// Where a column of pupils begins.
  func start(of column: Int) -> Int { column == 0 ? 0 : size.columns / 2 }

  /// Where the row stands on its page.
  func place(of row: Int) -> (line: Int, column: Int) {
    let index = row % perPage
    return (top + index % perColumn, index / perColumn)
  }

  /// Which rows are shown, in words, where not all are.
  func pageWords(with row: Int) -> String? {
    guard count > perPage, hasHeading || perColumn < size.rows else { return nil }
    let page = page(with: row)
    let keys = page.upperBound < count ? "PgDn for more" : "PgUp for more"
    return "rows \(page.lowerBound + 1)-\(page.upperBound) of \(count), \(keys)"
  }
}
