import Attendance
import Foundation
import GRDB
import GRDBSQLite

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    try writing { db in try acts.map { act in try Self.submit(db, act) } }
  }

  private static func submit(_ db: Database, _ act: Act) throws -> Receipt {
    var alphabet = try Self.alphabet(db)
    for code in Set(act.marks.map(\.code)).sorted() where alphabet.byte(of: code) == nil {
      guard let byte = alphabet.byte(adding: code) else {
        throw StoreFault.refused("all 255 codes of the sheets are given")
      }
      try db.execute(
        sql: "INSERT INTO code (byte, code) VALUES (?, ?)", arguments: [Int(byte), code])
    }
    let previous = try Row.fetchOne(
      db, sql: "SELECT id, seal FROM submission ORDER BY id DESC LIMIT 1")
    let number = (previous?[0] ?? Int64(0)) + 1
    let first = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0) + 1

    var sheets = SheetDesk(db)
    let standing = try db.cachedStatement(sql: Self.standingSQL)
    let settled = try Settlement(
      act, submission: number, firstEntry: first,
      standing: { pupil, session in
        // A blank cell has no standing entry, and the query is spared.
        guard try sheets.byte(of: pupil, at: session) != 0 else { return nil }
        return try Row.fetchOne(
          standing,
          arguments: [
            pupil.number, session.date.daysSince1970, session.half.index,
          ]
        ).map { row in
          Precedence.Standing(
            entry: Entry.ID(row[0]), code: row[1],
            basis: Precedence.Basis(rawValue: row[2]) ?? .report)
        }
      },
      salt: Settlement.randomSalt)

    let submission = Submission(
      id: Submission.ID(number), kind: act.kind, at: act.at, typist: act.by,
      observer: act.observer, register: act.register, detail: act.detail)
    var sealer = Sealer(
      after: (previous?[1] as Data?).map { Seal(bytes: Array($0)) } ?? Seal.none, submission,
      firstEntry: first, entries: settled.entries.count)
    for entry in settled.entries { sealer.add(entry) }
    let seal = sealer.seal()
    try Self.insert(
      db, submission, firstEntry: first, entries: settled.entries.count, seal: seal)
    try Self.insert(db, settled.entries)
    for note in settled.notes {
      try db.cachedStatement(sql: "INSERT INTO note (entry, salt, text) VALUES (?, ?, ?)")
        .execute(arguments: [note.entry, Data(note.salt), note.text])
    }
    for entry in settled.entries where entry.beside == nil {
      guard let byte = alphabet.byte(of: entry.code) else { continue }
      try sheets.set(byte, entry)
    }
    try sheets.write()
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked)
  }

  /// The entry that stands at a session: the last that is not kept beside another.
  static let standingSQL = """
    SELECT id, code, basis FROM entry
    WHERE pupil = ? AND date = ? AND half = ? AND beside IS NULL ORDER BY id DESC LIMIT 1
    """

  static func alphabet(_ db: Database) throws -> SheetAlphabet {
    SheetAlphabet(try String.fetchAll(db, sql: "SELECT code FROM code ORDER BY byte"))
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
