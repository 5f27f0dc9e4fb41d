import Attendance
import GRDB

extension SQLiteStore {
  func submission(of line: DayLine.ID) throws(StoreFault) -> Submission.ID? {
    try reading { db in
      try Int64.fetchOne(
        db, sql: "SELECT submission FROM line WHERE id = ?", arguments: [line.number]
      ).map { Submission.ID($0) }
    }
  }

  func submission(_ id: Submission.ID) throws(StoreFault) -> Submission? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT \(Self.submissionColumns) FROM submission s WHERE s.id = ?",
        arguments: [id.number]
      ).map { try Self.submission($0, from: 0) }
    }
  }

  func submissions(of key: RegisterKey) throws(StoreFault) -> [Submission] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.submissionColumns) FROM submission s
          WHERE s.date = ? AND s.half = ? AND s.group_name = ? ORDER BY s.id
          """,
        arguments: [
          key.session.date.daysSince1970, key.session.half.index, key.group,
        ]
      ).map { try Self.submission($0, from: 0) }
    }
  }

  func amendments(
    by login: String?, atMost count: Int
  ) throws(StoreFault) -> [Submission] {
    try reading { db in
      // From the newest back, and no further than a term or so: who has amended nothing lately is
      // not to have six years of acts looked through at every question.
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.submissionColumns) FROM submission s
          WHERE s.id > (SELECT coalesce(max(id), 0) FROM submission) - 20000
            AND s.kind = 'amended' AND (?1 IS NULL OR s.login = ?1)
          ORDER BY s.id DESC LIMIT ?2
          """, arguments: [login, count]
      ).map { try Self.submission($0, from: 0) }
    }
  }

  func entries(of submission: Submission.ID) throws(StoreFault) -> [Entry] {
    try reading { db in
      // The submission says where its entries lie: without that, every entry would be looked at.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, e.pupil, e.date, e.half, e.code, e.minutes, e.how, e.replaces, e.beside,
            e.reason, e.note IS NOT NULL, n.text
          FROM submission s
          JOIN entry e ON e.id >= s.first_entry AND e.id < s.first_entry + s.entries
          LEFT JOIN note n ON n.entry = e.id
          WHERE s.id = ? ORDER BY e.id
          """, arguments: [submission.number])
      return try rows.map { row in
        Entry(
          id: Entry.ID(try row.value(0)), submission: submission,
          pupil: Pupil.ID(try row.value(1)), session: try row.session(2), code: try row.value(4),
          minutes: try row.value(5),
          note: try row.value(10) as Bool ? try row.value(11) as String? ?? "" : nil,
          how: Entry.How(rawValue: try row.value(6)) ?? .marked,
          replaces: (try row.value(7) as Int64?).map(Entry.ID.init),
          beside: (try row.value(8) as Int64?).map(Entry.ID.init),
          reason: try row.value(9) as String? ?? "")
      }
    }
  }
}
