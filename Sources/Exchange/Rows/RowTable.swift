public import Attendance

/// Rows as every command prints them: named columns and typed cells, in one of three formats.
public struct RowTable: Hashable, Sendable {
  /// How rows are written.
  public enum Format: String, CaseIterable, Sendable {
    /// Aligned for a terminal.
    case table
    /// RFC 4180, UTF-8, ended by line feeds, header first.
    case csv
    /// An array of objects with the same names.
    case json
  }

  /// One value.
  public enum Cell: Hashable, Sendable {
    /// Nothing: an empty field, and null in JSON.
    case empty
    /// What somebody wrote: names, notes, reasons. Guarded in CSV against being run as a formula.
    case text(String)
    /// What the program writes: attendance codes, dates, UPNs, identifiers. Never guarded.
    case code(String)
    /// A whole number.
    case number(Int)
    /// A number of tenths, with a decimal only where one is needed: 15, 15.5.
    case tenths(Int)
    /// A percentage to one decimal.
    case percentage(Share)
    /// A percentage in hundredths, as it was published: 94.72.
    case hundredths(Int)
    /// How far a percentage lies from another, to one decimal: -1.6, 0.4.
    case points(Points)
  }

  /// The names of the columns, in order.
  public let columns: [String]
  /// The rows, each with a cell for every column.
  public private(set) var rows: [[Cell]] = []

  /// A table with these columns and no rows.
  public init(_ columns: [String]) {
    self.columns = columns
  }

  /// A table with these columns and rows.
  public init(_ columns: [String], rows: some Sequence<[Cell]>) {
    self.init(columns)
    for row in rows { append(row) }
  }

  /// Adds a row; cells left out at its end are empty.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(row + Array(repeating: .empty, count: columns.count - row.count))
  }

  /// The rows in that format, each line ended by a line feed.
  public func written(as format: Format) -> String {
    switch format {
    case .table: table
    case .csv: csv
    case .json: json
    }
  }
}

extension RowTable.Cell {
  /// A text, or an empty cell where there is none.
  public static func text(orEmpty text: String?) -> Self { text.map(Self.text) ?? .empty }
  /// A code, or an empty cell where there is none.
  public static func code(orEmpty code: String?) -> Self { code.map(Self.code) ?? .empty }
  /// A number, or an empty cell where there is none.
  public static func number(orEmpty number: Int?) -> Self { number.map(Self.number) ?? .empty }
  /// A percentage, or an empty cell where nothing was possible.
  public static func percentage(orEmpty percentage: Share?) -> Self {
    percentage.map(Self.percentage) ?? .empty
  }
  /// A difference in points, or an empty cell where there is nothing to compare.
  public static func points(orEmpty points: Points?) -> Self { points.map(Self.points) ?? .empty }
  /// A published percentage, or an empty cell where none was.
  public static func hundredths(orEmpty number: Int?) -> Self {
    number.map(Self.hundredths) ?? .empty
  }
  /// A date as files write it, or an empty cell where there is none.
  public static func date(_ date: SchoolDate?) -> Self { code(orEmpty: date?.description) }
  /// An instant as files write it, or an empty cell where there is none.
  public static func instant(_ instant: Instant?) -> Self { code(orEmpty: instant?.description) }

  /// The value as text, before any format has its say.
  public var plain: String {
    switch self {
    case .empty: ""
    case .text(let text), .code(let text): text
    case .number(let number): String(number)
    case .tenths(let tenths): Self.decimal(tenths)
    case .percentage(let percentage): percentage.description
    case .hundredths(let number): Self.inHundredths(number)
    // No sign before more: it is a number to whoever reads the file.
    case .points(let points): String(points.description.drop { $0 == "+" })
    }
  }

  /// Whether it stands to the right of its column.
  var isNumber: Bool {
    switch self {
    case .number, .tenths, .percentage, .hundredths, .points: true
    case .empty, .text, .code: false
    }
  }

  private static func inHundredths(_ number: Int) -> String {
    let rest = number % 100
    return "\(number / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func decimal(_ tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
