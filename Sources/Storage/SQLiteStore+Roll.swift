import Attendance
import GRDB

extension SQLiteStore {
  func roll() throws(StoreFault) -> Roll {
    try reading { db in try Self.roll(db, of: nil) }
  }

  func members(
    of group: String, at session: Session
  ) throws(StoreFault) -> [Roll.Member] {
    try reading { db in
      // Whoever was ever in the group, as form or by membership; the roll itself then decides.
      let candidates = try Int64.fetchAll(
        db,
        sql: """
          SELECT pupil FROM particulars WHERE registration_group = ?
          UNION SELECT pupil FROM membership WHERE group_name = ?
          """, arguments: [group, group])
      let roll = try Self.roll(db, of: candidates)
      return roll.groups(at: session)[group] ?? []
    }
  }

  func pupil(_ upn: String) throws(StoreFault) -> Pupil? {
    try reading { db in
      try Row.fetchOne(
        db,
        sql: "SELECT * FROM pupil WHERE id = (SELECT pupil FROM upn WHERE upn = ?)",
        arguments: [upn]
      ).map { row in try Self.pupil(row) }
    }
  }

  func contacts(of pupil: Pupil.ID) throws(StoreFault) -> [Contact] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM contact WHERE pupil = ? ORDER BY priority, name",
        arguments: [pupil.number]
      ).map { row in
        Contact(
          pupil: pupil, priority: row["priority"], name: row["name"],
          relationship: row["relationship"],
          phone: row["phone"], email: row["email"],
          parentalResponsibility: row["parental_responsibility"],
          livesWith: row["lives_with"],
          mayContact: Contact.Permission(rawValue: row["may_contact"]) ?? .no,
          courtOrder: row["court_order"], language: row["language"],
          safeTimes: row["safe_times"])
      }
    }
  }

  /// The roll of these pupils, or of everybody.
  private static func roll(_ db: Database, of pupils: [Int64]?) throws -> Roll {
    func those(_ column: String) -> String {
      pupils.map { "\(column) IN (\($0.map(String.init).joined(separator: ",")))" } ?? "1"
    }
    let condition = those("pupil")
    let known = try Row.fetchAll(db, sql: "SELECT * FROM pupil WHERE \(those("id"))")
      .map { row in try pupil(row) }
    let enrolments = try Row.fetchAll(
      db, sql: "SELECT id, pupil, kind, boarder, starts, ends FROM enrolment WHERE \(condition)"
    ).map { row in
      Enrolment(
        id: Enrolment.ID(row[0]), pupil: Pupil.ID(row[1]),
        kind: Enrolment.Kind(rawValue: row[2]) ?? .main, isBoarder: row[3],
        starts: SchoolDate(daysSince1970: row[4]),
        ends: (row[5] as Int32?).map(SchoolDate.init(daysSince1970:)))
    }
    var particulars: [Pupil.ID: [Particulars]] = [:]
    let dated = """
      SELECT pupil, "from", year_group, registration_group, campus, characteristics
      FROM particulars WHERE \(condition)
      """
    for row in try Row.fetchAll(db, sql: dated) {
      particulars[Pupil.ID(row[0]), default: []].append(
        Particulars(
          from: SchoolDate(daysSince1970: row[1]), yearGroup: YearGroup(row[2]) ?? .reception,
          group: row[3], campus: row[4], characteristics: CharacteristicText.read(row[5])))
    }
    let memberships = try Row.fetchAll(
      db,
      sql: """
        SELECT group_name, pupil, "from", until, weekday, half FROM membership
        WHERE \(condition) ORDER BY id
        """
    ).map { row in
      Membership(
        group: row[0], pupil: Pupil.ID(row[1]),
        from: (row[2] as Int32?).map(SchoolDate.init(daysSince1970:)),
        until: (row[3] as Int32?).map(SchoolDate.init(daysSince1970:)),
        weekday: (row[4] as Int?).flatMap(Weekday.init(rawValue:)),
        half: (row[5] as Int?).map { $0 == 0 ? .am : .pm })
    }
    let groups = try Row.fetchAll(
      db, sql: "SELECT name, taker, room FROM registration_group ORDER BY name"
    ).map { RegistrationGroup(name: $0[0], taker: $0[1], room: $0[2]) }
    return Roll(
      pupils: known, enrolments: enrolments, particulars: particulars,
      memberships: memberships, groups: groups)
  }

  private static func pupil(_ row: Row) throws -> Pupil {
    let number: Int64 = row["id"]
    guard let upn = try? UPN(row["upn"] as String) else {
      throw StoreFault.damaged("pupil \(number) has no readable UPN")
    }
    return Pupil(
      id: Pupil.ID(number), upn: upn,
      name: PupilName(
        surname: row["surname"], forename: row["forename"], preferred: row["preferred"],
        sayAs: row["say_as"]),
      dateOfBirth: SchoolDate(daysSince1970: row["born"]), sex: row["sex"],
      lastSchool: row["last_school"])
  }
}
