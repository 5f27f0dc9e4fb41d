import GRDB
import GRDBSQLite
import Glibc

/// Inserts entries by binding SQLite's own statement: an import brings hundreds of thousands.
///
/// A statement keeps its values from row to row, so that only what differs is bound again. A reason
/// is bound anew each time, for two texts may compare equal and differ in bytes, which the seal
/// covers.
struct EntryInsertion: ~Copyable {
  private let insertion: Statement
  private var statement: SQLiteStatement { insertion.sqliteStatement }
  /// The texts of the codes by their bytes, where SQLite reads them without a copy.
  private let codes: [UnsafeMutablePointer<CChar>?]
  private var last: (minutes: Int?, how: String, basis: Int, hasMore: Bool)?

  /// An insertion of entries whose codes have these texts, by their bytes.
  init(_ db: Database, codes: [String]) throws {
    insertion = try db.cachedStatement(
      sql: """
        INSERT INTO entry (id, submission, pupil, date, half, code, minutes, how, basis, replaces,
          beside, reason, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    self.codes = codes.map { strdup($0) }
    sqlite3_clear_bindings(insertion.sqliteStatement)
  }

  deinit {
    sqlite3_reset(insertion.sqliteStatement)
    sqlite3_clear_bindings(insertion.sqliteStatement)
    for code in codes { free(code) }
  }

  /// Inserts the entry, whose code has that byte.
  mutating func insert(_ entry: KeptEntry, code byte: UInt8) throws {
    sqlite3_bind_int64(statement, 1, entry.id)
    sqlite3_bind_int64(statement, 2, entry.submission)
    sqlite3_bind_int64(statement, 3, entry.pupil)
    sqlite3_bind_int64(statement, 4, Int64(entry.date))
    sqlite3_bind_int64(statement, 5, Int64(entry.half))
    sqlite3_bind_text(statement, 6, codes[Int(byte)], -1, nil)
    if last == nil || last?.minutes != entry.minutes { bind(7, entry.minutes.map(Int64.init)) }
    if last?.how != entry.how { bind(8, entry.how) }
    if last?.basis != entry.basis { sqlite3_bind_int64(statement, 9, Int64(entry.basis)) }
    bindMore(entry)
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE else {
      // Without the row's values, which would put a pupil's marks into an error.
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement))))
    }
    sqlite3_reset(statement)
  }

  /// Binds what few entries have.
  private mutating func bindMore(_ entry: KeptEntry) {
    let hasMore =
      entry.replaces != nil || entry.beside != nil || entry.reason != nil || entry.noteHash != nil
    if hasMore || last?.hasMore ?? false {
      bind(10, entry.replaces)
      bind(11, entry.beside)
      bind(12, entry.reason)
      bind(13, entry.noteHash)
    }
    last = (entry.minutes, entry.how, entry.basis, hasMore)
  }

  /// SQLite copies what is bound so, since the Swift value may go before the step.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func bind(_ index: Int32, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(statement, index, value)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  private func bind(_ index: Int32, _ value: String?) {
    if let value {
      sqlite3_bind_text(statement, index, value, -1, Self.transient)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  private func bind(_ index: Int32, _ value: [UInt8]?) {
    if let value {
      sqlite3_bind_blob(statement, index, value, Int32(value.count), Self.transient)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }
}
