import Attendance
import Storage

extension OfficeDesk {
  /// A pupil about whom somebody elsewhere is rung.
  private struct Rung {
    let place: String
    let member: Roll.Member
    let code: String
    let state: String
    let waits: Bool
  }

  /// Whom to ring today, place by place.
  func ringRoundList(at session: Session) throws -> Handout {
    list(
      .ringRound, at: session, places: "place", states: "state", waitingTo: "confirm",
      try expectedElsewhere(at: session).map { pupil in
        Rung(
          place: pupil.place, member: pupil.member, code: pupil.code,
          state: pupil.state + (pupil.word.map { ", says \($0.by)" } ?? ""),
          waits: pupil.word == nil)
      })
  }

  /// The guests and pupils of other schools who are absent, with whether their schools were told.
  func guestList(at session: Session) throws -> Handout {
    let told = try toldToday(on: session.date)
    return list(
      .guests, at: session, places: "home_school", states: "told", waitingTo: "tell",
      try absentGuests(at: session).map { member, code in
        let line = told[member.pupil.id]
        return Rung(
          place: member.pupil.lastSchool, member: member, code: code,
          state: line.map { "told \($0.at.time), \($0.by.initials)" } ?? "not told yet",
          waits: line == nil)
      })
  }

  /// The list of them, place by place, with boxes to tick.
  private func list(
    _ kind: Handout.Kind, at session: Session, places: String, states: String,
    waitingTo what: String, _ pupils: [Rung]
  ) -> Handout {
    Handout(
      kind, on: session.date, at: now,
      summary: "\(session.half.name.lowercased()), \(pupils.count { $0.waits }) of \(pupils.count) "
        + "to \(what)",
      columns: [
        Handout.Column(places, .heading), Handout.Column("name"), Handout.Column("group"),
        Handout.Column("code", isCode: true), Handout.Column(states),
        Handout.Column("upn", .fileOnly, isCode: true),
      ],
      rows: pupils.sorted { $0.place < $1.place }.map { rung in
        let pupil = rung.member.pupil
        return Handout.Row(
          pupil.id,
          [
            rung.place, pupil.name.onRegister, rung.member.particulars.group, rung.code, rung.state,
            pupil.upn.text,
          ])
      }, hasBoxes: true)
  }
}
