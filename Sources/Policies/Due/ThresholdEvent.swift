public import Attendance

/// A threshold that was met on a day, and what has become of it since (U24).
///
/// That it was met is an event: it stays open until somebody has considered it, whatever the count
/// comes to later.
public struct ThresholdEvent: Hashable, Sendable {
  /// What has become of it.
  public enum State: Hashable, Sendable {
    case open
    /// Somebody has considered it.
    case considered
    /// Its sessions are those of a notice that was issued.
    case noticed
    /// Reasons that came later leave fewer sessions than the threshold.
    case withdrawn
  }

  /// The rule.
  public let rule: Rule
  /// The day on which it was met.
  public let metOn: SchoolDate
  /// How many sessions counted on that day.
  public let count: Int
  /// How many count now, those of an issued notice left out.
  public let now: Int
  /// How many of these have no reason yet, so that no notice may rest on them.
  public let unexplained: Int
  /// What has become of it.
  public let state: State

  /// Both counts in words: `10 on the day; 4 now, 1 of them N`.
  public func inWords(_ code: String) -> String {
    "\(count) on the day; \(now) now" + (unexplained > 0 ? ", \(unexplained) of them \(code)" : "")
  }
}

/// Finds the days on which a threshold was met.
public struct ThresholdEvents: Sendable {
  private let book: RuleBook
  private let rule: PreparedRule

  /// The events of a rule; nil where the policy has no such rule.
  public init?(of id: String, _ book: RuleBook) {
    guard let rule = book.rules.first(where: { $0.rule.id == id }) else { return nil }
    self.book = book
    self.rule = rule
  }

  /// The events in the range of days, oldest first.
  ///
  /// Sessions of a notice that was issued are spent: they count towards no other event. A session
  /// that was entered with another code once is in `earlier`, and tells of events that have gone.
  public func events(
    of line: MarkLine, _ facts: PupilFacts, from first: SchoolDate, through date: SchoolDate,
    spent: [ClosedRange<Session>] = [], considered: [SchoolDate] = [],
    earlier: [EarlierMark] = []
  ) -> [ThresholdEvent] {
    let unspent = without(spent, line)
    let episodes = book.episodes(of: rule.rule.id, unspent, facts, from: first, through: date)
    let whole =
      spent.isEmpty
      ? episodes : book.episodes(of: rule.rule.id, line, facts, from: first, through: date)
    let known = episodes.map { episode in
      (episode, considered.contains(where: episode.holds) ? State.considered : .open)
    }
    let noticed = whole.filter { one in !episodes.contains { $0.metOn == one.metOn } }
      .map { ($0, State.noticed) }
    let now = count(unspent, facts, on: date)
    let events = (known + noticed).map { episode, state in
      ThresholdEvent(
        rule: rule.rule, metOn: episode.metOn, count: episode.amount.counted, now: now.all,
        unexplained: now.unexplained, state: state)
    }
    let gone = EarlierMarks(earlier, rule, book.time).met(line, facts, from: first, through: date)
      .filter { once in !whole.contains { $0.holds(once.day) || $0.holds(once.metOn) } }
      .map { once in
        ThresholdEvent(
          rule: rule.rule, metOn: once.metOn, count: once.count, now: now.all,
          unexplained: now.unexplained, state: .withdrawn)
      }
    return (events + gone).sorted { $0.metOn < $1.metOn }
  }

  private typealias State = ThresholdEvent.State

  /// The line without the rule's codes in the sessions that are spent.
  private func without(_ spent: [ClosedRange<Session>], _ line: MarkLine) -> MarkLine {
    if spent.isEmpty || !line.has(rule.bits) { return line }
    var words = line.words
    for position in line.places(of: rule.bits, in: line.positions)
    where spent.contains(where: { $0.contains(book.time.sessions[position]) }) {
      words[position - line.base] &= ~rule.bits
    }
    return MarkLine(pupil: line.pupil, base: line.base, words: words)
  }

  /// How many sessions count on the date, and how many of them have no reason yet.
  private func count(
    _ line: MarkLine, _ facts: PupilFacts, on date: SchoolDate
  ) -> (all: Int, unexplained: Int) {
    guard rule.rule.scope.holds(facts, on: date) else { return (0, 0) }
    let reading = PupilReading(line, facts, over: book.time, on: date, listing: false)
    let places = line.places(
      of: rule.bits, in: reading.window(of: rule.rule.over, for: rule.rule.scope))
    return (places.count, places.count { line[$0] & MarkLine.list(0) != 0 })
  }
}

extension Amount {
  /// The count, where it is one.
  fileprivate var counted: Int {
    switch self {
    case .count(let count), .halfDays(let count): count
    case .share(let part, _), .points(let part, _): part
    case .session(_, let days): days
    case .pattern(let pattern): pattern.absent
    }
  }
}
