import Attendance
import Policies
import Storage

extension AdmissionDesk {
  /// Deletes the pupil's name after that day on that ground, or corrects the ground of one who left.
  func leave(
    _ pupil: Pupil, on last: SchoolDate, ground: String?, _ facts: [DeletionFact: String]
  ) throws -> [PupilRevision] {
    try require(.deletePupils, group: group(of: pupil.id))
    let enrolment = try enrolment(of: pupil.id)
    if let ends = enrolment.ends, ends < today, last > ends {
      throw Refused(
        "rollcall: \(AdmissionRefusal.hasLeft(pupil.name.onRegister, ends)); give that day to correct "
          + "the ground, or put the pupil back first with 'pupil reinstate'")
    }
    let leaving = try Leaving(
      pupil, enrolment, on: last, ground: ground, facts, today: today)
    try leaving.check(
      marked: marks(of: pupil.id, from: last.adding(days: 1)), calendar,
      roll.particulars(of: pupil.id, on: last), begun: school.lastSessionBegun,
      today: earliest(pupil))
    try leaving.checkAge(calendar)
    try checkAway(leaving)
    return try keep([.enrolment(leaving.ended)], of: pupil.id)
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
      let number = (roll.enrolments.values.joined().map(\.id.number).max() ?? 0) + 1
      return try keep(
        [
          .newEnrolment(
            Enrolment(
              id: Enrolment.ID(number), pupil: pupil.id, kind: last.kind,
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
