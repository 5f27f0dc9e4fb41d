import Attendance
import GRDB

/// What a desk has read once and need not read again: the roll, the staff, the calendar, the sheets.
///
/// Each is kept with the number of the last line that could have changed it. Every change to the
/// roll, the staff and the calendar ends in a line of the change log, and every mark is an entry, so
/// that asking for that number is asking whether anything is new.
struct Remembered {
  var roll = Dated<Roll>()
  var staff = Dated<[Staff]>()
  var calendar = Dated<SchoolCalendar>()
  var sheets: RememberedSheets?

  /// A value as of the last line known.
  struct Dated<Value> {
    private var known: (line: Int64, value: Value)?

    /// The value, read again only where the last line is another one.
    mutating func value(as line: Int64, _ read: () throws -> Value) throws -> Value {
      if let known, known.line == line { return known.value }
      let value = try read()
      known = (line, value)
      return value
    }
  }
}

/// The sheets of one year, as of the last entry known.
struct RememberedSheets {
  let year: SchoolYear
  var entry: Int64
  var sheets: [Pupil.ID: YearSheet]
}

extension SQLiteStore {
  /// The number of the last line of the change log, or 0.
  static func lastChange(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0
  }

  /// The sheets of everybody; those known are read again only where their pupils have new entries.
  func everySheet(_ db: Database, of year: SchoolYear) throws -> [Pupil.ID: YearSheet] {
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM entry")) ?? 0
    guard var known = remembered.sheets, known.year == year, known.entry <= last else {
      let sheets = try Self.sheets(db, of: year, pupils: nil)
      remembered.sheets = RememberedSheets(year: year, entry: last, sheets: sheets)
      return sheets
    }
    guard known.entry < last else { return known.sheets }
    let marked = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT pupil FROM entry WHERE id > ?"),
      arguments: [known.entry])
    // Given up while it is changed, so that it is changed in place.
    remembered.sheets = nil
    known.sheets.merge(
      try Self.sheets(db, of: year, pupils: marked.map(Pupil.ID.init))
    ) { $1 }
    known.entry = last
    remembered.sheets = known
    return known.sheets
  }
}
