/// A rectangle of cells.
public struct Area: Hashable, Sendable {
  /// Its top left cell.
  public let origin: Position
  /// Its extent.
  public let size: Size

  /// A rectangle by its top left cell and its extent.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    // However wild a number, no sum of it may overflow.
    origin = Position(row: row.onPaper, column: column.onPaper)
    size = Size(rows: rows, columns: columns)
  }

  /// The rows it covers.
  public var rows: Range<Int> { origin.row..<origin.row + size.rows }

  /// The columns it covers.
  public var columns: Range<Int> { origin.column..<origin.column + size.columns }

  /// The part of it that lies in another.
  public func clipped(to other: Area) -> Area {
    let rows = self.rows.clamped(to: other.rows)
    let columns = self.columns.clamped(to: other.columns)
    return Area(
      row: rows.lowerBound, column: columns.lowerBound, rows: rows.count, columns: columns.count)
  }
}

extension Int {
  /// The number itself, or the nearest that any place on a screen could have.
  var onPaper: Int { Swift.min(Swift.max(self, -1_000_000), 1_000_000) }
}
