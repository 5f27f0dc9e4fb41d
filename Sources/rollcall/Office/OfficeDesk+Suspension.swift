import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// The act that plans a suspension: E, and from the sixth school day the provision.
  func act(
    suspending member: Roll.Member, from: Session, through: Session, isPermanent: Bool,
    provision: String, code: String, saying words: String
  ) throws -> Act {
    try check(from, through, of: member)
    guard ["K", "B", "D"].contains(code) else {
      throw Refused(
        "rollcall: provision from the sixth day has the code K, B or D, not \(code)")
    }
    let suspension = Suspension(
      of: member.pupil.id, from: from, through: through, isPermanent: isPermanent,
      provision: provision, code: code)
    if !provision.isEmpty, suspension.sixthDay(in: calendar) == nil {
      throw Refused(
        "rollcall: the suspension ends before its sixth school day, so no provision begins; leave "
          + "--provision out")
    }
    var act = Act(kind: .planned, by: school.actor.person, at: now)
    for (absence, words) in suspension.absences(in: calendar, saying: words) {
      let part = try Report.act(
        planning: [try report(of: member, absence: absence)], saying: words, under: rules,
        by: school.actor.person, now: now)
      act.lines += part.lines
      act.marks += part.marks
    }
    if !act.marks.isEmpty { act.kind = .amended }
    return act
  }
}
