import Attendance
import GRDB

extension SQLiteStore {
  func school() throws(StoreFault) -> SchoolIdentity {
    try reading { db in
      var values: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT key, value FROM school") {
        values[row[0]] = row[1]
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
      try Row.fetchAll(
        db, sql: "SELECT login, name, position, role, registration_group, ends FROM staff"
      ).map { row in
        Staff(
          login: row[0], name: row[1], position: row[2], role: row[3], group: row[4],
          ends: (row[5] as Int32?).map(SchoolDate.init(daysSince1970:)))
      }
    }
  }

  func keep(
    _ staff: [Staff], by person: Person, at: Instant
  ) throws(StoreFault) {
    let known = Dictionary(
      try self.staff().map { ($0.login, $0) }, uniquingKeysWith: { $1 })
    try writing { db in
      for member in staff where known[member.login] != member {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO staff (login, name, position, role, registration_group, ends)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            member.login, member.name, member.position, member.role, member.group,
            member.ends?.daysSince1970,
          ])
        try Self.note(
          db, "staff \(member.login)", before: known[member.login].map { "\($0)" } ?? "",
          after: "\(member)", by: person, at: at)
      }
    }
  }

  func policies() throws(StoreFault) -> [AdoptedPolicy] {
    try reading { db in
      let details = try String.fetchAll(
        db, sql: "SELECT detail FROM submission WHERE kind = 'adopted' ORDER BY id")
      // The last adoption from a date is the one that rules from it.
      return Dictionary(
        details.compactMap(AdoptedPolicy.init(detail:)).map { ($0.from, $0) },
        uniquingKeysWith: { $1 }
      ).values.sorted { $0.from < $1.from }
    }
  }

  func calendar() throws(StoreFault) -> SchoolCalendar {
    try reading { db in
      var terms: [Int: [Term]] = [:]
      let sql = """
        SELECT year, name, starts, ends, half_term_starts, half_term_ends FROM term
        ORDER BY year, starts
        """
      for row in try Row.fetchAll(db, sql: sql) {
        var halfTerm: ClosedRange<SchoolDate>?
        if let first = row[4] as Int32?, let last = row[5] as Int32?, first <= last {
          halfTerm = SchoolDate(daysSince1970: first)...SchoolDate(daysSince1970: last)
        }
        terms[row[0], default: []].append(
          Term(
            name: row[1], starts: SchoolDate(daysSince1970: row[2]),
            ends: SchoolDate(daysSince1970: row[3]), halfTerm: halfTerm))
      }
      var closures: [Int: [Closure]] = [:]
      let closed = "SELECT year, date, half, campus, year_groups, reason FROM closure ORDER BY id"
      for row in try Row.fetchAll(db, sql: closed) {
        let years = (row[4] as String).split(separator: " ").compactMap {
          YearGroup(String($0))
        }
        closures[row[0], default: []].append(
          Closure(
            date: SchoolDate(daysSince1970: row[1]), reason: row[5],
            half: (row[2] as Int?).map { $0 == 0 ? .am : .pm }, campus: row[3],
            yearGroups: years))
      }
      return SchoolCalendar(
        terms.map { year, terms in
          CalendarYear(
            year: SchoolYear(startYear: year), terms: terms, closures: closures[year] ?? [])
        })
    }
  }

  func keep(
    _ years: [CalendarYear], by person: Person, at: Instant
  ) throws(StoreFault) {
    let known = try calendar()
    try writing { db in
      for year in years {
        let before = known.years.first { $0.year == year.year }
        guard before != year else { continue }
        let start = year.year.startYear
        try db.execute(sql: "DELETE FROM term WHERE year = ?", arguments: [start])
        try db.execute(sql: "DELETE FROM closure WHERE year = ?", arguments: [start])
        for term in year.terms {
          try db.execute(
            sql: "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
              start, term.starts.daysSince1970, term.ends.daysSince1970, term.name,
              term.halfTerm?.lowerBound.daysSince1970, term.halfTerm?.upperBound.daysSince1970,
            ])
        }
        for closure in year.closures {
          try db.execute(
            sql: """
              INSERT INTO closure (year, date, half, campus, year_groups, reason)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              start, closure.date.daysSince1970, closure.half?.index, closure.campus,
              closure.yearGroups.map(\.description).joined(separator: " "), closure.reason,
            ])
        }
        try Self.note(
          db, "calendar \(year.year)", before: before.map { "\($0)" } ?? "", after: "\(year)",
          by: person, at: at)
      }
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
