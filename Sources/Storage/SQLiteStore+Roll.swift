import Attendance
import GRDB

extension SQLiteStore {
  func roll() throws(StoreFault) -> Roll {
    try reading { db in
      try remembered.roll.value(as: ends(db).change) { try Self.roll(db, of: nil) }
    }
  }

  func members(
    of group: String, at session: Session
  ) throws(StoreFault) -> [Roll.Member] {
    try reading { db in
      let roll = try remembered.roll(of: group, ends(db).change) {
        // Whoever was ever in the group, as form or by membership; the roll itself then decides.
        let candidates = try Int64.fetchAll(
          db,
          sql: """
            SELECT pupil FROM particulars WHERE registration_group = ?
            UNION SELECT pupil FROM membership WHERE group_name = ?
            """, arguments: [group, group])
        return try Self.roll(db, of: candidates)
      }
      return roll.groups(at: session)[group] ?? []
    }
  }

  func group(_ name: String) throws(StoreFault) -> RegistrationGroup {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT name, taker, room FROM registration_group WHERE name = ?")
      return try Row.fetchOne(statement, arguments: [name]).map(Self.group)
        ?? RegistrationGroup(name: name)
    }
  }

  private static func group(_ row: Row) throws -> RegistrationGroup {
    RegistrationGroup(name: try row.value(0), taker: try row.value(1), room: try row.value(2))
  }

  func pupil(_ upn: String) throws(StoreFault) -> Pupil? {
    try reading { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT \(Self.pupilColumns) FROM pupil
          WHERE id = (SELECT pupil FROM upn WHERE upn = ?)
          """,
        arguments: [upn]
      ).map { row in
        let number: Int64 = try row.value(0)
        return try Self.pupil(row, Self.earlierNames(db, where: "pupil = \(number)"))
      }
    }
  }

  func contacts(of pupil: Pupil.ID) throws(StoreFault) -> [Contact] {
    try reading { db in
      try remembered.contacts(of: pupil, ends(db).change) {
        try Self.contacts(db, of: pupil)
      }
    }
  }

  func contacts(sharedWith pupil: Pupil.ID) throws(StoreFault) -> [Contact] {
    try reading { db in
      // Numbers are compared by their last digits, however their beginnings are written.
      let tail = "substr(replace(replace(phone, ' ', ''), '-', ''), -7)"
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Self.contactColumns), pupil FROM contact
          WHERE pupil != ?1 AND (name IN (SELECT name FROM contact WHERE pupil = ?1)
            OR (phone != '' AND \(tail) IN (SELECT \(tail) FROM contact WHERE pupil = ?1)))
          ORDER BY pupil, priority, name
          """)
      return try Row.fetchAll(statement, arguments: [pupil.number]).map { row in
        try Self.contact(row, of: Pupil.ID(try row.value(12)))
      }
    }
  }

  static func contacts(_ db: Database, of pupil: Pupil.ID) throws -> [Contact] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(contactColumns) FROM contact WHERE pupil = ? ORDER BY priority, name")
    return try Row.fetchAll(statement, arguments: [pupil.number]).map { row in
      try contact(row, of: pupil)
    }
  }

  private static let contactColumns =
    "priority, name, relationship, phone, email, parental_responsibility, lives_with, may_contact, "
    + "court_order, language, safe_times, address"

  private static func contact(_ row: Row, of pupil: Pupil.ID) throws -> Contact {
    Contact(
      pupil: pupil, priority: try row.value(0), name: try row.value(1),
      relationship: try row.value(2), phone: try row.value(3), email: try row.value(4),
      parentalResponsibility: try row.value(5), livesWith: try row.value(6),
      mayContact: Contact.Permission(rawValue: try row.value(7)) ?? .no,
      courtOrder: try row.value(8), language: try row.value(9), safeTimes: try row.value(10),
      address: try row.value(11))
  }

  /// The roll of these pupils, or of everybody.
  static func roll(_ db: Database, of pupils: [Int64]?) throws -> Roll {
    func those(_ column: String) -> String {
      pupils.map { "\(column) IN (\($0.map(String.init).joined(separator: ",")))" } ?? "1"
    }
    let condition = those("pupil")
    let earlier = try earlierNames(db, where: condition)
    let known = try Row.each(
      db, "SELECT \(pupilColumns) FROM pupil WHERE \(those("id"))"
    ) { row in try pupil(row, earlier) }
    let deletions = try deletions(db, where: condition)
    let enrolments = try Row.each(
      db, "SELECT id, pupil, kind, boarder, starts, ends FROM enrolment WHERE \(condition)"
    ) { row in
      Enrolment(
        id: Enrolment.ID(try row.value(0)), pupil: Pupil.ID(try row.value(1)),
        kind: Enrolment.Kind(rawValue: try row.value(2)) ?? .main, isBoarder: try row.value(3),
        starts: try row.date(4), ends: try row.optionalDate(5),
        deletion: deletions[Enrolment.ID(try row.value(0))])
    }
    let memberships = try Row.each(
      db,
      """
      SELECT group_name, pupil, "from", until, weekday, half FROM membership
      WHERE \(condition) ORDER BY id
      """
    ) { row in
      Membership(
        group: try row.value(0), pupil: Pupil.ID(try row.value(1)),
        from: try row.optionalDate(2), until: try row.optionalDate(3),
        weekday: (try row.value(4) as Int?).flatMap(Weekday.init(rawValue:)),
        half: try row.half(5))
    }
    let groups = try Row.each(
      db, "SELECT name, taker, room FROM registration_group ORDER BY name", group)
    return Roll(
      pupils: known, enrolments: enrolments,
      particulars: try particulars(db, where: condition),
      memberships: memberships, groups: groups)
  }

  /// What is true of pupils from which date.
  static func particulars(
    _ db: Database, where condition: String
  ) throws -> [Pupil.ID: [Particulars]] {
    var particulars: [Pupil.ID: [Particulars]] = [:]
    let dated = """
      SELECT pupil, "from", year_group, registration_group, campus, characteristics
      FROM particulars WHERE \(condition)
      """
    var reading = CharacteristicReading()
    _ = try Row.each(db, dated) { row in
      particulars[Pupil.ID(try row.value(0)), default: []].append(
        Particulars(
          from: try row.date(1), yearGroup: YearGroup(try row.value(2)) ?? .reception,
          group: try row.value(3), campus: try row.value(4),
          characteristics: reading.read(try row.value(5))))
    }
    return particulars
  }

  private static let pupilColumns =
    "id, upn, surname, forename, preferred, say_as, born, sex, last_school"

  private static func pupil(
    _ row: Row, _ earlierNames: [Pupil.ID: [EarlierName]]
  ) throws -> Pupil {
    let number: Int64 = try row.value(0)
    guard let upn = try? UPN(try row.value(1)) else {
      throw StoreFault.damaged("row \(number) of the pupils has no readable UPN")
    }
    return Pupil(
      id: Pupil.ID(number), upn: upn,
      name: PupilName(
        surname: try row.value(2), forename: try row.value(3), preferred: try row.value(4),
        sayAs: try row.value(5)),
      dateOfBirth: try row.date(6), sex: try row.value(7), lastSchool: try row.value(8),
      earlierNames: earlierNames[Pupil.ID(number)] ?? [])
  }
}
