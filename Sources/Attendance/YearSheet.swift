/// The marks of one pupil in one school year, a byte for each half day from 1 August.
///
/// It is what figures, grids and lists read; the entries stay the truth, and a sheet can be rebuilt
/// from them at any time.
public struct YearSheet: Hashable, Sendable {
  /// The school year.
  public let year: SchoolYear
  /// Two cells a day, morning first; 0 where there is no mark.
  public private(set) var cells: [UInt8]

  /// A sheet without marks.
  public init(year: SchoolYear) {
    self.year = year
    cells = [UInt8](repeating: 0, count: year.days * 2)
  }

  /// A sheet of these cells, or nil where they are not two for each day of the year.
  public init?(year: SchoolYear, cells: [UInt8]) {
    guard cells.count == year.days * 2 else { return nil }
    self.year = year
    self.cells = cells
  }

  /// The cell of a session, or nil where it lies in another year.
  public static func cell(of session: Session, in year: SchoolYear) -> Int? {
    guard year.contains(session.date) else { return nil }
    return session.date.days(after: year.firstDay) * 2 + session.half.index
  }

  /// The session of a cell.
  public static func session(at cell: Int, in year: SchoolYear) -> Session {
    Session(year.firstDay.adding(days: cell / 2), cell % 2 == 0 ? .am : .pm)
  }

  /// The byte that stands for a session's code; 0 outside the year.
  public subscript(session: Session) -> UInt8 {
    get { Self.cell(of: session, in: year).map { cells[$0] } ?? 0 }
    set {
      if let cell = Self.cell(of: session, in: year) { cells[cell] = newValue }
    }
  }

  /// The sessions of this byte, the first first.
  public func sessions(of byte: UInt8) -> [Session] {
    // Looked for without a branch, so that the sheets of a whole school are passed over in a
    // fraction of a millisecond.
    var isThere: UInt8 = 0
    for cell in cells { isThere |= cell == byte ? 1 : 0 }
    guard isThere == 1 else { return [] }
    return cells.indices.filter { cells[$0] == byte }.map { Self.session(at: $0, in: year) }
  }
}
