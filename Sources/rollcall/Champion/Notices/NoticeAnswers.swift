import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask about notices, and does what they ask for.
struct NoticeAnswers {
  let school: OpenSchool

  /// What a notice about the pupil would rest on.
  func sheet(of pupil: Pupil.ID, for person: Actor) throws -> NoticeSheet {
    try sheet(at: desk(pupil, person))
  }

  /// Does it, and says how it went.
  func perform(_ deed: NoticeDeed, by person: Actor) throws -> Answer {
    let desk = try desk(deed.pupil, person)
    let said: String
    switch deed {
    case .pack:
      let made = try desk.make(desk.pack())
      said = "The pack is written to \(made.file) and noted"
    case .issue(let order):
      let notices = try desk.notices(
        to: ["\(order.parent)"], checked: order.checked)
      _ = try school.store.submit(
        notices.map { desk.act([desk.line(.penalty($0), saying: order.words)]) })
      said = notices.map { notice in
        let what = notice.isReferral ? "Referred to the authority" : "Kept"
        return "\(what): notice \(notice.level ?? 1) for \(notice.parent), \(notice.count) sessions"
      }.joined(separator: "; ")
    }
    return .noticeDone(try sheet(of: deed.pupil, for: person), said: said)
  }

  private func desk(_ pupil: Pupil.ID, _ person: Actor) throws -> NoticeDesk {
    let flags = try FlagDesk(school, on: school.clock.now.date)
    guard let member = flags.roll.member(pupil, on: flags.date) else {
      throw Refusal.notOnRoll(name: flags.roll.pupils[pupil]?.name.onRegister ?? "", on: flags.date)
    }
    return try NoticeDesk(flags, about: member, for: person)
  }

  private func sheet(at desk: NoticeDesk) throws -> NoticeSheet {
    let grounds = try desk.grounds()
    let parents = (try? desk.parents()) ?? []
    let window = grounds.window
    return NoticeSheet(
      of: desk.pupil, form: desk.member.particulars.group, on: desk.date,
      parents.map { NoticeConsidered(to: $0, grounds, under: desk.policy) },
      toSettle: window.counted.filter { $0.code == window.unexplained }.map(\.session),
      isReferral: desk.policy.penaltyNotices.isReferral)
  }
}
