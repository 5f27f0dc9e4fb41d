import Attendance
import Foundation
import GRDB
import GRDBSQLite

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    let marks = acts.reduce(0) { $0 + $1.marks.count }
    return marks < Self.bulk
      ? try writing { db in try Self.submit(db, acts) }
      : try writingInBulk { db in try Self.submit(db, acts) }
  }

  /// Keeps the acts one after another; their sheets are written once, at the end.
  private static func submit(_ db: Database, _ acts: [Act]) throws -> [Receipt] {
    var sheets = SheetDesk(db)
    let receipts = try acts.map { act in try submit(db, act, &sheets) }
    try sheets.write()
    return receipts
  }

  /// From how many marks on it is an import, not a register.
  private static let bulk = 5000

  /// Runs the body in a transaction without SQLite's own look at each row's references, which takes
  /// a third of an import's time.
  ///
  /// They hold all the same: the pupils are looked up here, codes and submission come before their
  /// entries, and `verify` checks every one.
  private func writingInBulk<Value>(
    _ body: (Database) throws -> Value
  ) throws(StoreFault) -> Value {
    func set(_ pragmas: String) throws(StoreFault) {
      do {
        try queue.writeWithoutTransaction { db in try db.execute(sql: pragmas) }
      } catch {
        throw StoreFault(error, path: path)
      }
    }
    try set("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32768")
    let result: Result<Value, StoreFault>
    do {
      result = .success(try writing(body))
    } catch {
      result = .failure(error)
    }
    try set("PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000")
    return try result.get()
  }

  private static func submit(
    _ db: Database, _ act: Act, _ sheets: inout SheetDesk
  ) throws -> Receipt {
    try checkPupils(db, act)
    let alphabet = try alphabet(db, with: act)
    let previous = try Row.fetchOne(
      db, sql: "SELECT id, seal FROM submission ORDER BY id DESC LIMIT 1")
    let number = try following(try previous?.value(0))
    let first = try following(try Int64.fetchOne(db, sql: "SELECT max(id) FROM entry"))
    let settled = try Settlement(
      act, submission: number, firstEntry: first,
      standing: { pupil, session in
        // A blank cell has no standing entry, and the query is spared.
        try sheets.byte(of: pupil, at: session) == 0 ? nil : standing(db, of: pupil, at: session)
      },
      salt: Settlement.randomSalt)
    let submission = Submission(Submission.ID(number), of: act)
    let before: Data? = try previous?.value(1)
    var sealer = Sealer(
      after: before.map { Seal(bytes: Array($0)) } ?? .none, submission, firstEntry: first,
      entries: settled.entries.count)
    for entry in settled.entries { sealer.add(entry) }
    let seal = sealer.seal()
    try insert(db, submission, firstEntry: first, entries: settled.entries.count, seal: seal)
    try insert(db, settled.entries)
    for note in settled.notes {
      try db.cachedStatement(sql: "INSERT INTO note (entry, salt, text) VALUES (?, ?, ?)")
        .execute(arguments: [note.entry, Data(note.salt), note.text])
    }
    for entry in settled.entries where entry.beside == nil {
      guard let byte = alphabet.byte(of: entry.code) else { continue }
      try sheets.set(byte, entry)
    }
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked)
  }

  private static func checkPupils(_ db: Database, _ act: Act) throws {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM pupil WHERE id = ?")
    for pupil in Set(act.marks.lazy.map(\.pupil)) {
      guard try Int.fetchOne(statement, arguments: [pupil.number]) != nil else {
        throw StoreFault.unknownPupil
      }
    }
  }

  /// The number after the last; a damaged file may hold one that nothing can follow.
  private static func following(_ last: Int64?) throws -> Int64 {
    let (next, overflows) = (last ?? 0).addingReportingOverflow(1)
    guard !overflows, next > 0 else { throw StoreFault.damaged("an impossible number") }
    return next
  }

  private static func standing(
    _ db: Database, of pupil: Pupil.ID, at session: Session
  ) throws -> Precedence.Standing? {
    // The entry that stands at a session is the last that is not kept beside another.
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, code, basis FROM entry
        WHERE pupil = ? AND date = ? AND half = ? AND beside IS NULL ORDER BY id DESC LIMIT 1
        """)
    return try Row.fetchOne(
      statement,
      arguments: [pupil.number, session.date.daysSince1970, session.half.index]
    ).map { row in
      Precedence.Standing(
        entry: Entry.ID(try row.value(0)), code: try row.value(1),
        basis: Precedence.Basis(rawValue: try row.value(2)) ?? .report)
    }
  }

  private static func insert(
    _ db: Database, _ submission: Submission, firstEntry: Int64, entries: Int, seal: Seal
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO submission (id, kind, at, login, name, position, observed_by, observed_at,
          group_name, date, half, detail, first_entry, entries, seal)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      submission.id.number, submission.kind.rawValue, submission.at.seconds,
      submission.typist.login, submission.typist.name, submission.typist.position,
      submission.observer?.by, submission.observer?.at.seconds, submission.register?.group,
      submission.register?.session.date.daysSince1970, submission.register?.session.half.index,
      submission.detail, firstEntry, entries, Data(seal.bytes),
    ])
  }

  /// Inserts the entries by binding SQLite's own statement: an import brings hundreds of thousands.
  private static func insert(_ db: Database, _ entries: [KeptEntry]) throws {
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO entry (id, submission, pupil, date, half, code, minutes, how, basis, replaces,
          beside, reason, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let statement = insertion.sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for entry in entries {
      sqlite3_bind_int64(statement, 1, entry.id)
      sqlite3_bind_int64(statement, 2, entry.submission)
      sqlite3_bind_int64(statement, 3, entry.pupil)
      sqlite3_bind_int(statement, 4, entry.date)
      sqlite3_bind_int(statement, 5, Int32(entry.half))
      bind(statement, 6, entry.code)
      bind(statement, 7, entry.minutes.map(Int64.init))
      bind(statement, 8, entry.how)
      sqlite3_bind_int(statement, 9, Int32(entry.basis))
      bind(statement, 10, entry.replaces)
      bind(statement, 11, entry.beside)
      bind(statement, 12, entry.reason)
      if let hash = entry.noteHash {
        sqlite3_bind_blob(statement, 13, hash, Int32(hash.count), transient)
      } else {
        sqlite3_bind_null(statement, 13)
      }
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

  /// SQLite copies what is bound, since the Swift value may go before the step.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private static func bind(_ statement: SQLiteStatement, _ index: Int32, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(statement, index, value)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  private static func bind(_ statement: SQLiteStatement, _ index: Int32, _ value: String?) {
    if let value {
      sqlite3_bind_text(statement, index, value, -1, transient)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }
}
