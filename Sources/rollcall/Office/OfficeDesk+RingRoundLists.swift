import Attendance
import Storage

extension OfficeDesk {
  /// Whom to ring today, place by place, with boxes to tick.
  func ringRoundList(at session: Session) throws -> Handout {
    let expected = try expectedElsewhere(at: session)
    let waiting = expected.count { $0.word == nil }
    return Handout(
      .ringRound, on: session.date, at: now,
      summary: "\(session.half.name.lowercased()), \(waiting) of \(expected.count) to confirm",
      columns: [
        Handout.Column("place", .heading), Handout.Column("name"), Handout.Column("group"),
        Handout.Column("code", isCode: true), Handout.Column("state"),
        Handout.Column("upn", .fileOnly, isCode: true),
      ],
      rows: expected.sorted { $0.place < $1.place }.map { pupil in
        Handout.Row(
          pupil.member.pupil.id,
          [
            pupil.place, pupil.member.pupil.name.onRegister, pupil.member.particulars.group,
            pupil.code, pupil.state + (pupil.word.map { ", says \($0.by)" } ?? ""),
            pupil.member.pupil.upn.text,
          ])
      }, hasBoxes: true)
  }

  /// The guests and pupils of other schools who are absent, with whether their schools were told.
  func guestList(at session: Session) throws -> Handout {
    let told = try toldToday(on: session.date)
    let absent = try absentGuests(at: session)
    let waiting = absent.count { told[$0.member.pupil.id] == nil }
    return Handout(
      .guests, on: session.date, at: now,
      summary: "\(session.half.name.lowercased()), \(waiting) of \(absent.count) to tell",
      columns: [
        Handout.Column("home_school", .heading), Handout.Column("name"), Handout.Column("group"),
        Handout.Column("code", isCode: true), Handout.Column("told"),
        Handout.Column("upn", .fileOnly, isCode: true),
      ],
      rows: absent.sorted { $0.member.pupil.lastSchool < $1.member.pupil.lastSchool }.map {
        member, code in
        let line = told[member.pupil.id]
        return Handout.Row(
          member.pupil.id,
          [
            member.pupil.lastSchool, member.pupil.name.onRegister, member.particulars.group, code,
            line.map { "told \($0.at.time), \($0.by.initials)" } ?? "not told yet",
            member.pupil.upn.text,
          ])
      }, hasBoxes: true)
  }
}
