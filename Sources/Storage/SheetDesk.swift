import Attendance
import Foundation
import GRDB

/// The year sheets one transaction reads and changes, fetched as they are asked for.
struct SheetDesk {
  private struct Key: Hashable {
    let year: Int
    let pupil: Int64
  }

  private let db: Database
  private var sheets: [Key: [UInt8]] = [:]
  private var changed: Set<Key> = []

  init(_ db: Database) {
    self.db = db
  }

  /// The byte of the session's cell; 0 where there is no sheet.
  mutating func byte(of pupil: Pupil.ID, at session: Session) throws -> UInt8 {
    let year = SchoolYear(of: session.date)
    let key = Key(year: year.startYear, pupil: pupil.number)
    guard let cell = YearSheet.cell(of: session, in: year) else { return 0 }
    return try cells(key, year)[cell]
  }

  /// Puts the byte into the cell of the entry's session.
  mutating func set(_ byte: UInt8, _ entry: KeptEntry) throws {
    let session = entry.session
    let year = SchoolYear(of: session.date)
    let key = Key(year: year.startYear, pupil: entry.pupil)
    _ = try cells(key, year)
    guard let cell = YearSheet.cell(of: session, in: year) else { return }
    sheets[key]?[cell] = byte
    changed.insert(key)
  }

  /// Writes the sheets that were changed.
  func write() throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sheet (year, pupil, cells) VALUES (?, ?, ?)
        ON CONFLICT (year, pupil) DO UPDATE SET cells = excluded.cells
        """)
    for key in changed.sorted(by: { ($0.year, $0.pupil) < ($1.year, $1.pupil) }) {
      guard let cells = sheets[key] else { continue }
      try statement.execute(arguments: [key.year, key.pupil, Data(cells)])
    }
  }

  private mutating func cells(_ key: Key, _ year: SchoolYear) throws -> [UInt8] {
    if let known = sheets[key] { return known }
    let statement = try db.cachedStatement(
      sql: "SELECT cells FROM sheet WHERE year = ? AND pupil = ?")
    let kept = try Row.fetchOne(statement, arguments: [key.year, key.pupil])
      .map { row in Array(try row.value(0) as Data) }
    let cells = kept ?? YearSheet(year: year).cells
    guard cells.count == year.days * 2 else {
      throw StoreFault.damaged("the \(year) sheet of pupil \(key.pupil) has a wrong length")
    }
    sheets[key] = cells
    return cells
  }
}
