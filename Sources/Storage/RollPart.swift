import GRDB

/// A part of what the school keeps beside its marks, of which one digest tells whether it changed.
enum RollPart: String, CaseIterable, Comparable {
  case pupils
  case contacts
  case admission
  case groups
  case staff
  case access
  case calendar
  case school

  static func < (one: RollPart, other: RollPart) -> Bool { one.rawValue < other.rawValue }

  /// What it holds, in words, in the plural.
  var words: String {
    switch self {
    case .pupils: "the pupils' records (names, numbers, enrolments, years and forms)"
    case .contacts: "the contacts"
    case .admission:
      "what else the admission register holds (addresses, earlier names, other schools, grounds)"
    case .groups: "the groups and the places in them"
    case .staff: "the members of staff"
    case .access: "the passphrases and when posts begin and end"
    case .calendar: "the terms and closures"
    case .school: "the school's name and whether it is a practice school"
    }
  }

  /// The tables it is kept in: their columns, and the order of their rows.
  ///
  /// Every column is named, so that one added in a later version does not make old digests wrong.
  private var tables: [(name: String, columns: [String], order: String)] {
    switch self {
    case .pupils:
      [
        (
          "pupil",
          [
            "id", "upn", "surname", "forename", "preferred", "say_as", "born", "sex", "last_school",
          ],
          "id"
        ),
        ("upn", ["upn", "pupil"], "upn"),
        ("enrolment", ["id", "pupil", "kind", "boarder", "starts", "ends"], "id"),
        (
          "particulars",
          [
            "pupil", "\"from\"", "year_group", "registration_group", "campus", "characteristics",
          ], "pupil, \"from\""
        ),
      ]
    case .contacts:
      [
        (
          "contact",
          [
            "pupil", "priority", "name", "relationship", "phone", "email",
            "parental_responsibility", "lives_with", "may_contact", "court_order", "language",
            "safe_times",
          ], "pupil, priority, name"
        )
      ]
    case .admission:
      [
        ("contact", ["pupil", "priority", "name", "address"], "pupil, priority, name"),
        (
          "earlier_name", ["pupil", "through", "surname", "forename", "preferred", "say_as"],
          "pupil, through"
        ),
        ("admission", ["pupil", "last_school_address", "second_address"], "pupil"),
        ("new_home", ["pupil", "place", "parent", "address", "\"from\""], "pupil, place"),
        ("other_school", ["pupil", "place", "name", "kind", "\"from\""], "pupil, place"),
        ("deletion", ["enrolment", "ground"], "enrolment"),
        ("deletion_fact", ["enrolment", "fact", "text"], "enrolment, fact"),
      ]
    case .groups:
      [
        ("registration_group", ["name", "taker", "room"], "name"),
        (
          "membership", ["id", "group_name", "pupil", "\"from\"", "until", "weekday", "half"], "id"
        ),
      ]
    case .staff:
      [("staff", ["login", "name", "position", "role", "registration_group", "ends"], "login")]
    case .access:
      [
        ("passphrase", ["login", "rounds", "block", "lanes", "salt", "key"], "login"),
        ("post", ["login", "starts", "ends_at", "pass"], "login"),
      ]
    case .calendar:
      [
        (
          "term", ["year", "starts", "ends", "name", "half_term_starts", "half_term_ends"],
          "year, starts"
        ),
        ("closure", ["id", "year", "date", "half", "campus", "year_groups", "reason"], "id"),
      ]
    case .school:
      // That there is a practice clock is kept for good; what it shows is not.
      [("school", ["key", "CASE key WHEN 'name' THEN value END"], "key")]
    }
  }

  /// Whether nothing is kept in it; a file of an older version lacks the tables of later parts.
  func isEmpty(_ db: Database) throws -> Bool {
    try tables.allSatisfy { table in
      guard try db.tableExists(table.name) else { return true }
      return try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM \(table.name))") ?? true
    }
  }

  /// The digest of the part as it stands.
  func digest(_ db: Database) throws -> Seal {
    var sealer = Sealer(of: rawValue)
    for table in tables {
      sealer.add(text: table.name)
      // SQLite writes each row as one text, in which no two rows read alike.
      let row = table.columns.map { "quote(\($0))" }.joined(separator: "||','||")
      let statement = try db.cachedStatement(
        sql: "SELECT \(row) FROM \(table.name) ORDER BY \(table.order)")
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() { sealer.add(text: try row.value(0) as String) }
    }
    return sealer.seal()
  }
}

extension RollChange {
  /// The parts of the roll that it changes.
  var parts: Set<RollPart> {
    switch self {
    case .newPupil, .pupil, .newEnrolment, .enrolment: [.pupils, .admission]
    case .particulars, .noParticulars: [.pupils]
    case .contacts: [.contacts, .admission]
    case .admission: [.admission]
    case .group, .membership, .noMembership: [.groups]
    case .staff: [.staff, .access]
    case .year: [.calendar]
    case .done: []
    }
  }
}
