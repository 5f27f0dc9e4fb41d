import GRDB
import GRDBSQLite
import Glibc

/// Inserts entries by binding SQLite's own statement: an import brings hundreds of thousands.
///
/// What SQLite was given it keeps from row to row, so that only what differs from the row before is
/// bound again.
struct EntryWriter: ~Copyable {
  private let statement: SQLiteStatement
  /// The texts of the codes, by their bytes: SQLite reads them where they are.
  private let codes: [UnsafeMutablePointer<CChar>?]
  private var bound = (how: "", basis: -1, minutes: -1, hasMore: true)

  /// A writer for entries whose codes have these texts, by their bytes.
  init(_ db: Database, codes: [String]) throws {
    statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry (id, submission, pupil, date, half, code, minutes, how, basis, replaces,
          beside, reason, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).sqliteStatement
    self.codes = codes.map { strdup($0) }
  }

  deinit {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    for code in codes { free(code) }
  }

  /// Inserts the entry, whose code has that byte.
  mutating func insert(_ entry: KeptEntry, code byte: UInt8) throws {
    sqlite3_bind_int64(statement, 1, entry.id)
    sqlite3_bind_int64(statement, 2, entry.submission)
    sqlite3_bind_int64(statement, 3, entry.pupil)
    sqlite3_bind_int(statement, 4, entry.date)
    sqlite3_bind_int(statement, 5, Int32(entry.half))
    sqlite3_bind_text(statement, 6, codes[Int(byte)], -1, nil)
    bindMinutes(entry.minutes ?? -1)
    if bound.how != entry.how {
      bind(8, entry.how)
      bound.how = entry.how
    }
    if bound.basis != entry.basis {
      sqlite3_bind_int(statement, 9, Int32(entry.basis))
      bound.basis = entry.basis
    }
    bindMore(entry)
    let result = sqlite3_step(statement)
    guard result == SQLITE_DONE else {
      // Without the row's values, which would put a pupil's marks into an error.
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database)),
        message: String(cString: sqlite3_errmsg(database)))
    }
    sqlite3_reset(statement)
  }

  private var database: OpaquePointer? { sqlite3_db_handle(statement) }

  private mutating func bindMinutes(_ minutes: Int) {
    guard minutes != bound.minutes else { return }
    if minutes < 0 {
      sqlite3_bind_null(statement, 7)
    } else {
      sqlite3_bind_int64(statement, 7, Int64(minutes))
    }
    bound.minutes = minutes
  }

  /// Binds what few entries have.
  private mutating func bindMore(_ entry: KeptEntry) {
    let hasMore =
      entry.replaces != nil || entry.beside != nil || entry.reason != nil || entry.noteHash != nil
    guard hasMore || bound.hasMore else { return }
    for index in Int32(10)...13 { sqlite3_bind_null(statement, index) }
    if let replaces = entry.replaces { sqlite3_bind_int64(statement, 10, replaces) }
    if let beside = entry.beside { sqlite3_bind_int64(statement, 11, beside) }
    if let reason = entry.reason { bind(12, reason) }
    if let hash = entry.noteHash {
      sqlite3_bind_blob(statement, 13, hash, Int32(hash.count), Self.transient)
    }
    bound.hasMore = hasMore
  }

  /// SQLite copies what is bound here, since the Swift value may go before the step.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func bind(_ index: Int32, _ text: String) {
    sqlite3_bind_text(statement, index, text, -1, Self.transient)
  }
}
