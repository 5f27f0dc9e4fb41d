import Attendance

/// One pupil's marks as of a date, as a rule reads them; a class, since every measure is handed it.
final class PupilReading {
  let time: SchoolTime
  let line: MarkLine
  let facts: PupilFacts
  let date: SchoolDate
  /// Sessions before this position are up to and with the date.
  let end: Int
  /// Whether the sessions that count are wanted too, not only how many.
  let listing: Bool
  /// The positions at which the pupil was of compulsory school age.
  let ofAge: Range<Int>
  /// The positions of the date's school year.
  let year: Range<Int>
  /// What was counted last: most rules look at the whole year.
  private var lastCounted: (window: Range<Int>, attended: Int, possible: Int)?

  init(
    _ line: MarkLine, _ facts: PupilFacts, over time: SchoolTime, on date: SchoolDate, listing: Bool
  ) {
    self.time = time
    self.line = line
    self.facts = facts
    self.date = date
    self.listing = listing
    end = time.end(of: date)
    let begins = time.end(of: facts.compulsoryAge.begins.adding(days: -1))
    ofAge = begins..<max(begins, time.end(of: facts.compulsoryAge.ends))
    year = time.year(SchoolYear(of: date))
  }

  /// What a rule comes to.
  struct Measured {
    var amount: Amount
    /// Whether the rule's limit is met.
    var isMet: Bool
    /// The sessions that count, where they are wanted.
    var places: [Int] = []
    /// Sessions inside the measure at which there is no mark.
    var blanks: [Int] = []
    /// Whether sessions before those read could change it.
    var wantsEarlier = false
  }

  /// What the rule comes to over its span, one after the other; a code that stands at several
  /// sessions, at each of them.
  func measure(_ rule: PreparedRule, _ body: (Measured) -> Void) {
    let window = window(of: rule.rule.over, for: rule.rule.scope)
    if rule.rule.measure.kind == .standing {
      standing(rule, in: window).forEach(body)
    } else if let one = measured(rule, in: window) {
      body(one)
    }
  }

  /// How many sessions of the window were attended, and how many possible.
  func counted(in window: Range<Int>) -> (attended: Int, possible: Int) {
    if let last = lastCounted, last.window == window { return (last.attended, last.possible) }
    let attended = line.count(MarkLine.attended, in: window)
    let possible = attended + line.count(MarkLine.absent, in: window)
    lastCounted = (window, attended, possible)
    return (attended, possible)
  }

  /// What the rule comes to over these positions, or nil where there is nothing to measure.
  func measured(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    var measured: Measured? =
      switch rule.rule.measure.kind {
      case .attendance: share(rule, isOfAbsence: false, in: window)
      case .absence: share(rule, isOfAbsence: true, in: window)
      case .fall: fall(rule, in: window)
      case .sessions: sessions(rule, in: window)
      case .days: days(rule, in: window)
      case .partDays: partDays(rule, in: window)
      case .edgeDays: edgeDays(rule, in: window)
      case .expectedDays: expectedDays(rule, in: window)
      case .run: run(rule, in: window)
      case .silence: silence(rule, in: window)
      case .standing: nil
      case .overdue: overdue(rule)
      case .times: times(rule, in: window)
      case .pattern: pattern(rule, in: window)
      }
    let windowBegins = window.lowerBound
    if windowBegins < line.base, rule.rule.over != .anyTime { measured?.wantsEarlier = true }
    return measured
  }

  /// The positions of a span up to the date.
  ///
  /// A week, a half term or a term in which there was no session yet is the one before it; the school
  /// year is that of the date itself.
  func window(of span: Span, for scope: Rule.Scope) -> Range<Int> {
    guard end > 0 else { return 0..<0 }
    let whole: Range<Int> =
      switch span {
      case .day: time.day(at: end - 1)
      case .week: time.weeks(1, upTo: end - 1)
      case .halfTerm: time.halfTerm(at: end - 1)
      case .term: time.term(at: end - 1)
      case .schoolYear: year
      case .schoolWeeks(let count): time.weeks(count, upTo: end - 1)
      case .anyTime: 0..<end
      }
    let upToNow = whole.clamped(to: 0..<end)
    switch scope {
    case .compulsoryAge: return upToNow.clamped(to: ofAge)
    case .everyone, .nursery, .carePlan, .socialWorker, .youthOffending, .lookedAfter:
      return upToNow
    }
  }
}
