import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    for act in acts { try act.check() }
    return try writing { db in
      // With SQLite's own 2 MB, a year's import would write its pages again and again.
      let isLarge = acts.reduce(0) { $0 + $1.marks.count } > 20_000
      if isLarge { try db.execute(sql: "PRAGMA cache_size = -98304") }
      defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -2000") } }
      var desk = try SubmissionDesk(db)
      let receipts = try acts.map { act in try desk.submit(act) }
      try desk.writeSheets()
      return receipts
    }
  }

  static func alphabet(_ db: Database) throws -> SheetAlphabet {
    let rows = try Row.fetchAll(db, sql: "SELECT byte, code FROM code ORDER BY byte")
    var codes: [String] = []
    for row in rows {
      codes.append(try row.value(1))
      guard try row.value(0) as Int == codes.count else {
        throw StoreFault.damaged("the byte of code '\(codes[codes.count - 1])' was changed")
      }
    }
    return SheetAlphabet(codes)
  }
}

/// What one transaction of submissions holds in its hands: the end of the chain, the codes known,
/// and the sheets it writes once at its end.
private struct SubmissionDesk {
  private let db: Database
  private var lastSubmission: Int64
  private var lastEntry: Int64
  private var seal: Seal
  private var alphabet: SheetAlphabet
  private var sheets: SheetDesk

  init(_ db: Database) throws {
    self.db = db
    let head = try Row.fetchOne(
      db, sql: "SELECT id, seal FROM submission ORDER BY id DESC LIMIT 1")
    lastSubmission = try head?.value(0) ?? 0
    seal = try head.map { Seal(bytes: Array(try $0.value(1) as Data)) } ?? .none
    lastEntry = try Int64.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0
    alphabet = try SQLiteStore.alphabet(db)
    sheets = SheetDesk { key in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT cells FROM sheet WHERE year = ? AND pupil = ?"),
        arguments: [key.year, key.pupil]
      ).map { Array(try $0.value(0) as Data) }
    }
  }

  mutating func submit(_ act: Act) throws -> Receipt {
    for code in act.codes where alphabet.byte(of: code) == nil { try add(code) }
    let first = lastEntry + 1
    let settled = try Settlement(
      act, submission: lastSubmission + 1, firstEntry: first, alphabet: alphabet,
      sheets: &sheets, standing: standing)
    let submission = Submission(
      id: Submission.ID(lastSubmission + 1), kind: act.kind, at: act.at, typist: act.by,
      observer: act.observer, register: act.register, detail: act.detail)
    var sealer = Sealer(
      after: seal, submission, firstEntry: first, entries: settled.count)
    for index in 0..<settled.count { sealer.add(settled.entry(at: index)) }
    seal = sealer.seal()
    lastSubmission += 1
    lastEntry += Int64(settled.count)
    try insert(submission, firstEntry: first, entries: settled.count)
    try insert(settled)
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked)
  }

  /// Writes the sheets that the submissions changed.
  func writeSheets() throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sheet (year, pupil, cells) VALUES (?, ?, ?)
        ON CONFLICT (year, pupil) DO UPDATE SET cells = excluded.cells
        """)
    for (key, cells) in sheets.changed {
      try statement.execute(arguments: [key.year, key.pupil, Data(cells)])
    }
  }

  private mutating func add(_ code: String) throws {
    guard let byte = alphabet.byte(adding: code) else {
      throw StoreFault.refused("all 255 codes of the sheets are given")
    }
    try db.execute(
      sql: "INSERT INTO code (byte, code) VALUES (?, ?)", arguments: [Int(byte), code])
  }

  /// The entry that stands at a session: the last that is not kept beside another.
  private func standing(_ pupil: Pupil.ID, _ session: Session) throws -> Precedence.Standing? {
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

  private func insert(_ submission: Submission, firstEntry: Int64, entries: Int) throws {
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

  private func insert(_ settled: Settlement) throws {
    var writer = try EntryWriter(db, codes: alphabet.codes)
    for index in 0..<settled.count {
      try writer.insert(settled.entry(at: index), code: settled.bytes[index])
    }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO note (entry, salt, text) VALUES (?, ?, ?)")
    for note in settled.notes {
      try statement.execute(arguments: [note.entry, note.salt.map { Data($0) }, note.text])
    }
  }
}
