import Attendance
import Policies
import Storage

extension AdmissionDesk {
  /// Deletes the pupil's name after that day on that ground, or corrects the ground of one who left.
  ///
  /// School days on no school's roll are asked about: refused until somebody is sure.
  func leave(
    _ pupil: Pupil, on last: SchoolDate, ground: String?, _ facts: [DeletionFact: String],
    isSure: Bool = false
  ) throws -> [PupilRevision] {
    try require(.deletePupils, group: group(of: pupil.id))
    let enrolment = try enrolment(of: pupil.id, endingOn: last)
    if let ends = enrolment.ends, ends < today, last > ends {
      throw Refused(
        "rollcall: \(AdmissionRefusal.hasLeft(pupil.name.onRegister, ends)); give that day to correct "
          + "the ground, or put the pupil back first with 'pupil reinstate'")
    }
    let leaving = try Leaving(
      pupil, enrolment, on: last, ground: ground, facts, today: today)
    let particulars = roll.particulars(of: pupil.id, on: last)
    try leaving.check(
      marked: marks(of: pupil.id, from: last.adding(days: 1)), calendar, particulars,
      begun: school.lastSessionBegun, today: earliest(pupil))
    try leaving.checkPupil(
      yearGroup: particulars?.yearGroup, school.store.admission(of: pupil.id),
      inStateSchool: school.policy.school.isStateSchool)
    try leaving.checkAge(calendar)
    try checkAway(leaving)
    if let ended = leaving.deletion.date(.leaveEnded) {
      try leaving.checkLeave(categories(of: pupil.id, from: ended.adding(days: -7), through: ended))
    }
    if !isSure { try leaving.checkRollBetween(calendar, particulars) }
    return try keep(leaving.ended(among: roll).map(RollChange.enrolment), of: pupil.id)
  }

  /// The time on roll that a leaving on that day is about: the one of that day where it is still to
  /// come, or has ended with it; else that of today, or the last.
  private func enrolment(of pupil: Pupil.ID, endingOn last: SchoolDate) throws -> Enrolment {
    if let one = roll.enrolment(of: pupil, on: last),
      last >= today || one.ends == last && !roll.goesOn(after: one)
    {
      return one
    }
    return try enrolment(of: pupil)
  }

  /// What the pupil's marks of these days are, session by session.
  private func categories(
    of pupil: Pupil.ID, from first: SchoolDate, through last: SchoolDate
  ) throws -> [(session: Session, category: AttendanceCode.Category)] {
    let alphabet = try school.store.alphabet()
    return try Set([SchoolYear(of: first), SchoolYear(of: last)]).flatMap { year in
      guard let sheet = try school.store.sheets(of: year, pupils: [pupil])[pupil] else {
        return [(session: Session, category: AttendanceCode.Category)]()
      }
      return sheet.cells.indices.compactMap { cell in
        let session = YearSheet.session(at: cell, in: year)
        guard sheet.cells[cell] != 0, first <= session.date, session.date <= last,
          let code = school.policies.codes.code(
            alphabet.code(of: sheet.cells[cell]), on: session.date)
        else { return nil }
        return (session, code.category)
      }
    }
  }

  /// The earliest day on which the pupil can leave: the last one whose sessions have begun.
  private func earliest(_ pupil: Pupil) -> SchoolDate {
    let begun = school.lastSessionBegun.date
    let particulars = roll.particulars(of: pupil.id, on: today)
    return sessions(from: begun.adding(days: -30), through: begun, of: particulars).last?.date
      ?? today
  }

  /// Refuses the grounds that need a long absence where it is not long enough by our own marks.
  private func checkAway(_ leaving: Leaving) throws {
    let ground = leaving.deletion.ground
    guard let needed = ground.awayFor,
      let member = roll.member(leaving.pupil.id, on: min(leaving.last, today))
    else { return }
    let flags = try FlagDesk(school, on: today)
    let year = SchoolYear(of: today)
    let line = try flags.line(of: member, since: SchoolYear(startYear: year.startYear - 1))
    let run = flags.rules.unseenRun(of: line, on: min(leaving.last, today))
    let since = leaving.deletion.date(.leaveEnded)
    let days = (run?.days ?? []).filter { day in since.map { day > $0 } ?? true }
    if days.count < needed { throw AdmissionRefusal.notLongEnough(ground, days: days.count) }
  }

  /// Takes a deletion back: as if it had not been, or with another starting day.
  func reinstate(_ pupil: Pupil, from date: SchoolDate?) throws -> [PupilRevision] {
    try require(.deletePupils, group: group(of: pupil.id), to: "put a leaver back on roll")
    let name = pupil.name.onRegister
    guard let last = roll.enrolments[pupil.id]?.last, let ends = last.ends else {
      throw AdmissionRefusal.hasNotLeft(name)
    }
    let particulars = roll.particulars(of: pupil.id, on: today)
    if let date {
      if date <= ends { throw AdmissionRefusal.leavesBeforeStart(ends.adding(days: 1)) }
      return try keep(
        [
          .newEnrolment(
            Enrolment(
              id: nextEnrolment, pupil: pupil.id, kind: last.kind,
              isBoarder: last.isBoarder, starts: date))
        ], of: pupil.id)
    }
    let open = sessions(from: ends.adding(days: 1), through: today, of: particulars)
    // Those of today can still be marked.
    if open.contains(where: { $0.date < today }) {
      throw AdmissionRefusal.followed(name, sessions: open.count, since: ends)
    }
    var again = last
    again.ends = nil
    again.deletion = nil
    return try keep([.enrolment(again)], of: pupil.id)
  }

  /// What is worth knowing once somebody has left: whom to tell.
  func toTell(of pupil: Pupil) -> [String] {
    let known = roll.particulars(of: pupil.id, on: today)?.characteristics ?? [:]
    var sentences = ["the deletion return is due: 'rollcall due' has it"]
    if known[.socialWorker] == "yes" || known[.lookedAfter] == "yes" {
      sentences.append("tell the pupil's social worker that the name is deleted")
    }
    return sentences
  }
}
