import Attendance
import GRDB

// What was done, by whom and when, for whoever has to answer for the register.
extension SQLiteStore {
  func log(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [LogLine] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT at, login, name, position, what FROM change
            WHERE at >= ? AND at < ? AND what <> ? ORDER BY id
            """), arguments: Self.moments(first, last) + [RollSeal.word])
      var lines: [LogLine] = []
      while let row = try rows.next() { lines.append(try Self.logLine(row)) }
      return lines
    }
  }

  func logged(beginning head: String) throws(StoreFault) -> [LogLine] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT at, login, name, position, what FROM change
            WHERE what >= :head AND what < :head || char(1114111) ORDER BY id
            """), arguments: ["head": head]
      ).map(Self.logLine)
    }
  }

  func acts(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [ActLine] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(Self.submissionColumns), s.entries, s.lines FROM submission s
            WHERE s.at >= ? AND s.at < ? ORDER BY s.id
            """), arguments: Self.moments(first, last))
      var acts: [ActLine] = []
      while let row = try rows.next() {
        acts.append(
          ActLine(
            try Self.submission(row, from: 0), entries: try row.value(12),
            lines: try row.value(13)))
      }
      return acts
    }
  }

  func actCounts(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [ActCount] {
    try reading { db in
      let acts = "submission s WHERE s.at >= ?1 AND s.at < ?2"
      let amended = """
        entry e JOIN submission s ON s.id = e.submission
        WHERE e.replaces IS NOT NULL AND s.at >= ?1 AND s.at < ?2
        """
      return try [("s.kind", acts), ("NULL", amended)].flatMap { kind, those in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT s.login, s.name, s.position, \(kind), count(*), max(s.at) FROM \(those)
            GROUP BY 1, 2, 3, 4
            """, arguments: Self.moments(first, last))
        return try rows.map { row in
          ActCount(
            by: try row.person(0),
            kind: (try row.value(3) as String?).flatMap(Submission.Kind.init(rawValue:)),
            count: try row.value(4), last: Instant(seconds: try row.value(5)))
        }
      }
    }
  }

  func amendments(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [HistoryLine] {
    try reading { db in
      try Self.lines(
        db, where: "e.replaces IS NOT NULL AND s.at >= ?1 AND s.at < ?2",
        Self.moments(first, last))
    }
  }

  /// From the beginning of the first day until the end of the last, as London's clocks have them.
  private static func moments(_ first: SchoolDate, _ last: SchoolDate) -> StatementArguments {
    let midnight = TimeOfDay(minutes: 0)
    return [
      Instant(first, midnight).seconds, Instant(last.adding(days: 1), midnight).seconds,
    ]
  }

  private static func logLine(_ row: Row) throws -> LogLine {
    LogLine(
      at: Instant(seconds: try row.value(0)), by: try row.person(1), what: try row.value(4))
  }
}
