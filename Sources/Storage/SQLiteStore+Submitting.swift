import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    try writing { db in
      // With SQLite's own 2 MB, a year's import would write the pages of its index again and again.
      let isLarge = acts.lazy.map(\.marks.count).reduce(0, +) > 20_000
      if isLarge { try db.execute(sql: "PRAGMA cache_size = -98304") }
      defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -2000") } }
      // The acts' sheets are written once, at the end.
      var sheets = SheetDesk { key in try Self.cells(db, key) }
      let receipts = try acts.map { act in try Self.submit(db, act, &sheets) }
      try Self.write(db, sheets.changed)
      return receipts
    }
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
      act, submission: number, firstEntry: first, alphabet: alphabet, sheets: &sheets,
      standing: { pupil, session in try standing(db, of: pupil, at: session) },
      salt: Settlement.randomSalt)
    let submission = Submission(Submission.ID(number), of: act)
    let before: Data? = try previous?.value(1)
    var sealer = Sealer(
      after: before.map { Seal(bytes: Array($0)) } ?? .none, submission, firstEntry: first,
      entries: settled.count)
    for index in 0..<settled.count { sealer.add(settled.entry(at: index)) }
    let seal = sealer.seal()
    try insert(db, submission, firstEntry: first, entries: settled.count, seal: seal)
    var insertion = try EntryInsertion(db, codes: alphabet.codes)
    for index in 0..<settled.count {
      try insertion.insert(settled.entry(at: index), code: settled.bytes[index])
    }
    for note in settled.notes {
      try db.cachedStatement(sql: "INSERT INTO note (entry, salt, text) VALUES (?, ?, ?)")
        .execute(arguments: [note.entry, Data(note.salt), note.text])
    }
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked)
  }

  private static func checkPupils(_ db: Database, _ act: Act) throws {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM pupil WHERE id = ?")
    for pupil in act.pupils {
      guard try Int.fetchOne(statement, arguments: [pupil.number]) != nil else {
        throw StoreFault.unknownPupil
      }
    }
  }

  private static func cells(_ db: Database, _ key: SheetDesk.Key) throws -> [UInt8]? {
    let statement = try db.cachedStatement(
      sql: "SELECT cells FROM sheet WHERE year = ? AND pupil = ?")
    return try Row.fetchOne(statement, arguments: [key.year, key.pupil])
      .map { row in Array(try row.value(0) as Data) }
  }

  private static func write(
    _ db: Database, _ sheets: [(key: SheetDesk.Key, cells: [UInt8])]
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sheet (year, pupil, cells) VALUES (?, ?, ?)
        ON CONFLICT (year, pupil) DO UPDATE SET cells = excluded.cells
        """)
    for (key, cells) in sheets {
      try statement.execute(arguments: [key.year, key.pupil, Data(cells)])
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
}
