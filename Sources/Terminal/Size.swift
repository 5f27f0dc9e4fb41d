/// How many rows and columns there are.
public struct Size: Hashable, Sendable {
  /// The number of rows, never negative.
  public let rows: Int
  /// The number of columns, never negative.
  public let columns: Int

  /// A size; what is negative becomes 0, and no screen is larger than 10,000 by 10,000.
  public init(rows: Int, columns: Int) {
    self.rows = min(max(rows, 0), 10_000)
    self.columns = min(max(columns, 0), 10_000)
  }

  func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// A place by row and column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
