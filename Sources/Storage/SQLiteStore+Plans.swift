import Attendance
import GRDB

extension SQLiteStore {
  func plan(
    _ pupil: Pupil.ID, from: Session, through: Session, code: String, source: Plan.Source,
    by person: Person, at: Instant, note: String
  ) throws(StoreFault) -> Plan {
    guard from <= through else { throw StoreFault.rule(.planEndsEarly) }
    return try writing { db in
      var number: Int64 = 0
      try Self.sealing(db, [.plans], by: person, at: at) {
        try db.cachedStatement(
          sql: """
            INSERT INTO plan (pupil, from_date, from_half, through_date, through_half, code, source,
              login, name, position, at, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(arguments: [
          pupil.number, from.date.daysSince1970, from.half.index, through.date.daysSince1970,
          through.half.index, code, source.rawValue, person.login, person.name, person.position,
          at.seconds, note,
        ])
        number = db.lastInsertedRowID
        return true
      }
      return Plan(
        id: Plan.ID(number), pupil: pupil, from: from, through: through,
        code: code, source: source, by: person, at: at, note: note)
    }
  }

  func plans(at session: Session) throws(StoreFault) -> [Plan] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, pupil, from_date, from_half, through_date, through_half, code, source, login,
            name, position, at, note
          FROM plan WHERE through_date >= ? AND from_date <= ? ORDER BY id
          """,
        arguments: [session.date.daysSince1970, session.date.daysSince1970]
      ).map { row in
        Plan(
          id: Plan.ID(try row.value(0)), pupil: Pupil.ID(try row.value(1)),
          from: try row.session(2), through: try row.session(4), code: try row.value(6),
          source: Plan.Source(rawValue: try row.value(7)) ?? .report, by: try row.person(8),
          at: Instant(seconds: try row.value(11)), note: try row.value(12))
      }.filter { $0.covers(session) }
    }
  }
}
