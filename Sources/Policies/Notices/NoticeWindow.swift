public import Attendance

/// What the rule on which penalty notices are considered sees of a pupil on a date: its weeks, session
/// by session, and the sessions that it counts.
///
/// The sessions that count are those of the flag itself, so that a list, a page and an evidence pack
/// cannot differ.
public struct NoticeWindow: Hashable, Sendable {
  /// A session and the code that stands at it.
  public struct Counted: Hashable, Sendable {
    /// The session.
    public let session: Session
    /// The code.
    public let code: String
  }

  /// What there is of the pupil at a session of the window.
  public enum Cell: Hashable, Sendable {
    /// The session counts, under that code.
    case counted(String)
    /// It is marked with that code, and does not count.
    case marked(String)
    /// The pupil was due, and there is no mark.
    case blank
    /// Before the pupil was of compulsory school age, or after: no session for this purpose.
    case outsideAge
    /// The school met, but not for the pupil, or they were not on roll.
    case notDue
    /// The school met for nobody.
    case closed
    /// After the date, or of today and not marked yet.
    case ahead
  }

  /// A school week: ten cells, Monday morning first; weekends with a session have no place in it.
  public struct Week: Hashable, Sendable {
    /// Its Monday.
    public let monday: SchoolDate
    /// Ten cells, Monday morning first.
    public let cells: [Cell]

    /// The session of the cell at that place.
    public func session(at place: Int) -> Session {
      Session(monday.adding(days: place / 2), place % 2 == 0 ? .am : .pm)
    }
  }

  /// The rule.
  public let rule: Rule
  /// The date up to which it looks.
  public let date: SchoolDate
  /// Whether the rule is about the pupil on the date.
  public let isInScope: Bool
  /// What the rule measured, as the flag gives it; nil where there was nothing to measure.
  public let amount: Amount?
  /// Whether the rule flags the pupil, whatever was spent.
  public let isMet: Bool
  /// The sessions that count, earliest first.
  public let counted: [Counted]
  /// The sessions of the window at which the pupil was due and there is no mark.
  public let blanks: [Session]
  /// Its school weeks, earliest first.
  public let weeks: [Week]
  /// The weeks between them in which the school did not meet, by their Mondays: they vanish.
  public let vanished: [SchoolDate]
  /// The code of an absence without a reason.
  public let unexplained: String

  /// What the rule sees of the pupil of the line on the date; `code` gives what stands at a session.
  ///
  /// Nil where the policy has no such rule. Registers of today are still being taken: a session of
  /// today without a mark is none that was left blank.
  public init?(
    _ policy: Policy, _ findings: Findings, of line: MarkLine, _ facts: PupilFacts,
    over time: SchoolTime, on date: SchoolDate, today: SchoolDate? = nil,
    code: (Session) -> String
  ) {
    guard let rule = policy.rule(policy.penaltyNotices.consideredOn) else { return nil }
    let finding = findings.findings.first { $0.rule.id == rule.id }
    let reading = PupilReading(line, facts, over: time, on: date, listing: true)
    let counted = (finding?.sessions ?? []).map { Counted(session: $0, code: code($0)) }
    self.rule = rule
    self.date = date
    isInScope = rule.scope.holds(facts, on: date)
    amount = finding?.amount
    isMet = finding?.isMet ?? false
    self.counted = counted
    unexplained = policy.followUp.code
    let window = reading.window(of: rule.over, for: .everyone)
    blanks = reading.blanks(in: reading.window(of: rule.over, for: rule.scope))
      .map { time.sessions[$0] }.filter { session in today.map { session.date < $0 } ?? true }
    let byDay = Dictionary(grouping: window) { time.sessions[$0].date.monday }
    let ages = rule.scope == .compulsoryAge ? reading.ofAge : 0..<Int.max
    let counts = Set(counted.map(\.session))
    weeks = byDay.keys.sorted().map { monday in
      Week(
        monday: monday,
        cells: (0..<10).map { place in
          let session = Session(monday.adding(days: place / 2), place % 2 == 0 ? .am : .pm)
          guard let position = time.position(of: session) else { return .closed }
          if session.date > date { return .ahead }
          if !ages.contains(position) { return .outsideAge }
          let word = line[position]
          if word & MarkLine.due == 0 { return .notDue }
          if word & MarkLine.marked == 0 { return session.date == today ? .ahead : .blank }
          return counts.contains(session) ? .counted(code(session)) : .marked(code(session))
        })
    }
    vanished = Self.between(byDay.keys.sorted())
  }

  /// The Mondays between the first and the last that are not among them.
  private static func between(_ mondays: [SchoolDate]) -> [SchoolDate] {
    guard let first = mondays.first, let last = mondays.last else { return [] }
    let known = Set(mondays)
    return stride(from: 7, to: last.days(after: first), by: 7)
      .map { first.adding(days: $0) }.filter { !known.contains($0) }
  }

  /// The last school day before the window's date on which the rule flagged the pupil, by the marks as
  /// they are known now; nil where it did on none that was read (U24).
  public static func metBefore(
    _ window: NoticeWindow, _ rules: RuleBook, of line: MarkLine, _ facts: PupilFacts
  ) -> SchoolDate? {
    var day = rules.time.schoolDay(beforeThatOf: window.date)
    while let date = day, rules.time.end(of: date) > line.base {
      let found = rules.findings(of: line, facts, on: date).findings
      if found.contains(where: { $0.rule.id == window.rule.id && $0.isMet }) { return date }
      day = rules.time.schoolDay(beforeThatOf: date)
    }
    return nil
  }

  /// The first and last day of its school weeks, in words: `Mon 1 Sep to Fri 7 Nov 2025`.
  public var inWords: String {
    guard let first = weeks.first?.monday, let last = weeks.last?.monday else { return "no week" }
    let end = min(last.adding(days: 4), date)
    return "\(first.weekday.short) \(first.short) to \(end.inWords)"
  }
}
