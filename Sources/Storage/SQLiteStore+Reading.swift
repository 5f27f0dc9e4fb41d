import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func sheets(
    of year: SchoolYear, pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: YearSheet] {
    try reading { db in
      guard let pupils else { return try everySheet(db, of: year) }
      guard remembered.sheets?.year == year else {
        return try Self.sheets(db, of: year, pupils: pupils)
      }
      let known = try everySheet(db, of: year)
      return Dictionary(
        pupils.compactMap { pupil in known[pupil].map { (pupil, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  func sessions(
    of code: String, in year: SchoolYear
  ) throws(StoreFault) -> [Pupil.ID: [Session]] {
    guard let byte = try alphabet().byte(of: code) else { return [:] }
    return try reading { db in
      _ = try everySheet(db, of: year)
      return remembered.sheets?.sessions(of: byte) ?? [:]
    }
  }

  /// The sheets of these pupils, or of everybody, as the file holds them.
  static func sheets(
    _ db: Database, of year: SchoolYear, pupils: [Pupil.ID]?
  ) throws -> [Pupil.ID: YearSheet] {
    let those =
      pupils.map { " AND pupil IN (\($0.map { "\($0.number)" }.joined(separator: ",")))" } ?? ""
    let rows = try Row.fetchCursor(
      db, sql: "SELECT pupil, cells FROM sheet WHERE year = ?" + those,
      arguments: [year.startYear])
    var sheets: [Pupil.ID: YearSheet] = [:]
    while let row = try rows.next() {
      let cells = try row.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) }
      guard let sheet = YearSheet(year: year, cells: cells) else {
        throw StoreFault.damaged("a \(year) sheet has a wrong length")
      }
      sheets[Pupil.ID(try row.value(0))] = sheet
    }
    return sheets
  }

  func standing(
    of pupils: [Pupil.ID], at session: Session, asAt: Instant?
  ) throws(StoreFault) -> [Pupil.ID: RegisterRow.Standing] {
    try reading { db in
      if try isRemoved(session.date, db) { return [:] }
      if asAt == nil { return try rememberedStanding(db, of: pupils, at: session) }
      var standing: [Pupil.ID: RegisterRow.Standing] = [:]
      for pupil in pupils {
        standing[pupil] = try Self.standing(db, of: pupil, at: session, asAt: asAt)
      }
      return standing
    }
  }

  /// What stands for the pupil at the session, as the file has it.
  static func standing(
    _ db: Database, of pupil: Pupil.ID, at session: Session, asAt: Instant?
  ) throws -> RegisterRow.Standing? {
    RegisterRow.Standing(try lines(db, of: pupil, at: session), asAt: asAt)
  }

  func history(
    of pupil: Pupil.ID, at session: Session?
  ) throws(StoreFault) -> [HistoryLine] {
    try reading { db in
      let lines = try Self.lines(db, of: pupil, at: session)
      guard let cut = try cut(db) else { return lines }
      return lines.filter { $0.entry.session.date >= cut }
    }
  }

  func unsettled(on date: SchoolDate) throws(StoreFault) -> [Unsettled] {
    try reading { db in
      if try isRemoved(date, db) { return [] }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT pupil, half FROM entry WHERE date = ? AND beside IS NOT NULL
          ORDER BY half, pupil
          """, arguments: [date.daysSince1970])
      return try rows.compactMap { row in
        let half: Int = try row.value(1)
        let place = Unsettled(
          pupil: Pupil.ID(try row.value(0)), session: Session(date, half == 0 ? .am : .pm))
        let lines = try Self.lines(db, of: place.pupil, at: place.session)
        return RegisterRow.Standing(lines)?.contradiction == nil ? nil : place
      }
    }
  }

  func taken(on date: SchoolDate) throws(StoreFault) -> [RegisterKey: Submission] {
    try reading { db in
      try remembered.taken(on: date, ends(db).submission) { last in
        let statement = try db.cachedStatement(
          sql: """
            SELECT \(Self.submissionColumns) FROM submission s
            WHERE date = ? AND id > ?
              AND (kind = 'taken' OR kind = 'amended' AND instr(detail, ?) = 1) ORDER BY id
            """)
        return try Row.fetchAll(
          statement, arguments: [date.daysSince1970, last, Submission.withdrawalPrefix]
        ).map { row in try Self.submission(row, from: 0) }
      }
    }
  }

  func headSeal() throws(StoreFault) -> String {
    try reading { db in
      let seal = try Data.fetchOne(db, sql: "SELECT seal FROM submission ORDER BY id DESC LIMIT 1")
      return (seal.map { Seal(bytes: Array($0)) } ?? .none).hex
    }
  }

  static let submissionColumns = """
    s.id, s.kind, s.at, s.login, s.name, s.position, s.observed_by, s.observed_at,
    s.group_name, s.date, s.half, s.detail
    """

  /// The submission in the columns from that index on, as `submissionColumns` lists them.
  static func submission(_ row: Row, from column: Int) throws -> Submission {
    let number: Int64 = try row.value(column)
    guard let kind = Submission.Kind(rawValue: try row.value(column + 1)) else {
      throw StoreFault.damaged("submission \(number) is of no known kind")
    }
    var observer: Observation?
    if let by = try row.value(column + 6) as String?, let at = try row.value(column + 7) as Int64? {
      observer = Observation(by: by, at: Instant(seconds: at))
    }
    var register: RegisterKey?
    if let group = try row.value(column + 8) as String?,
      let date = try row.optionalDate(column + 9), let half = try row.half(column + 10)
    {
      register = RegisterKey(group, at: Session(date, half))
    }
    return Submission(
      id: Submission.ID(number), kind: kind, at: Instant(seconds: try row.value(column + 2)),
      typist: try row.person(column + 3), observer: observer, register: register,
      detail: try row.value(column + 11))
  }

  func lines(after submission: Submission.ID?) throws(StoreFault) -> [HistoryLine] {
    try reading { db in
      // The next act says where its entries begin: without that, every entry would be looked at.
      try Self.lines(
        db,
        where: """
          e.id >= (SELECT first_entry FROM submission WHERE id > ?1 ORDER BY id LIMIT 1)
          """, [submission?.number ?? 0])
    }
  }

  private static func lines(
    _ db: Database, of pupil: Pupil.ID, at session: Session?
  ) throws -> [HistoryLine] {
    guard let session else { return try lines(db, where: "e.pupil = ?1", [pupil.number]) }
    return try lines(
      db, where: "e.pupil = ?1 AND e.date = ?2 AND e.half = ?3",
      [pupil.number, session.date.daysSince1970, session.half.index])
  }

  static func lines(
    _ db: Database, where those: String, _ arguments: StatementArguments
  ) throws -> [HistoryLine] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT e.id, e.date, e.half, e.code, e.minutes, e.how, e.replaces, e.beside, e.reason,
          e.note IS NOT NULL, n.text, r.code, e.basis, e.pupil, \(submissionColumns)
        FROM entry e JOIN submission s ON s.id = e.submission
        LEFT JOIN entry r ON r.id = e.replaces LEFT JOIN note n ON n.entry = e.id
        WHERE \(those)
        ORDER BY e.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var lines: [HistoryLine] = []
    while let row = try rows.next() {
      // Entries of one act come one after another: it is read once.
      let number: Int64 = try row.value(14)
      let submission =
        if let last = lines.last?.submission, last.id.number == number { last } else {
          try submission(row, from: 14)
        }
      let entry = Entry(
        id: Entry.ID(try row.value(0)), submission: submission.id,
        pupil: Pupil.ID(try row.value(13)),
        session: try row.session(1), code: try row.value(3), minutes: try row.value(4),
        note: try row.value(9) as Bool ? try row.value(10) as String? ?? "" : nil,
        how: Entry.How(rawValue: try row.value(5)) ?? .marked,
        replaces: (try row.value(6) as Int64?).map(Entry.ID.init),
        beside: (try row.value(7) as Int64?).map(Entry.ID.init),
        reason: try row.value(8) as String? ?? "")
      lines.append(
        HistoryLine(
          entry: entry, submission: submission, replaced: try row.value(11),
          basis: Precedence.Basis(rawValue: try row.value(12)) ?? .report))
    }
    return lines
  }
}
