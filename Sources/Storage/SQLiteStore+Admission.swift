import Attendance
import GRDB

extension SQLiteStore {
  func admissions(
    of pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: AdmissionRecord] {
    try reading { db in try Self.admissions(db, of: pupils?.map(\.number)) }
  }

  static func admissions(
    _ db: Database, of pupils: [Int64]?
  ) throws -> [Pupil.ID: AdmissionRecord] {
    let those = pupils.map { "pupil IN (\($0.map(String.init).joined(separator: ",")))" } ?? "1"
    var records: [Pupil.ID: AdmissionRecord] = [:]
    for row in try Row.fetchAll(
      db,
      sql: "SELECT pupil, last_school_address, second_address FROM admission WHERE \(those)")
    {
      records[Pupil.ID(try row.value(0))] = AdmissionRecord(
        lastSchoolAddress: try row.value(1), secondAddress: try row.value(2))
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT pupil, parent, address, "from" FROM new_home WHERE \(those) ORDER BY pupil, place
        """)
    {
      records[Pupil.ID(try row.value(0)), default: AdmissionRecord()].newHomes.append(
        NewHome(
          parent: try row.value(1), address: try row.value(2), from: try row.optionalDate(3)))
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT pupil, name, kind, "from" FROM other_school WHERE \(those) ORDER BY pupil, place
        """)
    {
      records[Pupil.ID(try row.value(0)), default: AdmissionRecord()].otherSchools.append(
        OtherSchool(
          try row.value(1), OtherSchool.Kind(rawValue: try row.value(2)) ?? .registered,
          from: try row.optionalDate(3)))
    }
    return records
  }

  /// Keeps the record in place of what was known of the pupil.
  static func keep(_ db: Database, _ record: AdmissionRecord, of pupil: Pupil.ID) throws {
    for table in ["admission", "new_home", "other_school"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE pupil = ?", arguments: [pupil.number])
    }
    if record.isEmpty { return }
    try db.cachedStatement(
      sql: "INSERT INTO admission (pupil, last_school_address, second_address) VALUES (?, ?, ?)"
    ).execute(arguments: [pupil.number, record.lastSchoolAddress, record.secondAddress])
    for (place, home) in record.newHomes.enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO new_home (pupil, place, parent, address, "from") VALUES (?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        pupil.number, place, home.parent, home.address, home.from?.daysSince1970,
      ])
    }
    for (place, school) in record.otherSchools.enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO other_school (pupil, place, name, kind, "from") VALUES (?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        pupil.number, place, school.name, school.kind.rawValue, school.from?.daysSince1970,
      ])
    }
  }

  /// Keeps the names that the pupil had before.
  static func keepEarlierNames(_ db: Database, _ pupil: Pupil) throws {
    try db.cachedStatement(sql: "DELETE FROM earlier_name WHERE pupil = ?")
      .execute(arguments: [pupil.id.number])
    for earlier in pupil.earlierNames {
      try db.cachedStatement(
        sql: """
          INSERT INTO earlier_name (pupil, through, surname, forename, preferred, say_as)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        pupil.id.number, earlier.through.daysSince1970, earlier.name.surname,
        earlier.name.forename, earlier.name.preferred, earlier.name.sayAs,
      ])
    }
  }

  /// Every name of earlier days, by pupil, earliest first.
  static func earlierNames(
    _ db: Database, where condition: String
  ) throws -> [Pupil.ID: [EarlierName]] {
    var names: [Pupil.ID: [EarlierName]] = [:]
    // A copy taken before a migration is read as its own version kept it.
    guard try db.tableExists("earlier_name") else { return names }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT pupil, through, surname, forename, preferred, say_as FROM earlier_name
        WHERE \(condition) ORDER BY pupil, through
        """)
    {
      names[Pupil.ID(try row.value(0)), default: []].append(
        EarlierName(
          PupilName(
            surname: try row.value(2), forename: try row.value(3), preferred: try row.value(4),
            sayAs: try row.value(5)), through: try row.date(1)))
    }
    return names
  }

  /// Keeps the ground on which the enrolment ends, or that there is none.
  static func keepDeletion(_ db: Database, of enrolment: Enrolment) throws {
    for table in ["deletion_fact", "deletion"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE enrolment = ?")
        .execute(arguments: [enrolment.id.number])
    }
    guard let deletion = enrolment.deletion else { return }
    try db.cachedStatement(sql: "INSERT INTO deletion (enrolment, ground) VALUES (?, ?)")
      .execute(arguments: [enrolment.id.number, deletion.ground.rawValue])
    for (fact, text) in deletion.facts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try db.cachedStatement(
        sql: "INSERT INTO deletion_fact (enrolment, fact, text) VALUES (?, ?, ?)"
      ).execute(arguments: [enrolment.id.number, fact.rawValue, text])
    }
  }

  /// The grounds on record, by enrolment.
  static func deletions(
    _ db: Database, where condition: String
  ) throws -> [Enrolment.ID: Deletion] {
    var deletions: [Enrolment.ID: Deletion] = [:]
    guard try db.tableExists("deletion") else { return deletions }
    let those = "enrolment IN (SELECT id FROM enrolment WHERE \(condition))"
    for row in try Row.fetchAll(db, sql: "SELECT enrolment, ground FROM deletion WHERE \(those)") {
      let number: Int64 = try row.value(0)
      guard let ground = DeletionGround(rawValue: try row.value(1)) else {
        throw StoreFault.damaged("the deletion of enrolment \(number) has no readable ground")
      }
      deletions[Enrolment.ID(number)] = Deletion(ground)
    }
    for row in try Row.fetchAll(
      db, sql: "SELECT enrolment, fact, text FROM deletion_fact WHERE \(those)")
    {
      guard let fact = DeletionFact(rawValue: try row.value(1)) else { continue }
      deletions[Enrolment.ID(try row.value(0))]?.facts[fact] = try row.value(2)
    }
    return deletions
  }
}
