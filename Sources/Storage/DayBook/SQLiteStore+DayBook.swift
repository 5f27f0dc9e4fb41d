import Attendance
import GRDB

extension SQLiteStore {
  func dayBook(_ which: DayBookQuery, sensitive: Bool) throws(StoreFault) -> DayBook {
    try reading { db in
      try remembered.books.book(
        RememberedBooks.Asked(which: which, sensitive: sensitive), ends(db),
        newLines: { last in
          try Self.lines(
            db, with: "", where: "l.id > ?1", arguments: [last])
        }
      ) {
        let book = try Self.dayBook(which, db)
        return sensitive ? book : try Self.withoutSensitive(book, of: which, db)
      }
    }
  }

  /// The book without what is sensitive; where that was the last contact, with the one before it.
  private static func withoutSensitive(
    _ book: DayBook, of which: DayBookQuery, _ db: Database
  ) throws -> DayBook {
    guard which == .lastContacts else { return book.ordinary }
    let hidden = Set(book.lines.filter { $0.nature != .ordinary }.compactMap(\.pupil))
    let before = try hidden.flatMap { pupil in
      try lines(
        db,
        wanted: """
          SELECT MAX(id) FROM line WHERE \(isContact) AND pupil = ?1
            AND instr(char(10) || facts, char(10) || '\(LineFacts.nature) ') = 0
          """, arguments: [pupil.number])
    }
    let known = Set(book.lines.map(\.id))
    // What answers the one before may be sensitive too.
    return DayBook(book.lines + before.filter { !known.contains($0.id) }).ordinary
  }

  private static func dayBook(_ which: DayBookQuery, _ db: Database) throws -> DayBook {
    let (wanted, arguments) = wanted(which)
    return DayBook(try lines(db, wanted: wanted, arguments: arguments))
  }

  /// The lines whose numbers the statement gives; what answers a line comes with it, however much
  /// later it was written.
  private static func lines(
    _ db: Database, wanted: String, arguments: StatementArguments
  ) throws -> [DayLine] {
    try lines(
      db,
      with: """
        WITH RECURSIVE wanted (id) AS (
          \(wanted)
          UNION SELECT a.id FROM line a JOIN wanted w ON a.about = w.id
        )
        """, where: "l.id IN (SELECT id FROM wanted)", arguments: arguments
    ).map(\.line)
  }

  /// Refuses a line of casework that is on record already, as the register stands in the transaction
  /// that is to keep it.
  static func refuseRepeating(_ line: ProposedLine, in db: Database) throws {
    guard line.matter.isKeptOnce, let pupil = line.pupil else { return }
    if let earlier = try dayBook(.about(pupil), db).keptAlready(line) {
      throw StoreFault.saidAlready(earlier)
    }
  }

  /// The lines of which that is true, as everybody reads them.
  static func dayLines(
    _ db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [DayLine] {
    try lines(db, with: "", where: condition, arguments: arguments).map(\.line)
  }

  /// The lines of which that is true, in their order.
  private static func lines(
    _ db: Database, with: String, where condition: String, arguments: StatementArguments
  ) throws -> [RememberedBooks.NewLine] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          \(with) SELECT l.id, l.submission, l.pupil, l.date, l.until, l.about, l.kind, l.waits,
            l.facts, w.text, s.login, s.name, s.position, s.at,
            w.line IS NOT NULL AND w.text IS NULL
          FROM line l JOIN submission s ON s.id = l.submission LEFT JOIN words w ON w.line = l.id
          WHERE \(condition) ORDER BY l.id
          """), arguments: arguments)
    var lines: [RememberedBooks.NewLine] = []
    while let row = try rows.next() {
      let kept = KeptLine(
        id: try row.value(0), submission: try row.value(1), pupil: try row.value(2),
        date: try row.value(3), until: try row.value(4), about: try row.value(5),
        kind: try row.value(6), waits: try row.value(7), facts: try row.value(8), wordsHash: nil)
      let line = try kept.line(
        by: row.person(10), at: Instant(seconds: row.value(13)),
        words: row.value(9) as String? ?? (row.value(14) as Bool ? DayLine.removed : ""))
      lines.append((kept, line))
    }
    return lines
  }

  /// What the index of arrangements holds, in the very words that it is made with.
  private static let isArrangement = "kind IN ('closure', 'list', 'request', 'timetable')"

  /// What the index of casework holds, in the very words that it is made with.
  private static let isCasework = """
    kind IN ('case', 'snoozed', 'action', 'agreement', 'improve', 'penalty', 'considered',
        'hold', 'return')
    """
  /// What the index of contacts holds, in the very words that it is made with.
  private static let isContact = """
    kind IN ('message', 'attempt', 'paper', 'action') AND pupil IS NOT NULL
    """

  /// The statement for the lines that are wanted in the first place, each part by an index.
  private static func wanted(_ which: DayBookQuery) -> (String, StatementArguments) {
    switch which {
    case .on(let date):
      (
        """
        SELECT id FROM line WHERE date = ?1
        UNION SELECT id FROM line WHERE until >= ?1 AND date <= ?1
        UNION SELECT l.id FROM line l WHERE l.waits = 1 AND l.date <= ?1 AND NOT EXISTS (
          SELECT 1 FROM line a WHERE a.about = l.id
            AND a.kind IN ('done', 'decision', 'withdrawn'))
        UNION SELECT s.id FROM line h JOIN line s ON s.pupil = h.pupil AND s.id > h.id
          AND s.kind IN ('safe', 'seen', 'arrival', 'back')
          WHERE h.waits = 1 AND h.kind = 'handed on'
        """, [date.daysSince1970]
      )
    case .absences(let date):
      (
        """
        SELECT id FROM line WHERE until >= ?1 AND date <= ?1 AND kind IN ('absence', 'timetable')
        """, [date.daysSince1970]
      )
    case .leaveAndTimetables(let first, let last):
      (
        """
        SELECT id FROM line WHERE until >= ?1 AND date <= ?2 AND \(isArrangement)
          AND kind IN ('request', 'timetable')
        """, [first.daysSince1970, last.daysSince1970]
      )
    case .arrangements(let date):
      (
        """
        SELECT id FROM line WHERE until >= ?1 AND date <= ?1 AND \(isArrangement)
          AND kind IN ('closure', 'list', 'timetable')
        """, [date.daysSince1970]
      )
    case .closures(let first, let last):
      (
        """
        SELECT id FROM line WHERE until >= ?1 AND date <= ?2 AND \(isArrangement)
          AND kind = 'closure'
        """, [first.daysSince1970, last.daysSince1970]
      )
    case .reminders(let first, let last):
      (
        "SELECT id FROM line WHERE date BETWEEN ?1 AND ?2 AND kind = 'nudge'",
        [first.daysSince1970, last.daysSince1970]
      )
    case .between(let first, let last):
      (
        """
        SELECT id FROM line WHERE date BETWEEN ?1 AND ?2
        UNION SELECT id FROM line WHERE until >= ?1 AND date <= ?2
        """, [first.daysSince1970, last.daysSince1970]
      )
    case .casework: ("SELECT id FROM line WHERE \(isCasework)", [])
    case .lastContacts:
      ("SELECT MAX(id) FROM line WHERE \(isContact) GROUP BY pupil", [])
    case .about(let pupil):
      (
        """
        SELECT id FROM line WHERE pupil = ?1
        UNION SELECT about FROM line WHERE pupil = ?1 AND about IS NOT NULL
        """, [pupil.number]
      )
    }
  }
}
