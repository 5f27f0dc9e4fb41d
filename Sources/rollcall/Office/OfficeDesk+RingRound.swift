import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// Whom to ring today: everybody expected at another place, with what is confirmed.
  func ringRound(at session: Session) throws -> RowTable {
    RowTable(
      [
        "place", "upn", "surname", "forename", "group", "date", "session", "code", "state", "says",
      ],
      rows: try expectedElsewhere(at: session).map { pupil in
        [
          .text(pupil.place), .code(pupil.member.pupil.upn.text),
          .text(pupil.member.pupil.name.surname), .text(pupil.member.pupil.name.knownAs),
          .text(pupil.member.particulars.group), .date(session.date),
          .code(session.half.rawValue), .code(pupil.code), .code(pupil.state),
          .text(orEmpty: pupil.word?.by),
        ]
      })
  }

  /// The guests and pupils of other schools who are absent, for their home schools to be told.
  func guestNotices(at session: Session) throws -> RowTable {
    let told = try toldToday(on: session.date)
    return RowTable(
      [
        "home_school", "upn", "surname", "forename", "group", "enrolment", "date", "session",
        "code", "told_at", "told_by",
      ],
      rows: try absentGuests(at: session).map { member, code in
        let line = told[member.pupil.id]
        return [
          .text(orEmpty: member.pupil.lastSchool.isEmpty ? nil : member.pupil.lastSchool),
          .code(member.pupil.upn.text), .text(member.pupil.name.surname),
          .text(member.pupil.name.knownAs), .text(member.particulars.group),
          .code(member.enrolment.kind.rawValue), .date(session.date),
          .code(session.half.rawValue), .code(code), .instant(line?.at),
          .text(orEmpty: line?.by.name),
        ]
      })
  }

  /// The act that records that the home school was told of the pupil's absence today.
  func act(tellingHomeSchoolOf member: Roll.Member, by person: Person) throws -> Act {
    let session = school.currentSession
    guard let code = try absentGuests(at: session).first(where: { $0.member == member })?.code
    else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is no absent guest today; --guests lists them")
    }
    let home = member.pupil.lastSchool
    return Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: now.date,
          matter: .told(Self.homeSchool + (home.isEmpty ? "" : " \(home)")),
          words: "absent \(session.half.rawValue), \(code)")
      ])
  }

  private static let homeSchool = "home school"

  /// The guests and pupils of other schools who are absent at the session, with their codes.
  func absentGuests(at session: Session) throws -> [(member: Roll.Member, code: String)] {
    let guests = roll.members(on: session.date).filter {
      $0.enrolment.isMarked
        && ($0.enrolment.kind == .guest || $0.enrolment.kind == .dualSubsidiary)
    }
    let standing = try school.store.standing(
      of: guests.map(\.pupil.id), at: session, asAt: nil)
    let places = try school.store.dayBook(.on(session.date)).whereabouts(on: session.date)
    return guests.compactMap { member in
      guard let text = standing[member.pupil.id]?.entry.code,
        let code = school.policies.codes.code(text, on: session.date), code.isAbsence,
        code.onSite == .no
      else { return nil }
      switch places[member.pupil.id] {
      case .arrived, .back, .seen: return nil
      case .left, .notHere, nil: return (member, text)
      }
    }
  }

  /// What was told to whose home school on the date.
  func toldToday(on date: SchoolDate) throws -> [Pupil.ID: DayLine] {
    var told: [Pupil.ID: DayLine] = [:]
    for line in try school.store.dayBook(.on(date)).standing where line.date == date {
      guard let pupil = line.pupil, case .told(let who) = line.matter,
        who.hasPrefix(Self.homeSchool)
      else { continue }
      told[pupil] = line
    }
    return told
  }

  /// The pupils due in no group at the session, or in two.
  func placeCheck(at session: Session) throws -> RowTable {
    let lists = try school.store.dayBook(.arrangements(on: session.date)).lists(at: session)
    return RowTable(
      ["upn", "surname", "forename", "form", "date", "session", "due", "groups"],
      rows: PlaceCheck(roll, at: session, lists: Set(lists.map(\.list.name))).findings.map {
        [
          .code($0.member.pupil.upn.text), .text($0.member.pupil.name.surname),
          .text($0.member.pupil.name.knownAs),
          .text(orEmpty: $0.isInNone ? nil : $0.member.particulars.group), .date(session.date),
          .code(session.half.rawValue), .code($0.isInNone ? "nowhere" : "in two"),
          .text(orEmpty: $0.isInNone ? nil : $0.groups.joined(separator: ", ")),
        ]
      })
  }
}
