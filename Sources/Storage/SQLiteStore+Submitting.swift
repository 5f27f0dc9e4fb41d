import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    try writing { db in
      // The acts' sheets are written once, at the end.
      var sheets = SheetDesk(db)
      let receipts = try acts.map { act in try Self.submit(db, act, &sheets) }
      try sheets.write()
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
    try EntryInsertion(db).insert(settled.entries)
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
}
