public import Attendance

/// The episodes for which a return to the authority is made, each once.
public struct ReturnEpisodes: Sendable {
  private let book: RuleBook
  private let rule: PreparedRule
  private let least: Int
  /// The rule by which the return is to be foreseen, where the policy has one: an illness that is
  /// expected to last is told when it is believed, not when it has (U27).
  public let foreseen: Rule?

  /// The episodes of a return that a rule calls for; nil where none does.
  public init?(_ local: LocalReturn, of policy: Policy, _ book: RuleBook) {
    guard let rule = book.rules.first(where: { $0.rule.id == local.flag }) else { return nil }
    self.book = book
    self.rule = rule
    // In September one missed day is half of all there were: shares wait as ladders do (U26).
    least = rule.rule.measure.isShare ? policy.flags.minSessions : 0
    foreseen = policy.flags.rules.first {
      rule.rule.measure.kind == .days && $0.measure.kind == .expectedDays
        && $0.measure.codes.sorted() == rule.rule.measure.codes.sorted()
    }
  }

  /// The rule that calls for the return.
  public var flag: Rule { rule.rule }

  /// Whether an episode that is over is still to be told.
  ///
  /// Ten days away happened, whoever is back since; a share of absence, or that nobody was heard from,
  /// is told while it is so.
  public var outlasts: Bool {
    switch rule.rule.measure.kind {
    case .sessions, .days, .run, .partDays, .edgeDays: true
    case .attendance, .absence, .fall, .expectedDays, .silence, .standing, .overdue, .times,
      .pattern:
      false
    }
  }

  /// The episodes in the range of days, oldest first: those that began in it, and those that had
  /// begun and stood on its first day.
  ///
  /// `flagged` says since when the rule flags the pupil now, where that is known better than from the
  /// marks alone; `expected` since when it is to be foreseen.
  public func episodes(
    of line: MarkLine, _ facts: PupilFacts, from first: SchoolDate, through date: SchoolDate,
    expected: (finding: Finding, since: SchoolDate)? = nil
  ) -> [Episode] {
    var found = book.episodes(
      of: rule.rule.id, line, facts, from: first, through: date, leastPossible: least)
    if !outlasts { found = found.filter(\.isStanding) }
    if rule.rule.measure.kind == .days {
      found = found.flatMap { periods(in: $0, line, through: date) }
    }
    if let expected {
      if let place = found.indices.last, found[place].isStanding {
        // It was to be foreseen, and has come: one return.
        if expected.since < found[place].metOn {
          found[place] = found[place].begun(on: expected.since)
        }
      } else {
        found.append(
          Episode(
            rule: expected.finding.rule, metOn: expected.since, amount: expected.finding.amount,
            last: date, isStanding: true))
      }
    }
    return found
  }

  /// The episode of days in all, and after it one for each continuous period that is as long again by
  /// itself.
  private func periods(
    in episode: Episode, _ line: MarkLine, through date: SchoolDate
  ) -> [Episode] {
    var episodes = [episode]
    var (position, end) = (book.time.end(of: episode.metOn), book.time.end(of: episode.last))
    end = min(end, line.positions.upperBound)
    var run = 0
    // What goes on on the day itself is the period that is told of already.
    var isNew = false
    while position < end {
      let day = book.time.day(at: position)
      let possible = day.filter { line[$0] & MarkLine.possible != 0 }
      if !possible.isEmpty {
        if possible.allSatisfy({ line[$0] & rule.bits != 0 }) {
          run += isNew ? 1 : 0
          if isNew, rule.rule.limit.holds(forTenths: run * 10),
            !rule.rule.limit.holds(forTenths: (run - 1) * 10)
          {
            let on = book.time.sessions[day.lowerBound].date
            let place = episodes.count - 1
            episodes[place].last = on.adding(days: -1)
            episodes[place].isStanding = false
            episodes.append(
              Episode(
                rule: rule.rule, metOn: on, amount: .count(run), last: episode.last,
                isStanding: episode.isStanding))
          }
        } else {
          (run, isNew) = (0, true)
        }
      }
      position = day.upperBound
    }
    return episodes
  }
}
