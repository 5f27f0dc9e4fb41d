import GRDB
import GRDBSQLite

/// Inserts entries by binding SQLite's own statement: an import brings hundreds of thousands.
struct EntryInsertion {
  /// SQLite copies what is bound, since the Swift value may go before the step.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let insertion: Statement
  private var statement: SQLiteStatement { insertion.sqliteStatement }

  init(_ db: Database) throws {
    insertion = try db.cachedStatement(
      sql: """
        INSERT INTO entry (id, submission, pupil, date, half, code, minutes, how, basis, replaces,
          beside, reason, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  func insert(_ entries: [KeptEntry]) throws {
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    sqlite3_clear_bindings(statement)
    var last: KeptEntry?
    for entry in entries {
      bind(entry, after: last)
      last = entry
      let code = sqlite3_step(statement)
      guard code == SQLITE_DONE else {
        // Without the row's values, which would put a pupil's marks into an error.
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement))))
      }
      sqlite3_reset(statement)
    }
  }

  /// Binds what differs from the row before.
  ///
  /// A statement keeps its values from row to row, and most columns of an import say the same a
  /// hundred times over. A reason is bound anew each time, for two texts may compare equal and
  /// differ in bytes, which the seal covers.
  private func bind(_ entry: KeptEntry, after last: KeptEntry?) {
    sqlite3_bind_int64(statement, 1, entry.id)
    if entry.submission != last?.submission { bind(2, entry.submission) }
    if entry.pupil != last?.pupil { bind(3, entry.pupil) }
    if entry.date != last?.date { bind(4, Int64(entry.date)) }
    if entry.half != last?.half { bind(5, Int64(entry.half)) }
    if entry.code != last?.code { bind(6, entry.code) }
    if entry.minutes != last?.minutes { bind(7, entry.minutes.map(Int64.init)) }
    if entry.how != last?.how { bind(8, entry.how) }
    if entry.basis != last?.basis { bind(9, Int64(entry.basis)) }
    if entry.replaces != last?.replaces { bind(10, entry.replaces) }
    if entry.beside != last?.beside { bind(11, entry.beside) }
    if entry.reason != nil || last?.reason != nil { bind(12, entry.reason) }
    if entry.noteHash != last?.noteHash { bind(13, entry.noteHash) }
  }

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
