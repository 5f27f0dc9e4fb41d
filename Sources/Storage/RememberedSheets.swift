import Attendance
import GRDB

/// The sheets of one year, as of the last entry known.
struct RememberedSheets {
  let year: SchoolYear
  private(set) var entry: Int64
  private(set) var sheets: [Pupil.ID: YearSheet]
  /// Where the sheets show a byte that was asked for, worked out anew only for new sheets.
  private var places: [UInt8: [Pupil.ID: [Session]]] = [:]

  /// These sheets, read when that entry was the last.
  init(year: SchoolYear, entry: Int64, sheets: [Pupil.ID: YearSheet]) {
    self.year = year
    self.entry = entry
    self.sheets = sheets
  }

  /// Puts newer sheets in place of those known, read when that entry was the last.
  mutating func take(_ newer: [Pupil.ID: YearSheet], upTo entry: Int64) {
    self.entry = entry
    sheets.merge(newer) { $1 }
    for byte in places.keys {
      for (pupil, sheet) in newer {
        let sessions = sheet.sessions(of: byte)
        places[byte]?[pupil] = sessions.isEmpty ? nil : sessions
      }
    }
  }

  /// The sessions at which each pupil's sheet shows the byte; a pupil without any is left out.
  mutating func sessions(of byte: UInt8) -> [Pupil.ID: [Session]] {
    if let known = places[byte] { return known }
    var found: [Pupil.ID: [Session]] = [:]
    for (pupil, sheet) in sheets {
      let sessions = sheet.sessions(of: byte)
      if !sessions.isEmpty { found[pupil] = sessions }
    }
    places[byte] = found
    return found
  }
}

extension SQLiteStore {
  /// The pupils with entries after that one.
  static func marked(_ db: Database, since entry: Int64) throws -> [Pupil.ID] {
    // With DISTINCT in the statement the whole index by pupil would be walked.
    let pupils = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT pupil FROM entry WHERE id > ?"), arguments: [entry])
    return Set(pupils).map(Pupil.ID.init)
  }

  /// The sheets of everybody; those known are read again only where their pupils have new entries.
  func everySheet(_ db: Database, of year: SchoolYear) throws -> [Pupil.ID: YearSheet] {
    let last = try ends(db).entry
    guard var known = remembered.sheets, known.year == year, known.entry <= last else {
      let sheets = try Self.sheets(db, of: year, pupils: nil)
      remembered.sheets = RememberedSheets(year: year, entry: last, sheets: sheets)
      return sheets
    }
    guard known.entry < last else { return known.sheets }
    let marked = try Self.marked(db, since: known.entry)
    // Given up while it is changed, so that it is changed in place.
    remembered.sheets = nil
    known.take(try Self.sheets(db, of: year, pupils: marked), upTo: last)
    remembered.sheets = known
    return known.sheets
  }
}
