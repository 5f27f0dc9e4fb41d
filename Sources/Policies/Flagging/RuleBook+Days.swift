public import Attendance

extension RuleBook {
  /// The first day of the stretch of school days, up to the date, on each of which the rule flagged
  /// the pupil; nil where it does not on the date.
  ///
  /// It goes by the marks as they are known now. Where the stretch begins before the marks that were
  /// read, it is the first day of these.
  public func since(
    _ finding: Finding, of line: MarkLine, _ facts: PupilFacts, on date: SchoolDate
  ) -> SchoolDate? {
    guard let rule = rules.first(where: { $0.rule.id == finding.rule.id }) else { return nil }
    var since: SchoolDate?
    var day = date
    while isMet(rule, finding, line, facts, on: day) {
      since = day
      guard let before = schoolDay(before: day), time.end(of: before) > line.base else { break }
      day = before
    }
    return since
  }

  /// The school day before the date, or nil where the calendar has none.
  private func schoolDay(before date: SchoolDate) -> SchoolDate? {
    let end = time.end(of: date.adding(days: -1))
    return end > 0 ? time.sessions[end - 1].date : nil
  }

  private func isMet(
    _ rule: PreparedRule, _ finding: Finding, _ line: MarkLine, _ facts: PupilFacts,
    on date: SchoolDate
  ) -> Bool {
    guard rule.rule.scope.holds(facts, on: date) else { return false }
    let reading = PupilReading(line, facts, over: time, on: date, listing: false)
    var isMet = false
    reading.measure(rule) { measured in
      // A code that stands is followed at its own session.
      if case .session(let session, _) = finding.amount,
        case .session(let other, _) = measured.amount, session != other
      {
        return
      }
      isMet = isMet || measured.isMet
    }
    return isMet
  }
}
