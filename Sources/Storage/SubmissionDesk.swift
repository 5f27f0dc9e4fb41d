import Attendance
import Foundation
import GRDB

/// What one transaction of submissions holds in its hands: the end of the chain, the codes known,
/// and the sheets it writes once at its end.
struct SubmissionDesk {
  private let db: Database
  private var lastSubmission: Int64
  private var lastEntry: Int64
  private var lastLine: Int64
  private var seal: Seal
  /// When the last act was made, by the clock of then.
  private var last: Instant?
  private var alphabet: SheetAlphabet
  private var sheets: SheetDesk
  private var knownPupils: Set<Pupil.ID> = []
  /// What is dated before this day was removed past retention, where anything was.
  private let cut: SchoolDate?

  /// A desk at the register as it stands in a transaction that nobody else can write beside.
  init(_ db: Database) throws {
    self.db = db
    let head = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, seal, at, first_entry + entries - 1, first_line + lines - 1
          FROM submission ORDER BY id DESC LIMIT 1
          """))
    lastSubmission = try head?.value(0) ?? 0
    seal = try head.map { row in Seal(bytes: Array(try row.value(1) as Data)) } ?? .none
    last = try head.map { row in Instant(seconds: try row.value(2)) }
    let ends = try RegisterEnds(db)
    // Where the last act was emptied past retention, its numbers are taken all the same.
    lastEntry = max(ends.entry, try head?.value(3) ?? 0)
    lastLine = max(ends.line, try head?.value(4) ?? 0)
    cut = try SQLiteStore.cut(db)
    // A damaged file may hold a number that nothing can follow.
    guard (0..<1 << 48).contains(lastSubmission), (0..<1 << 48).contains(lastEntry),
      (0..<1 << 48).contains(lastLine)
    else {
      throw StoreFault.damaged("an impossible number")
    }
    alphabet = try SQLiteStore.alphabet(db)
    sheets = SheetDesk { key in
      let statement = try db.cachedStatement(
        sql: "SELECT cells FROM sheet WHERE year = ? AND pupil = ?")
      return try Row.fetchOne(statement, arguments: [key.year, key.pupil])
        .map { row in Array(try row.value(0) as Data) }
    }
  }

  /// Keeps the act as the next submission.
  mutating func submit(_ act: Act) throws -> Receipt {
    try checkPupils(act)
    try RemovedYears.check(act, cut)
    for line in act.lines {
      try SQLiteStore.refuseRepeating(line, in: db)
    }
    for code in act.codes where alphabet.byte(of: code) == nil { try add(code) }
    let first = lastEntry + 1
    let settled = try Settlement(
      act, submission: lastSubmission + 1, firstEntry: first, alphabet: alphabet,
      sheets: &sheets, standing: standing, salt: Settlement.randomSalt)
    let said = try LineSettlement(
      act, submission: lastSubmission + 1, firstLine: lastLine + 1,
      factsOf: { [db] line in
        try String.fetchOne(
          db.cachedStatement(sql: "SELECT facts FROM line WHERE id = ?"), arguments: [line])
      }, salt: Settlement.randomSalt)
    let submission = Submission(Submission.ID(lastSubmission + 1), of: act)
    var sealer = Sealer(
      after: seal, submission, firstEntry: first, entries: settled.count, firstLine: lastLine + 1,
      lines: said.lines.count)
    for index in 0..<settled.count { sealer.add(settled.entry(at: index)) }
    for line in said.lines { sealer.add(line) }
    seal = sealer.seal()
    try insert(
      submission, firstEntry: first, entries: settled.count, firstLine: lastLine + 1,
      lines: said.lines.count)
    try insert(settled)
    try insert(said)
    try ClockSetBack.note(db, after: last, act, submission.id)
    last = act.at
    lastSubmission += 1
    lastEntry += Int64(settled.count)
    lastLine += Int64(said.lines.count)
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked,
      lines: said.lines.map { DayLine.ID($0.id) })
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

  private mutating func checkPupils(_ act: Act) throws {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM pupil WHERE id = ?")
    for pupil in act.pupils where !knownPupils.contains(pupil) {
      guard try Int.fetchOne(statement, arguments: [pupil.number]) != nil else {
        throw StoreFault.unknownPupil
      }
      knownPupils.insert(pupil)
    }
  }

  private mutating func add(_ code: String) throws {
    try Settlement.check(code)
    guard let byte = alphabet.byte(adding: code) else { throw Settlement.noByteLeft }
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

  private func insert(
    _ submission: Submission, firstEntry: Int64, entries: Int,
    firstLine: Int64, lines: Int
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO submission (id, kind, at, login, name, position, observed_by, observed_at,
          group_name, date, half, detail, first_entry, entries, first_line, lines,
          seal)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      submission.id.number, submission.kind.rawValue, submission.at.seconds,
      submission.typist.login, submission.typist.name, submission.typist.position,
      submission.observer?.by, submission.observer?.at.seconds, submission.register?.group,
      submission.register?.session.date.daysSince1970, submission.register?.session.half.index,
      submission.detail, firstEntry, entries, firstLine, lines, Data(seal.bytes),
    ])
  }

  private func insert(_ settled: Settlement) throws {
    var insertion = try EntryInsertion(db, codes: alphabet.codes)
    for index in 0..<settled.count {
      try insertion.insert(settled.entry(at: index), code: settled.bytes[index])
    }
    guard !settled.notes.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO note (entry, salt, text) VALUES (?, ?, ?)")
    for note in settled.notes {
      try statement.execute(arguments: [note.entry, Data(note.salt), note.text])
    }
  }

  private func insert(_ said: LineSettlement) throws {
    guard !said.lines.isEmpty else { return }
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO line (id, submission, pupil, date, until, about, kind, waits, facts, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for line in said.lines {
      try insertion.execute(arguments: [
        line.id, line.submission, line.pupil, line.date, line.until, line.about, line.kind,
        line.waits, line.facts, line.wordsHash.map { Data($0) },
      ])
    }
    let words = try db.cachedStatement(
      sql: "INSERT INTO words (line, salt, text) VALUES (?, ?, ?)")
    for said in said.words {
      try words.execute(arguments: [said.line, Data(said.salt), said.text])
    }
  }
}
