import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// Every N past the day by which it must be settled, or those of these pupils by UPN.
  func lapsed(only upns: [String] = []) throws -> [Unexplained] {
    let due = try settlingDays()
    let lapsed = try everyUnexplained().filter { absent in
      due(absent.session.date).map { $0 < now.date } ?? false
    }
    guard !upns.isEmpty else { return lapsed }
    let wanted = Set(upns.map { $0.uppercased() })
    let known = Set(lapsed.map(\.member.pupil.upn.text))
    if let other = wanted.subtracting(known).sorted().first {
      throw Refused(
        "rollcall: \(other) has no N past its day; 'rollcall absent --propose' lists those who have"
      )
    }
    return lapsed.filter { wanted.contains($0.member.pupil.upn.text) }
  }

  /// Prints each N past its day with the code that the policy proposes.
  func propose(_ lapsed: [Unexplained], as format: RowTable.Format?) throws {
    var table = RowTable([
      "upn", "surname", "forename", "group", "date", "session", "code", "settle_by", "propose",
    ])
    let due = try settlingDays()
    for absent in lapsed {
      table.append([
        .code(absent.member.pupil.upn.text), .text(absent.member.pupil.name.surname),
        .text(absent.member.pupil.name.knownAs), .text(absent.member.particulars.group),
        .date(absent.session.date), .code(absent.session.half.rawValue),
        .code(absent.standing.entry.code),
        .date(due(absent.session.date)),
        .code(school.policy.followUp.thenPropose),
      ])
    }
    try Output.print(table, as: format)
  }

  /// Gives each N past its day the code that the policy proposes, in one act.
  func settle(_ lapsed: [Unexplained], as format: RowTable.Format?) throws {
    try school.require(.amendAfterClosing)
    guard !lapsed.isEmpty else { throw Refused("rollcall: no N is past its day; nothing changed") }
    let followUp = school.policy.followUp
    try OfficeAct(
      school: school,
      act: Unexplained.settling(
        lapsed, as: followUp.thenPropose, within: followUp.settleWithin,
        by: school.actor.person, now: now)
    ).perform(as: format)
  }
}
