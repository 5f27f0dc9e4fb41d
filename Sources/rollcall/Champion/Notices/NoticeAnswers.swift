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
    case .improve(let order):
      let notices = try desk.improvements(
        to: ["\(order.parent)"], weeks: order.weeks, from: order.from, holds: order.holds,
        early: order.early)
      _ = try school.store.submit(
        notices.map { desk.act([desk.line(.improve($0), saying: order.words)]) })
      said = notices.map {
        "Kept: notice to improve for \($0.parent), \($0.from.inWords) to \($0.until.inWords)"
      }.joined(separator: "; ")
    case .agree(let order):
      let agreement = try desk.agreement(
        order.kind, from: order.from, until: order.until, review: order.review,
        targets: order.targets, support: order.support, parties: order.parties)
      _ = try school.store.submit(
        [desk.act([desk.line(.agreement(agreement), saying: order.words)])])
      said = "Kept: \(agreement.kind.rawValue), review \(agreement.review.inWords)"
    case .outcome(let order):
      _ = try school.store.submit([desk.act(of: order)])
      said = "Kept: \(order.outcome.kind.rawValue)"
    case .issue(let order):
      let notices = try desk.notices(
        to: ["\(order.parent)"], checked: order.checked, metOn: order.met,
        ground: desk.ownGround(order.ground), excluded: order.excluded)
      _ = try school.store.submit(
        notices.map { desk.act([desk.line(.penalty($0), saying: order.words)]) })
      said = notices.map { notice in
        let what = notice.isReferral ? "Referred to the authority" : "Kept"
        let which = notice.level.map { "notice \($0)" } ?? "notice about an excluded pupil"
        return "\(what): \(which) for \(notice.parent), \(notice.count) sessions"
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
      isReferral: desk.policy.penaltyNotices.isReferral,
      records: desk.book.noticeRecords(of: desk.pupil.id, on: desk.date))
  }
}

extension NoticeDesk {
  /// The act that notes what became of a notice, or of a contract or plan.
  fileprivate func act(of order: OutcomeOrder) throws -> Act {
    let (number, kind, by) = (order.line.number, order.outcome.kind, order.outcome.by)
    guard book.agreements(of: pupil.id).contains(where: { $0.id == order.line }) else {
      return try outcome(kind, of: number, by: by, on: order.day, saying: order.words)
    }
    if kind == .signed { return try signing(number, by: by, saying: order.words) }
    return try reviewing(number, kind, by: by, next: order.next, saying: order.words)
  }
}
