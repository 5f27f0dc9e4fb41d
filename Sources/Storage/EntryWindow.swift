import Foundation
import GRDB
import GRDBSQLite

/// Entries that follow each other, read in one go for many submissions: a query for each of the
/// hundred thousand registers of six years would take longer than everything else.
struct EntryWindow {
  /// A note's salt and text; neither where it was redacted.
  typealias Note = (salt: Data?, text: String?)

  private static let length: Int64 = 20_000
  private var range: Range<Int64> = 0..<0
  private var entries: [KeptEntry] = []
  private var noted: [Int64: Note] = [:]

  /// The entries of these numbers that the file holds, and the notes beside them.
  mutating func read(
    _ db: Database, _ asked: Range<Int64>
  ) throws -> (entries: ArraySlice<KeptEntry>, notes: [Int64: Note]) {
    if asked.lowerBound < range.lowerBound || asked.upperBound > range.upperBound {
      range = asked.lowerBound..<max(asked.upperBound, asked.lowerBound + Self.length)
      entries = try Self.entries(db, range)
      noted = try Self.notes(db, range)
    }
    let found = entries[index(of: asked.lowerBound)..<index(of: asked.upperBound)]
    guard !noted.isEmpty else { return (found, [:]) }
    return (found, noted.filter { asked.contains($0.key) })
  }

  /// The place of the first entry that does not come before the number.
  private func index(of number: Int64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func notes(_ db: Database, _ range: Range<Int64>) throws -> [Int64: Note] {
    var notes: [Int64: Note] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT entry, salt, text FROM note WHERE entry >= ? AND entry < ?")
    let rows = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    while let row = try rows.next() {
      notes[try row.value(0)] = (try row.value(1), try row.value(2))
    }
    return notes
  }

  private static func entries(_ db: Database, _ range: Range<Int64>) throws -> [KeptEntry] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, submission, pupil, date, half, code, minutes, how, basis, replaces, beside,
          reason, note
        FROM entry WHERE id >= ? AND id < ? ORDER BY id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    var entries: [KeptEntry] = []
    while let row = try rows.next() {
      let columns = Columns(statement: statement.sqliteStatement)
      // Plain columns are taken as they come: decoding each with all of GRDB's care takes as long
      // as all the rest of the walk. Whatever is not plain is read with care, and told of in words.
      entries.append(columns.isPlain ? columns.entry : try careful(row))
    }
    return entries
  }

  private static func careful(_ row: Row) throws -> KeptEntry {
    KeptEntry(
      id: try row.value(0), submission: try row.value(1), pupil: try row.value(2),
      date: try row.value(3), half: try row.value(4), code: try row.value(5),
      minutes: try row.value(6), how: try row.value(7), basis: try row.value(8),
      replaces: try row.value(9), beside: try row.value(10), reason: try row.value(11),
      noteHash: (try row.value(12) as Data?).map { Array($0) })
  }

  /// The columns of a row as SQLite holds them.
  private struct Columns {
    let statement: OpaquePointer

    /// Whether each column holds what almost every entry has: numbers, two short texts, and beyond
    /// them nothing but what it replaces.
    var isPlain: Bool {
      for column: Int32 in [0, 1, 2, 3, 4, 8] where type(column) != SQLITE_INTEGER { return false }
      for column: Int32 in [6, 10, 11, 12] where type(column) != SQLITE_NULL { return false }
      guard type(5) == SQLITE_TEXT, type(7) == SQLITE_TEXT else { return false }
      return (Int64(Int32.min)...Int64(Int32.max)).contains(sqlite3_column_int64(statement, 3))
        && [SQLITE_INTEGER, SQLITE_NULL].contains(type(9))
    }

    var entry: KeptEntry {
      KeptEntry(
        id: number(0), submission: number(1), pupil: number(2), date: Int32(number(3)),
        half: Int(number(4)), code: text(5), minutes: nil, how: text(7), basis: Int(number(8)),
        replaces: type(9) == SQLITE_NULL ? nil : number(9), beside: nil, reason: nil,
        noteHash: nil)
    }

    private func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }

    private func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    private func text(_ column: Int32) -> String {
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }
  }
}
