import Attendance
import GRDB

extension SQLiteStore {
  func keep(
    _ changes: [RollChange], by person: Person, at: Instant
  ) throws(StoreFault) {
    try writing { db in try Self.keep(db, changes, by: person, at: at) }
  }

  /// Keeps the changes in the transaction that it is called in.
  static func keep(
    _ db: Database, _ changes: [RollChange], by person: Person, at: Instant
  ) throws {
    guard !changes.isEmpty else { return }
    try sealing(db, Set(changes.flatMap(\.parts)), by: person, at: at) {
      var isChanged = false
      for change in changes {
        // What was there is read in the same transaction, so that the log never says less.
        let before = try Self.before(db, change)
        if change.isOnlyNews, before == change.after { continue }
        try Self.make(db, change)
        try note(db, change.subject, before: before, after: change.after, by: person, at: at)
        isChanged = true
      }
      return isChanged
    }
  }

  private static func make(_ db: Database, _ change: RollChange) throws {
    switch change {
    case .newPupil(let pupil): try add(db, pupil)
    case .pupil(let pupil): try keep(db, pupil)
    case .newEnrolment(let enrolment): try add(db, enrolment)
    case .enrolment(let enrolment): try keep(db, enrolment)
    case .particulars(let pupil, let particulars): try keep(db, particulars, of: pupil)
    case .contacts(let pupil, let contacts): try keep(db, contacts, of: pupil)
    case .admission(let pupil, let record): try keep(db, record, of: pupil)
    case .noParticulars(let pupil, let date):
      try db.cachedStatement(
        sql: """
          DELETE FROM particulars WHERE pupil = ?1 AND "from" = ?2
            AND EXISTS (SELECT 1 FROM particulars WHERE pupil = ?1 AND "from" < ?2)
          """
      ).execute(arguments: [pupil.number, date.daysSince1970])
      guard db.changesCount == 1 else { throw StoreFault.rule(.unknownParticulars) }
    case .group(let group):
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO registration_group (name, taker, room) VALUES (?, ?, ?)"
      ).execute(arguments: [group.name, group.taker, group.room])
    case .membership(let place):
      try db.cachedStatement(
        sql: """
          INSERT INTO membership (group_name, pupil, "from", until, weekday, half)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        place.group, place.pupil.number, place.from?.daysSince1970,
        place.until?.daysSince1970, place.weekday?.rawValue, place.half?.index,
      ])
    case .noMembership(let place): try remove(db, place)
    case .staff(let member): try keep(db, member)
    case .year(let year): try keep(db, year)
    case .done: break
    }
  }

  private static func remove(_ db: Database, _ place: Membership) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM membership WHERE id = (
          SELECT max(id) FROM membership WHERE group_name = ? AND pupil = ? AND "from" IS ?
            AND until IS ? AND weekday IS ? AND half IS ?)
        """
    ).execute(arguments: [
      place.group, place.pupil.number, place.from?.daysSince1970, place.until?.daysSince1970,
      place.weekday?.rawValue, place.half?.index,
    ])
    guard db.changesCount == 1 else { throw StoreFault.rule(.unknownMembership) }
  }

