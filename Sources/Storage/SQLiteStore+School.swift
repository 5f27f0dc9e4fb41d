import Attendance
import GRDB

extension SQLiteStore {
  func school() throws(StoreFault) -> SchoolIdentity {
    try reading { db in
      var values: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT key, value FROM school") {
        values[try row.value(0)] = try row.value(1)
      }
      return SchoolIdentity(
        name: values["name"] ?? "",
        practice: values["seconds_ahead"].flatMap { Int64($0) }.map {
          PracticeClock(secondsAhead: $0)
        })
    }
  }

  func keep(_ school: SchoolIdentity) throws(StoreFault) {
    try writing { db in
      let values = [
        ("name", school.name), ("seconds_ahead", school.practice.map { "\($0.secondsAhead)" }),
      ]
      for (key, value) in values {
        try db.execute(sql: "DELETE FROM school WHERE key = ?", arguments: [key])
        guard let value else { continue }
        try db.execute(
          sql: "INSERT INTO school (key, value) VALUES (?, ?)", arguments: [key, value])
      }
    }
  }

  func staff() throws(StoreFault) -> [Staff] {
    try reading { db in
      try remembered.staff.value(as: ends(db).change) { try Self.staff(db) }
    }
  }

  static func keep(_ db: Database, _ member: Staff) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO staff (login, name, position, role, registration_group, ends)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        member.login, member.name, member.position, member.role, member.group,
        member.ends?.daysSince1970,
      ])
    try db.execute(
      sql: "INSERT OR REPLACE INTO post (login, starts, ends_at, pass) VALUES (?, ?, ?, ?)",
      arguments: [
        member.login, member.starts?.daysSince1970, member.endsAt?.minutes, member.isPass,
      ])
  }

  static func staff(_ db: Database) throws -> [Staff] {
    // Whoever was kept before posts had a table of their own has no row in it.
    try Row.fetchAll(
      db,
      sql: """
        SELECT login, name, position, role, registration_group, ends, starts, ends_at,
          coalesce(pass, 0)
        FROM staff LEFT JOIN post USING (login) ORDER BY login
        """
    ).map { row in
      Staff(
        login: try row.value(0), name: try row.value(1), position: try row.value(2),
        role: try row.value(3), group: try row.value(4), starts: try row.optionalDate(6),
        ends: try row.optionalDate(5),
        endsAt: (try row.value(7) as Int?).map(TimeOfDay.init(minutes:)),
        isPass: try row.value(8))
    }
  }

  func covers(on date: SchoolDate) throws(StoreFault) -> [Cover] {
    try reading { db in
      try remembered.covers(on: date, ends(db).change) {
        let statement = try db.cachedStatement(
          sql: """
            SELECT what, login, name, position FROM change
            WHERE what >= :head AND what < :head || char(1114111) ORDER BY id
            """)
        return try Row.fetchAll(statement, arguments: ["head": Cover.head]).compactMap { row in
          Cover(try row.value(0), on: date, by: try row.person(1))
        }
      }
    }
  }

  func policies() throws(StoreFault) -> [AdoptedPolicy] {
    try reading { db in
      AdoptedPolicy.inForce(
        try String.fetchAll(
          db, sql: "SELECT detail FROM submission WHERE kind = 'adopted' ORDER BY id"))
    }
  }

  /// Keeps what was changed, by whom and when.
  static func note(
    _ db: Database, _ what: String, before: String, after: String, by person: Person,
    at: Instant
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO change (at, login, name, position, what, before, after)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      at.seconds, person.login, person.name, person.position, what, before, after,
    ])
  }
}
