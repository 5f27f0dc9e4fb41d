import Attendance
import Policies
import Storage

// The clocks for pupils whom nobody sees, and the steps about lateness.
extension DueDesk {
  /// The last step that each run of unseen days has come to, and the rules with clocks of their own.
  func clocks(_ marks: [Marks], _ survey: [FlagDesk.Case]) throws -> [DueItem] {
    let clock = desk.policy.clock
    // A rule that calls for a return is asked for as that return.
    let rules = desk.policy.clockRules.filter { rule in
      !desk.policy.returns.contains { $0.flag == rule.id }
    }
    let ids = Set(rules.map(\.id))
    return try zip(marks, survey).flatMap { marks, one -> [DueItem] in
      let isFlagged = one.findings.findings.contains { $0.isMet && ids.contains($0.rule.id) }
      let hint = desk.rules.unseenRun(of: marks.line, on: date)
      if !isFlagged, hint?.step(of: clock) == nil { return [] }
      let pupil = marks.member.pupil.id
      let lines = try desk.school.store.dayBook(.about(pupil)).standing.filter {
        $0.pupil == pupil && $0.date <= date
      }
      let seen = lines.filter(\.matter.tellsOfArrival).map(\.date).max()
      let run = desk.rules.unseenRun(of: marks.line, on: date, seen: seen)
      let step = run?.step(of: clock)
      var items: [DueItem] = []
      if let run, let step { items.append(item(step, run, pupil, lines)) }
      if isFlagged, let listed = try desk.survey(of: [marks.member], listing: true).cases.first {
        items += listed.findings.findings.filter { $0.isMet && ids.contains($0.rule.id) }
          .compactMap { item($0, seen, pupil, lines, except: step?.step.day) }
      }
      return items
    }
  }

  private func item(
    _ reached: (step: ClockStep, on: SchoolDate), _ run: UnseenRun, _ pupil: Pupil.ID,
    _ lines: [DayLine]
  ) -> DueItem {
    let done = lines.last { line in
      line.date >= reached.on
        && (reached.step.needsNoReason ? line.matter.isTry : line.matter.isReferral)
    }
    return DueItem(
      .missing, of: pupil, what: "day \(reached.step.day)",
      name: "Nobody has seen them, day \(reached.step.day)", since: run.days[0], due: reached.on,
      value: run.inWords, next: reached.step.action, owner: CaseOwner(role: reached.step.owner),
      line: done?.id, settled: done.map { "done \($0.date) by \($0.by.name)" })
  }

  private func item(
    _ finding: Finding, _ seen: SchoolDate?, _ pupil: Pupil.ID, _ lines: [DayLine],
    except day: Int?
  ) -> DueItem? {
    let days = Set(finding.sessions.map(\.date)).filter { day in seen.map { $0 < day } ?? true }
      .sorted()
    guard
      let needed = (1...max(1, days.count)).first(where: {
        finding.rule.limit.holds(forTenths: $0 * 10)
      }), needed <= days.count, needed != day
    else { return nil }
    let done = lines.last { $0.date >= days[needed - 1] && $0.matter.isReferral }
    let blanks = finding.blanks.filter { $0.date >= days[0] && $0.date < date }
    return DueItem(
      .missing, of: pupil, what: finding.rule.id, name: finding.rule.name, since: days[0],
      due: days[needed - 1], value: UnseenRun.words(days.count, blanks),
      next: finding.rule.next, line: done?.id,
      settled: done.map { "done \($0.date) by \($0.by.name)" })
  }

  /// The last step about lateness that each pupil's flags of the half term have led to.
  func lateness(_ marks: [Marks]) throws -> [DueItem] {
    let ladder = LatenessLadder(desk.policy, desk.rules)
    let end = desk.rules.time.end(of: date)
    guard !ladder.flags.isEmpty, end > 0 else { return [] }
    let halfTerm = desk.rules.time.halfTerm(at: end - 1)
    let first = desk.rules.time.sessions[halfTerm.lowerBound].date
    return try marks.compactMap { member, line, facts -> DueItem? in
      guard let last = ladder.reached(by: line, facts, from: first, through: date).last,
        // Where detentions have a list of their own, whoever was let off is let off there.
        desk.policy.lateness.detention == nil || last.on == date
      else { return nil }
      let pupil = member.pupil.id
      let taken = try desk.school.store.dayBook(.about(pupil)).standing.last {
        $0.pupil == pupil && last.on <= $0.date && $0.date <= date && last.step.isTaken(by: $0)
      }
      return DueItem(
        .lateness, of: pupil, what: last.step.letter ?? last.step.flag,
        name: desk.policy.rule(last.step.flag)?.name ?? last.step.flag, since: last.on,
        due: last.on, value: last.value, next: last.step.action,
        owner: CaseOwner(role: last.step.owner ?? ""), line: taken?.id,
        settled: taken.map { "done \($0.date) by \($0.by.name)" })
    }
  }
}

extension DayLine.Matter {
  /// Whether somebody of the school saw the pupil come, whatever the mark says.
  fileprivate var tellsOfArrival: Bool {
    switch self {
    case .arrival, .seen, .back: true
    default: false
    }
  }

  /// Whether somebody tried to reach the family.
  fileprivate var isTry: Bool {
    switch self {
    case .attempt, .paper: true
    default: isReferral
    }
  }

  /// Whether the matter was taken further than a call.
  fileprivate var isReferral: Bool {
    switch self {
    case .handedOn, .told: true
    case .casework(.action(let action)): !action.isPlanned && action.kind != .note
    case .casework(.opened), .casework(.turned), .casework(.returned): true
    default: false
    }
  }
}