  private static func add(_ db: Database, _ pupil: Pupil) throws {
    // No upsert: two desks may choose one number at once, and neither's child may be lost.
    try db.cachedStatement(
      sql: """
        INSERT INTO pupil (id, upn, surname, forename, preferred, say_as, born, sex, last_school)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      pupil.id.number, pupil.upn.text, pupil.name.surname, pupil.name.forename,
      pupil.name.preferred, pupil.name.sayAs, pupil.dateOfBirth.daysSince1970, pupil.sex,
      pupil.lastSchool,
    ])
    try keepNumber(db, pupil)
    try keepEarlierNames(db, pupil)
  }

  private static func keep(_ db: Database, _ pupil: Pupil) throws {
    try db.cachedStatement(
      sql: """
        UPDATE pupil SET upn = ?, surname = ?, forename = ?, preferred = ?, say_as = ?, born = ?,
          sex = ?, last_school = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      pupil.upn.text, pupil.name.surname, pupil.name.forename, pupil.name.preferred,
      pupil.name.sayAs, pupil.dateOfBirth.daysSince1970, pupil.sex, pupil.lastSchool,
      pupil.id.number,
    ])
    guard db.changesCount == 1 else { throw StoreFault.unknownPupil }
    try keepNumber(db, pupil)
    try keepEarlierNames(db, pupil)
  }

  /// Keeps the number among all the pupil ever had; one given in error passes to its rightful owner.
  private static func keepNumber(_ db: Database, _ pupil: Pupil) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO upn (upn, pupil) VALUES (?, ?)
        ON CONFLICT (upn) DO UPDATE SET pupil = excluded.pupil
        """
    ).execute(arguments: [pupil.upn.text, pupil.id.number])
  }

  private static func add(_ db: Database, _ enrolment: Enrolment) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO enrolment (id, pupil, kind, boarder, starts, ends)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      enrolment.id.number, enrolment.pupil.number, enrolment.kind.rawValue,
      enrolment.isBoarder, enrolment.starts.daysSince1970, enrolment.ends?.daysSince1970,
    ])
    try keepDeletion(db, of: enrolment)
  }

  private static func keep(_ db: Database, _ enrolment: Enrolment) throws {
    try db.cachedStatement(
      sql: """
        UPDATE enrolment SET kind = ?, boarder = ?, starts = ?, ends = ?
        WHERE id = ? AND pupil = ?
        """
    ).execute(arguments: [
      enrolment.kind.rawValue, enrolment.isBoarder, enrolment.starts.daysSince1970,
      enrolment.ends?.daysSince1970, enrolment.id.number, enrolment.pupil.number,
    ])
    guard db.changesCount == 1 else { throw StoreFault.unknownEnrolment }
    try keepDeletion(db, of: enrolment)
  }

  private static func keep(
    _ db: Database, _ particulars: Particulars, of pupil: Pupil.ID
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO particulars
          (pupil, "from", year_group, registration_group, campus, characteristics)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      pupil.number, particulars.from.daysSince1970, particulars.yearGroup.description,
      particulars.group, particulars.campus,
      CharacteristicText.write(particulars.characteristics),
    ])
  }

  private static func keep(
    _ db: Database, _ contacts: [Contact], of pupil: Pupil.ID
  ) throws {
    try db.cachedStatement(sql: "DELETE FROM contact WHERE pupil = ?")
      .execute(arguments: [pupil.number])
    for contact in contacts {
      try db.cachedStatement(
        sql: """
          INSERT INTO contact (pupil, priority, name, relationship, phone, email,
            parental_responsibility, lives_with, may_contact, court_order, language, safe_times,
            address)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        pupil.number, contact.priority, contact.name, contact.relationship, contact.phone,
        contact.email, contact.parentalResponsibility, contact.livesWith,
        contact.mayContact.rawValue, contact.courtOrder, contact.language, contact.safeTimes,
        contact.address,
      ])
    }
  }

  /// What was known of the change's subject; empty where nothing was.
  private static func before(_ db: Database, _ change: RollChange) throws -> String {
    switch change {
    case .newPupil, .newEnrolment, .membership, .done: return ""
    case .noMembership(let place): return "\(place)"
    case .admission(let pupil, _):
      return try admissions(db, of: [pupil.number])[pupil].map { "\($0)" } ?? ""
    case .noParticulars(let pupil, let date):
      return try particulars(db, where: "pupil = \(pupil.number)")[pupil]?
        .first { $0.from == date }.map { "\($0)" } ?? ""
    case .pupil(let pupil):
      return try roll(db, of: [pupil.id.number]).pupils[pupil.id].map { "\($0)" } ?? ""
    case .enrolment(let enrolment):
      return try roll(db, of: [enrolment.pupil.number]).enrolments[enrolment.pupil]?
        .first { $0.id == enrolment.id }.map { "\($0)" } ?? ""
    case .particulars(let pupil, let particulars):
      return Roll(particulars: try Self.particulars(db, where: "pupil = \(pupil.number)"))
        .particulars(of: pupil, on: particulars.from).map { "\($0)" } ?? ""
    case .contacts(let pupil, _):
      let known = try contacts(db, of: pupil)
      return known.isEmpty ? "" : "\(known)"
    case .group(let group):
      return try roll(db, of: []).groups.first { $0.name == group.name }.map { "\($0)" } ?? ""
    case .staff(let member):
      return try staff(db).first { $0.login == member.login }.map { "\($0)" } ?? ""
    case .year(let year):
      return try calendar(db).years.first { $0.year == year.year }.map { "\($0)" } ?? ""
    }
  }
}
