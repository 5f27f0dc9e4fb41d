import Attendance
import Policies
import Storage

// What the authority and others are told: by rule, and by who came on roll and left it.
extension DueDesk {
  /// The returns that a rule calls for, once for each episode.
  func returns(_ marks: [Marks], _ survey: [FlagDesk.Case]) throws -> [DueItem] {
    let absences = try desk.school.store.dayBook(.absences(on: date)).absences
    return try desk.policy.returns.flatMap { local -> [DueItem] in
      guard let finder = ReturnEpisodes(local, of: desk.policy, desk.rules) else { return [] }
      return try zip(marks, survey).flatMap { marks, one -> [DueItem] in
        try episodes(finder, marks, one, absences).map { episode in
          item(
            local, episode, of: marks.member.pupil.id,
            now: one.findings.findings.first { $0.rule.id == episode.rule.id })
        }
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
    return finder.episodes(
      of: marks.line, one.facts, from: yearBegins, through: date, expected: expected)
  }

  private func item(
    _ local: LocalReturn, _ episode: Episode, of pupil: Pupil.ID, now: Finding?
  ) -> DueItem {
    let made = book.made(local.id, of: pupil, for: episode.holds)
    let value =
      episode.isStanding
      ? "\(episode.rule.name): \((now?.amount ?? episode.amount).inWords)"
      : "\(episode.rule.name): \(episode.amount.inWords); over since \(episode.last)"
    return DueItem(
      .localReturn, of: pupil, what: local.id, name: local.name, since: episode.metOn,
      due: episode.metOn, value: value, next: local.telling, owner: CaseOwner(role: local.owner),
      line: made?.id, settled: made.map(\.madeInWords))
  }

  /// The day, and for a leaver the ground, which the return must give.
  private func words(of one: RollReturn) -> String {
    switch one.kind {
    case .newPupil: return "on roll from \(one.on)"
    case .deletion:
      let left = desk.roll.enrolments[one.pupil]?.last { $0.ends == one.on }
      return "on roll until \(one.on)"
        + (left?.deletion.map { "; \($0.ground.reference) \($0.ground.words)" } ?? "")
    }
  }

  /// The returns about those who came on roll this school year, and those who left or will.
  func rollReturns() throws -> [DueItem] {
    desk.roll.returns(from: yearBegins, through: date, desk.calendar).compactMap { one in
      let id = one.kind.rawValue
      guard let local = desk.policy.returns.first(where: { $0.id == id }) else { return nil }
      let made = book.made(id, of: one.pupil) { $0 == one.on }
      return DueItem(
        .localReturn, of: one.pupil, what: id, name: local.name, since: one.on, due: one.due,
        value: words(of: one),
        next: local.telling, owner: CaseOwner(role: local.owner), line: made?.id,
        settled: made.map(\.madeInWords))
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
