import Attendance
import GRDB

extension SQLiteStore {
  func pastRetention(
    _ period: RetentionPeriod, on date: SchoolDate
  ) throws(StoreFault) -> PastRetention {
    try reading { db in try Self.past(db, period, on: date) }
  }

  func removals() throws(StoreFault) -> [RemovalRecord] {
    try reading { db in try Self.removals(db) }
  }

  func written(in acts: ClosedRange<Int64>) throws(StoreFault) -> WrittenActs {
    try reading { db in
      let bounds: StatementArguments = [acts.lowerBound, acts.upperBound]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.submissionColumns), s.entries, s.lines FROM submission s
          WHERE s.id BETWEEN ?1 AND ?2 ORDER BY s.id
          """, arguments: bounds)
      return WrittenActs(
        acts: try rows.map { row in
          ActLine(
            try Self.submission(row, from: 0), entries: try row.value(12),
            lines: try row.value(13))
        },
        entries: try Self.lines(
          db,
          where: """
            e.id >= (SELECT first_entry FROM submission WHERE id = ?1)
            AND e.id < (SELECT first_entry + entries FROM submission WHERE id = ?2)
            """, bounds),
        lines: try Self.dayLines(
          db,
          where: """
            l.id >= (SELECT first_line FROM submission WHERE id = ?1)
            AND l.id < (SELECT first_line + lines FROM submission WHERE id = ?2)
            """, bounds))
    }
  }

  /// The day before which everything was removed past retention; nil where nothing was.
  static func cut(_ db: Database) throws -> SchoolDate? { try removals(db).map(\.cut).max() }

  /// That day, read again only where the change log has a new line.
  func cut(_ db: Database) throws -> SchoolDate? {
    try remembered.cut.value(as: ends(db).change) { try Self.cut(db) }
  }

  /// Whether what was recorded of the date was removed.
  func isRemoved(_ date: SchoolDate, _ db: Database) throws -> Bool {
    try cut(db).map { date < $0 } ?? false
  }

  static func removals(_ db: Database) throws -> [RemovalRecord] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(KeptChange.columns) FROM change WHERE what = ? ORDER BY id"),
      arguments: [RemovalRecord.word]
    ).compactMap { try RemovalRecord(KeptChange($0)) }
  }

  /// What is past retention on the day, as the register stands in the transaction.
  static func past(
    _ db: Database, _ period: RetentionPeriod, on date: SchoolDate
  ) throws -> PastRetention {
    let limit = period.limit(on: date)
    let firstKept =
      try Int64.fetchOne(
        db, sql: "SELECT min(id) FROM submission WHERE at >= ?", arguments: [limit.seconds])
      ?? .max
    let facts = RetentionFacts(
      period: period, limit: limit, firstKept: firstKept,
      acts: try acts(db, before: firstKept), lines: try lineFacts(db), links: try links(db),
      days: try Row.fetchAll(
        db, sql: "SELECT date, count(*), max(submission) FROM entry GROUP BY date ORDER BY date"
      ).map { row in
        RetentionFacts.Day(
          date: try row.value(0), entries: try row.value(1), last: try row.value(2))
      },
      sheets: Dictionary(
        try Row.fetchAll(db, sql: "SELECT year, count(*) FROM sheet GROUP BY year").map { row in
          (try row.value(0) as Int, try row.value(1) as Int)
        }, uniquingKeysWith: { $1 }))
    return try facts.past { act in
      let latest = try Int64.fetchOne(
        db, sql: "SELECT max(at) FROM submission WHERE id <= ?", arguments: [act])
      return Instant(seconds: latest ?? 0)
    }
  }

  /// The acts before that one which have entries or lines; an adopted policy has neither.
  private static func acts(
    _ db: Database, before firstKept: Int64
  ) throws -> [RetentionFacts.ActFact] {
    let removals = try removals(db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.entries, s.lines, (SELECT max(e.date) FROM entry e
          WHERE e.id >= s.first_entry AND e.id < s.first_entry + s.entries)
        FROM submission s WHERE s.id < ? AND s.entries + s.lines > 0 AND s.kind <> 'adopted'
        ORDER BY s.id
        """, arguments: [firstKept]
    ).compactMap { row in
      let id: Int64 = try row.value(0)
      if removals.contains(where: { $0.acts.holds(id) }) { return nil }
      return RetentionFacts.ActFact(
        id: id, entries: try row.value(1), lines: try row.value(2), lastDate: try row.value(3))
    }
  }

  private static func lineFacts(_ db: Database) throws -> [RetentionFacts.LineFact] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, submission, pupil, date, until, about, kind, waits,
          kind = 'message' AND instr(facts, ?) > 0, facts
        FROM line ORDER BY id
        """, arguments: [RetentionFacts.LineFact.call]
    ).map { row in
      let facts = "\n" + (try row.value(9) as String) + "\n"
      return
        RetentionFacts.LineFact(
          id: try row.value(0), submission: try row.value(1), pupil: try row.value(2),
          date: try row.value(3), until: try row.value(4), about: try row.value(5),
          kind: try row.value(6), waits: try row.value(7),
          wantsCall: try row.value(8),
          isSensitive: facts.contains(RetentionFacts.LineFact.sensitive),
          isEnd: RetentionFacts.LineFact.ends.contains(where: facts.contains))
    }
  }

  private static func links(_ db: Database) throws -> [RetentionFacts.Link] {
    try ["replaces", "beside"].flatMap { column in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT a.submission, b.submission FROM entry a JOIN entry b ON b.id = a.\(column)
          WHERE a.\(column) IS NOT NULL AND a.submission <> b.submission
          """
      ).map { row in RetentionFacts.Link(from: try row.value(0), to: try row.value(1)) }
    }
  }
}
