/// A list that the office hands out: who it is for, what it says, and when its facts stood.
///
/// One value is shown on a screen, printed, and written as rows, so that all three say the same.
public struct Handout: Hashable, Sendable {
  /// A column of the list.
  public struct Column: Hashable, Sendable {
    /// Where a column stands on a screen and on paper.
    public enum Place: Hashable, Sendable {
      /// The heading under which the rows of one value stand together.
      case heading
      /// Beside the others.
      case beside
      /// On lines of their own under the row.
      case under
      /// In the rows of a file only.
      case fileOnly
    }

    /// Its name in a file: `surname`.
    public let name: String
    /// Where it stands on a screen and on paper.
    public let place: Place
    /// Whether the program writes it, and nobody else: a code, a date, a UPN.
    public let isCode: Bool

    /// A column of that name.
    public init(_ name: String, _ place: Place = .beside, isCode: Bool = false) {
      self.name = name
      self.place = place
      self.isCode = isCode
    }
  }

  /// One line of the list.
  public struct Row: Hashable, Sendable {
    /// Whom it is about, or nil.
    public let pupil: Pupil.ID?
    /// The line of the day book it comes from, or nil.
    public let line: DayLine.ID?
    /// The day of what it says, where that is another than the list's, or nil.
    public let date: SchoolDate?
    /// The session whose mark it shows, or nil where it speaks of the day.
    public let session: Session?
    /// What it says, a cell for each column; the lines of one cell are kept apart by line feeds.
    public let cells: [String]
    /// The paper of its own that the row is printed as, in words; nil where it is a line of the list.
    public let paper: String?

    /// A row about that pupil.
    public init(
      _ pupil: Pupil.ID?, line: DayLine.ID? = nil, of date: SchoolDate? = nil,
      at session: Session? = nil, _ cells: [String], paper: String? = nil
    ) {
      self.pupil = pupil
      self.line = line
      self.date = date
      self.session = session
      self.cells = cells
      self.paper = paper
    }
  }

  /// Which list it is.
  public let kind: Kind
  /// The day it speaks of.
  public let date: SchoolDate
  /// When its facts stood.
  public let at: Instant
  /// What it comes to, in a few words: `31 away`.
  public let summary: String
  /// Its columns.
  public let columns: [Column]
  /// Its rows, those of one heading together.
  public let rows: [Row]
  /// Whether each row has a box to tick on paper.
  public let hasBoxes: Bool
  /// What stands at the foot of the paper: who signs, what to do with it.
  public let foot: [String]

  /// A list of that kind.
  public init(
    _ kind: Kind, on date: SchoolDate, at moment: Instant, summary: String, columns: [Column],
    rows: [Row], hasBoxes: Bool = false, foot: [String] = []
  ) {
    self.kind = kind
    self.date = date
    at = moment
    self.summary = summary
    self.columns = columns
    self.rows = rows
    self.hasBoxes = hasBoxes
    self.foot = foot
  }

  /// The rows whose cells hold the search, names and groups as they are found elsewhere.
  public func filtered(by search: String) -> Handout {
    let search = search.split(separator: " ").joined(separator: " ")
    guard !search.isEmpty else { return self }
    let beside = columns.indices.filter { columns[$0].place != .fileOnly }
    let kept = rows.filter { row in
      beside.contains { FoldedName.matches(row.cells[$0], search: search) }
    }
    return Handout(
      kind, on: date, at: at, summary: "\(kept.count) of \(rows.count), \(search)",
      columns: columns, rows: kept, hasBoxes: hasBoxes, foot: foot)
  }
}

extension Handout {
  /// The heading of a row, or empty where the list has none.
  public func heading(of row: Row) -> String { cells(of: row, at: .heading).joined(separator: " ") }

  /// What stands beside each other in a row.
  public func beside(_ row: Row) -> [String] { cells(of: row, at: .beside) }

  /// The names of the columns beside each other, as people read them.
  public var besideNames: [String] {
    columns.filter { $0.place == .beside }.map {
      $0.name.split(separator: "_").joined(separator: " ")
    }
  }

  /// Whether its columns need their names to be understood: those of counts do.
  public var isTabular: Bool { columns.count { $0.place == .beside } > 3 }

  /// The lines that stand under a row.
  public func under(_ row: Row) -> [String] {
    cells(of: row, at: .under).flatMap { $0.split(separator: "\n").map(String.init) }
  }

  /// The row in one line: `7A Rees, Rhys: away`.
  public func inWords(_ row: Row) -> String {
    ([heading(of: row)] + beside(row) + under(row)).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The name of the file it is written to, without its end: `late-book-2026-03-20`.
  ///
  /// A list is written over the one before. A slip goes away with its pupil, and is named by its own
  /// time and pupil: `late-slip-2026-03-20-0902-rees-rhys-8b`.
  public var fileName: String {
    guard isWrittenOnce else { return "\(kind.rawValue)-\(date)" }
    let pupils = Set(rows.compactMap(\.pupil))
    let whose = rows.first.map(heading)?.split(separator: " ").map { word in
      FoldedName(String(word)).text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }.filter { !$0.isEmpty }.joined(separator: "-")
    return "\(kind.rawValue)-\(date)-\(at.time.digits)-"
      + (pupils.count == 1 ? whose ?? "" : "all")
  }

  /// Whether each writing has a file of its own, so that none is lost to the next.
  public var isWrittenOnce: Bool { kind == .lateSlip }

  private func cells(of row: Row, at place: Column.Place) -> [String] {
    zip(columns, row.cells).filter { $0.0.place == place }.map(\.1)
  }
}
