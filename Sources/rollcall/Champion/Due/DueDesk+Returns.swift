import Attendance
import Policies
import Storage

// What the authority and others are told: by rule, and by who came on roll and left it.
extension DueDesk {
  /// The returns that a rule calls for, once for each episode.
  func returns(_ marks: [Marks], _ survey: [FlagDesk.Case]) throws -> [DueItem] {
    let absences = try desk.school.store.dayBook(.absences(on: date)).absences
    let left = try desk.marks(of: leavers, since: SchoolYear(of: yearBefore))
    return try desk.policy.returns.flatMap { local -> [DueItem] in
      guard let finder = ReturnEpisodes(local, of: desk.policy, desk.rules) else { return [] }
      let items = try zip(marks, survey).flatMap { marks, one -> [DueItem] in
        try episodes(finder, marks, one, absences).map { episode in
          item(
            local, episode, of: marks.member.pupil.id,
            now: one.findings.findings.first { $0.rule.id == episode.rule.id })
        }
      }
      return items + returns(finder, local, about: left)
    }
  }

  /// The returns about those who have left: what happened up to their last day is still to be told.
  private func returns(
    _ finder: ReturnEpisodes, _ local: LocalReturn, about left: [Marks]
  ) -> [DueItem] {
    guard finder.outlasts else { return [] }
    return left.flatMap { member, line, facts -> [DueItem] in
      let last = member.enrolment.ends ?? date
      return finder.episodes(of: line, facts, from: yearBefore, through: last).map { episode in
        item(local, episode, of: member.pupil.id, now: nil, left: last)
      }
    }
  }

  private func episodes(
    _ finder: ReturnEpisodes, _ marks: Marks, _ one: FlagDesk.Case,
    _ absences: [(line: DayLine, absence: KnownAbsence)]
  ) throws -> [Episode] {
    let met = one.findings.findings.filter(\.isMet)
    switch finder.flag.measure.kind {
    case .silence, .overdue, .expectedDays, .fall, .pattern, .attendance, .absence:
      // These are told while they are so; of most pupils they are not.
      guard met.contains(where: { $0.rule.id == finder.flag.id }) else { return [] }
    case .sessions, .days, .partDays, .edgeDays, .run, .standing, .times: break
    }
    let expected = finder.foreseen.flatMap { rule in
      met.first { $0.rule.id == rule.id }.map { finding in
        (finding: finding, since: desk.believed(finding, marks.line, marks.facts, absences))
      }
    }
    // What is told only while it is so needs no look at the year before.
    return finder.episodes(
      of: marks.line, one.facts, from: finder.outlasts ? yearBefore : SchoolYear(of: date).firstDay,
      through: date, expected: expected)
  }

  private func item(
    _ local: LocalReturn, _ episode: Episode, of pupil: Pupil.ID, now: Finding?,
    left: SchoolDate? = nil
  ) -> DueItem {
    let made = book.made(local.id, of: pupil, for: episode.holds)
    var value = "\(episode.rule.name): \((now?.amount ?? episode.amount).inWords)"
    if !episode.isStanding {
      value = "\(episode.rule.name): \(episode.amount.inWords); over since \(episode.last)"
    }
    if let left { value += "; left on \(left)" }
    return DueItem(
      .localReturn, of: pupil, what: local.id, name: local.name, since: episode.metOn,
      due: episode.metOn, value: value, next: local.telling, owner: CaseOwner(role: local.owner),
      line: made?.id, made: ReturnMade(local.id, episode: episode.metOn),
      settled: made.map(\.madeInWords))
  }

  /// The day, and for a leaver the ground, which the return must give.
  private func words(of one: RollReturn) -> String {
    switch one.kind {
    case .newPupil: return "on roll from \(one.on)"
    case .deletion:
      return "on roll until \(one.on)"
        + (one.enrolment.deletion.map { "; \($0.ground.reference) \($0.ground.words)" } ?? "")
    }
  }

  /// The returns about those who came on roll since the year before, and those who left or will.
  ///
  /// Of before the first calendar another system told: those on roll already were brought in with their
  /// starting days, and are no news.
  func rollReturns() -> [DueItem] {
    let first = max(yearBefore, desk.calendar.years.first?.year.firstDay ?? yearBefore)
    return desk.roll.returns(from: first, through: date, desk.calendar).compactMap { one in
      let id = one.kind.rawValue
      guard let local = desk.policy.returns.first(where: { $0.id == id }) else { return nil }
      let made = book.made(one)
      return DueItem(
        .localReturn, of: one.pupil, what: id, name: local.name, since: one.on, due: one.due,
        value: words(of: one),
        next: local.telling, owner: CaseOwner(role: local.owner), line: made?.id,
        made: one.record, settled: made.map(\.madeInWords))
    }
  }
}

extension LocalReturn {
  /// What to do about it: `tell the local authority: name, address`.
  fileprivate var telling: String {
    "tell the \(to): \(holds.joined(separator: ", ")) (\(when))"
  }
}

extension DayLine {
  /// That the return was made, when and by whom.
  fileprivate var madeInWords: String {
    "made \(date) by \(by.name)" + (words.isEmpty ? "" : ": \(words)")
  }
}
