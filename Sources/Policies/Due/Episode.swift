public import Attendance

/// A stretch of school days on each of which a rule flags a pupil: something that began on a day.
///
/// A rule over a week, a half term or a year begins anew with each of them. One over so many school
/// weeks goes on where it flags again within the week in which it had ceased to: one U every Tuesday
/// is nine of them on each Monday, and one episode.
public struct Episode: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// The first day on which it flags.
  public private(set) var metOn: SchoolDate
  /// What it measured on that day.
  public let amount: Amount
  /// The last day on which it flags, up to the date that was asked about.
  public internal(set) var last: SchoolDate
  /// Whether it still flags on that date.
  public internal(set) var isStanding: Bool

  /// The episode that began already on an earlier day, when it was to be foreseen.
  func begun(on earlier: SchoolDate) -> Episode {
    var episode = self
    episode.metOn = min(metOn, earlier)
    return episode
  }

  /// Whether the day lies in it.
  ///
  /// What was done about an episode names the day on which it began then; a mark that is corrected
  /// later may move the beginning, but what was done stands while the day still lies in it.
  public func holds(_ day: SchoolDate) -> Bool { metOn <= day && day <= last }
}

extension RuleBook {
  /// The episodes of a rule that lie in the range of days, oldest first, by the marks as they are
  /// known now.
  ///
  /// One that stands on the first day is followed back to its beginning, as far as marks were read.
  /// Days on which fewer sessions than the least were possible in their school year count for nothing.
  public func episodes(
    of id: String, _ line: MarkLine, _ facts: PupilFacts, from first: SchoolDate,
    through date: SchoolDate, leastPossible: Int = 0
  ) -> [Episode] {
    guard let rule = rules.first(where: { $0.rule.id == id }), rule.mayBeMet(by: line) else {
      return []
    }
    var episodes: [Episode] = []
    var window: Range<Int>?
    var position = begin(rule, line, facts, first, leastPossible)
    let end = time.end(of: date)
    while position < end {
      let day = time.sessions[position].date
      if let met = met(rule, line, facts, on: day, leastPossible) {
        if let place = episodes.indices.last, window == met.span,
          episodes[place].isStanding || goesOn(rule, from: episodes[place].last, at: position)
        {
          episodes[place].last = day
          episodes[place].isStanding = true
        } else {
          episodes.indices.last.map { episodes[$0].isStanding = false }
          episodes.append(
            Episode(rule: rule.rule, metOn: day, amount: met.amount, last: day, isStanding: true))
          window = met.span
        }
      } else {
        episodes.indices.last.map { episodes[$0].isStanding = false }
      }
      position = time.day(at: position).upperBound
    }
    // In August the last school day was in another year; in the holidays a birthday may have passed.
    if let place = episodes.indices.last, episodes[place].isStanding {
      let now = met(rule, line, facts, on: date, leastPossible)
      episodes[place].isStanding = now?.span == window
      if episodes[place].isStanding { episodes[place].last = date }
    }
    return episodes
  }

  /// Whether an episode that ceased after the day goes on at the position: in the same week or the next.
  private func goesOn(_ rule: PreparedRule, from day: SchoolDate, at position: Int) -> Bool {
    guard case .schoolWeeks = rule.rule.over else { return false }
    let last = time.end(of: day)
    return last > 0 && time.weeks[position] - time.weeks[last - 1] <= 1
  }

  /// The position of the day from which to look: the first, or the beginning of what stands on it.
  private func begin(
    _ rule: PreparedRule, _ line: MarkLine, _ facts: PupilFacts, _ first: SchoolDate, _ least: Int
  ) -> Int {
    var position = max(line.base, time.end(of: first.adding(days: -1)))
    while position > line.base, position < time.sessions.count,
      met(rule, line, facts, on: time.sessions[position].date, least) != nil
    {
      position = time.day(at: position - 1).lowerBound
    }
    return position
  }

  /// What the rule comes to on the day, where it flags, with the span that it begins anew with.
  private func met(
    _ rule: PreparedRule, _ line: MarkLine, _ facts: PupilFacts, on day: SchoolDate, _ least: Int
  ) -> (amount: Amount, span: Range<Int>)? {
    guard rule.rule.scope.holds(facts, on: day) else { return nil }
    let reading = PupilReading(line, facts, over: time, on: day, listing: false)
    if least > 0 {
      let soFar = reading.year.clamped(to: 0..<reading.end)
      if line.count(MarkLine.possible, in: soFar) < least { return nil }
    }
    var amount: Amount?
    reading.measure(rule) { if $0.isMet, amount == nil { amount = $0.amount } }
    return amount.map { ($0, reading.span(of: rule.rule.over)) }
  }
}

extension PupilReading {
  /// The span with which a rule begins anew; that of a rule over so many weeks moves on, and never
  /// does.
  fileprivate func span(of over: Span) -> Range<Int> {
    switch over {
    case .anyTime, .schoolWeeks: 0..<0
    case .schoolYear: year
    case .day: time.day(at: max(0, end - 1))
    case .week: time.weeks(1, upTo: max(0, end - 1))
    case .halfTerm: time.halfTerm(at: max(0, end - 1))
    case .term: time.term(at: max(0, end - 1))
    }
  }
}

extension PreparedRule {
  /// Whether the marks could ever meet the rule: most pupils have too few of its codes in all.
  fileprivate func mayBeMet(by line: MarkLine) -> Bool {
    switch rule.measure.kind {
    case .sessions: rule.limit.mayHold(forTenths: line.count(bits, in: line.positions) * 10)
    case .days: rule.limit.mayHold(forTenths: line.count(bits, in: line.positions) * 5)
    case .run, .silence: rule.limit.mayHold(forTenths: line.count(bits, in: line.positions) * 10)
    case .partDays, .edgeDays, .standing: line.has(bits)
    case .times: counted?.mayBeMet(by: line) ?? false
    case .attendance, .absence, .fall, .expectedDays, .overdue, .pattern: true
    }
  }
}

extension Limit {
  /// Whether that count, or a lower one, passes the limit.
  fileprivate func mayHold(forTenths count: Int) -> Bool {
    switch comparison {
    case .atLeast, .moreThan: holds(forTenths: count)
    case .below, .atMost: true
    }
  }
}
