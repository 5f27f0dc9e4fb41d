import Attendance
import GRDB

extension SQLiteStore {
  func keep(
    _ changes: [RollChange], by person: Person, at: Instant
  ) throws(StoreFault) {
    guard !changes.isEmpty else { return }
    let known = try roll()
    try writing { db in
      for change in changes {
        try Self.make(db, change)
        let (what, before, after) = Self.describe(change, known: known)
        try Self.note(db, what, before: before, after: after, by: person, at: at)
      }
    }
  }

  private static func make(_ db: Database, _ change: RollChange) throws {
    switch change {
    case .newPupil(let pupil), .pupil(let pupil): try keep(db, pupil)
    case .newEnrolment(let enrolment), .enrolment(let enrolment): try keep(db, enrolment)
    case .particulars(let pupil, let particulars): try keep(db, particulars, of: pupil)
    case .contacts(let pupil, let contacts): try keep(db, contacts, of: pupil)
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
    }
  }

  private static func keep(_ db: Database, _ pupil: Pupil) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO pupil
          (id, upn, surname, forename, preferred, say_as, born, sex, last_school)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET upn = excluded.upn, surname = excluded.surname,
          forename = excluded.forename, preferred = excluded.preferred,
          say_as = excluded.say_as, born = excluded.born, sex = excluded.sex,
          last_school = excluded.last_school
        """
    ).execute(arguments: [
      pupil.id.number, pupil.upn.text, pupil.name.surname, pupil.name.forename,
      pupil.name.preferred, pupil.name.sayAs, pupil.dateOfBirth.daysSince1970, pupil.sex,
      pupil.lastSchool,
    ])
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO upn (upn, pupil) VALUES (?, ?)"
    ).execute(arguments: [pupil.upn.text, pupil.id.number])
  }

  private static func keep(_ db: Database, _ enrolment: Enrolment) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO enrolment (id, pupil, kind, boarder, starts, ends)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, boarder = excluded.boarder,
          starts = excluded.starts, ends = excluded.ends
        """
    ).execute(arguments: [
      enrolment.id.number, enrolment.pupil.number, enrolment.kind.rawValue,
      enrolment.isBoarder, enrolment.starts.daysSince1970, enrolment.ends?.daysSince1970,
    ])
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
        sql: "INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        pupil.number, contact.priority, contact.name, contact.relationship, contact.phone,
        contact.email, contact.parentalResponsibility, contact.livesWith,
        contact.mayContact.rawValue, contact.courtOrder, contact.language, contact.safeTimes,
      ])
    }
  }

  /// What the change log says of a change: what it is about, and both sides of it.
  private static func describe(
    _ change: RollChange, known: Roll
  ) -> (what: String, before: String, after: String) {
    switch change {
    case .newPupil(let pupil): ("pupil \(pupil.id.number)", "", "\(pupil)")
    case .pupil(let pupil):
      ("pupil \(pupil.id.number)", known.pupils[pupil.id].map { "\($0)" } ?? "", "\(pupil)")
    case .newEnrolment(let enrolment):
      ("enrolment \(enrolment.id.number)", "", "\(enrolment)")
    case .enrolment(let enrolment):
      (
        "enrolment \(enrolment.id.number)",
        known.enrolments[enrolment.pupil]?.first { $0.id == enrolment.id }.map { "\($0)" } ?? "",
        "\(enrolment)"
      )
    case .particulars(let pupil, let particulars):
      (
        "particulars of pupil \(pupil.number)",
        known.particulars(of: pupil, on: particulars.from).map { "\($0)" } ?? "",
        "\(particulars)"
      )
    case .contacts(let pupil, let contacts):
      ("contacts of pupil \(pupil.number)", "", "\(contacts)")
    case .group(let group):
      (
        "group \(group.name)",
        known.groups.first { $0.name == group.name }.map { "\($0)" } ?? "", "\(group)"
      )
    case .membership(let place): ("membership of \(place.group)", "", "\(place)")
    }
  }
}
