import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func alphabet() throws(StoreFault) -> SheetAlphabet {
    try reading { db in try Self.alphabet(db) }
  }

  func sheets(
    of year: SchoolYear, pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: YearSheet] {
    try reading { db in
      let those =
        pupils.map { " AND pupil IN (\($0.map { "\($0.number)" }.joined(separator: ",")))" } ?? ""
      let rows = try Row.fetchCursor(
        db, sql: "SELECT pupil, cells FROM sheet WHERE year = ?" + those,
        arguments: [year.startYear])
      var sheets: [Pupil.ID: YearSheet] = [:]
      while let row = try rows.next() {
        let cells = try row.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) }
        guard let sheet = YearSheet(year: year, cells: cells) else {
          throw StoreFault.damaged("the \(year) sheet of pupil \(row[0] as Int64)")
        }
        sheets[Pupil.ID(row[0])] = sheet
      }
      return sheets
    }
  }

  func standing(
    of pupils: [Pupil.ID], at session: Session, asAt: Instant?
  ) throws(StoreFault) -> [Pupil.ID: RegisterRow.Standing] {
    try reading { db in
      var standing: [Pupil.ID: RegisterRow.Standing] = [:]
      for pupil in pupils {
        let lines = try Self.lines(db, of: pupil, at: session).filter { line in
          asAt.map { line.submission.at <= $0 } ?? true
        }
        standing[pupil] = RegisterRow.Standing(lines)
      }
      return standing
    }
  }

  func history(
    of pupil: Pupil.ID, at session: Session?
  ) throws(StoreFault) -> [HistoryLine] {
    try reading { db in try Self.lines(db, of: pupil, at: session) }
  }

  func taken(on date: SchoolDate) throws(StoreFault) -> [RegisterKey: Submission] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.submissionColumns) FROM submission s
          WHERE date = ? AND kind = 'taken' ORDER BY id
          """, arguments: [date.daysSince1970])
      var taken: [RegisterKey: Submission] = [:]
      for row in rows {
        let submission = try Self.submission(row, from: 0)
        if let key = submission.register, taken[key] == nil { taken[key] = submission }
      }
      return taken
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
    let number: Int64 = row[column]
    guard let kind = Submission.Kind(rawValue: row[column + 1]) else {
      throw StoreFault.damaged("submission \(number) is of no known kind")
    }
    var observer: Observation?
    if let by = row[column + 6] as String?, let at = row[column + 7] as Int64? {
      observer = Observation(by: by, at: Instant(seconds: at))
    }
    var register: RegisterKey?
    if let group = row[column + 8] as String?, let date = row[column + 9] as Int32?,
      let half = row[column + 10] as Int?
    {
      register = RegisterKey(
        group, at: Session(SchoolDate(daysSince1970: date), half == 0 ? .am : .pm))
    }
    return Submission(
      id: Submission.ID(number), kind: kind, at: Instant(seconds: row[column + 2]),
      typist: Person(
        login: row[column + 3], name: row[column + 4], position: row[column + 5]),
      observer: observer, register: register, detail: row[column + 11])
  }

  private static func lines(
    _ db: Database, of pupil: Pupil.ID, at session: Session?
  ) throws -> [HistoryLine] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT e.id, e.date, e.half, e.code, e.minutes, e.how, e.replaces, e.beside, e.reason,
          e.note IS NOT NULL, n.text, r.code, e.basis, \(submissionColumns)
        FROM entry e JOIN submission s ON s.id = e.submission
        LEFT JOIN entry r ON r.id = e.replaces LEFT JOIN note n ON n.entry = e.id
        WHERE e.pupil = ?1 \(session == nil ? "" : "AND e.date = ?2 AND e.half = ?3")
        ORDER BY e.id
        """)
    var arguments: StatementArguments = [pupil.number]
    if let session { arguments += [session.date.daysSince1970, session.half.index] }
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      let submission = try submission(row, from: 13)
      let entry = Entry(
        id: Entry.ID(row[0]), submission: submission.id, pupil: pupil,
        session: Session(
          SchoolDate(daysSince1970: row[1]), (row[2] as Int) == 0 ? .am : .pm),
        code: row[3], minutes: row[4],
        note: (row[9] as Bool) ? (row[10] as String?) ?? "" : nil,
        how: Entry.How(rawValue: row[5]) ?? .marked,
        replaces: (row[6] as Int64?).map(Entry.ID.init),
        beside: (row[7] as Int64?).map(Entry.ID.init), reason: row[8] ?? "")
      return HistoryLine(
        entry: entry, submission: submission, replaced: row[11],
        basis: Precedence.Basis(rawValue: row[12]) ?? .report)
    }
  }
}

extension RegisterRow.Standing {
  /// What stands after these lines of one session, oldest first; nil where there are none.
  ///
  /// A sighting kept beside another with a different code contradicts it, until a later entry
  /// stands in its place.
  init?(_ lines: [HistoryLine]) {
    guard let standing = lines.last(where: { $0.entry.beside == nil }) else { return nil }
    let contradiction = lines.last {
      $0.entry.beside == standing.entry.id && $0.entry.code != standing.entry.code
        && $0.entry.id > standing.entry.id && $0.basis == .seen && standing.basis == .seen
    }
    self.init(
      entry: standing.entry, by: standing.submission.typist, at: standing.submission.at,
      contradiction: contradiction?.entry)
  }
}
