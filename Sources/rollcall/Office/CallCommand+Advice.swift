import Attendance
import Policies
import Screens

extension CallCommand {
  /// Refuses an illness that is not authorised and of which nobody says why it is doubted.
  func checkDoubt(_ policy: Policy) throws {
    if doubted == nil, code?.uppercased() == "O",
      let illness = policy.reporting.suggestions(for: words ?? "").first(where: { $0.code == "I" })
    {
      throw Refused(
        "rollcall: '\(illness.word)' speaks of illness; say why it is doubted with --doubted, or "
          + "give another code")
    }
    if doubted != nil, !told {
      Output.refuse("rollcall: tell the parent that the illness is doubted; --told notes it")
    }
  }

  /// Says on standard error what the form of the app shows before a code is chosen.
  func advise(_ desk: OfficeDesk) throws {
    let policy = desk.school.policy
    for written in pupils {
      let member = try desk.member(written)
      let brief = try desk.brief(of: member.pupil.id, for: desk.school.actor)
      let first = from?.first ?? Session(desk.now.date, .am)
      let asked = KnownAbsence(
        from: first, through: through?.last ?? from?.last ?? Session(first.date, .pm), code: code,
        source: .report)
      let name = member.pupil.name.onRegister
      // Whoever gives a code has chosen; how timely the report was no longer matters to that.
      if code == nil, let timing = policy.reporting.timing(of: first.date, at: desk.now) {
        Output.refuse("rollcall: \(timing)")
      }
      for sentence in brief.advice(under: policy, on: asked, by: channel, at: desk.now) {
        Output.refuse("rollcall: \(name): \(sentence)")
      }
    }
    try offerSiblings(desk)
    guard code == nil, !pupils.isEmpty, let words else { return }
    for (code, word) in policy.reporting.suggestions(for: words) {
      Output.refuse("rollcall: '\(word)' suggests code \(code); --code \(code) takes it")
    }
  }

  /// Says on standard error which siblings of the pupils are unaccounted for too (U34).
  func offerSiblings(_ desk: OfficeDesk) throws {
    let members = try pupils.map { try desk.member($0) }
    let named = Set(members.map(\.pupil.id))
    for member in members {
      for sibling in try desk.siblings(of: member, for: desk.school.actor)
      where !named.contains(sibling.pupil.id) {
        Output.refuse(
          "rollcall: \(sibling.pupil.name.onRegister) \(sibling.group), of the same family as "
            + "\(member.pupil.name.onRegister), is unaccounted for too; name both in one message, or "
            + "link it later")
      }
    }
  }
}
