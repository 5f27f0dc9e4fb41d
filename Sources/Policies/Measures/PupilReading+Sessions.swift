import Attendance

extension PupilReading {
  /// How many sessions have one of the rule's codes.
  func sessions(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    let count = line.count(rule.bits, in: window)
    return Measured(
      amount: .count(count), isMet: rule.rule.limit.holds(forTenths: count * 10),
      places: listing ? line.places(of: rule.bits, in: window) : [])
  }

  /// The same as days, two sessions to a day.
  func days(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    let count = line.count(rule.bits, in: window)
    return Measured(
      amount: .halfDays(count), isMet: rule.rule.limit.holds(forTenths: count * 5),
      places: listing ? line.places(of: rule.bits, in: window) : [])
  }

  /// The days up to the date with those known beforehand; met only where some are still to come.
  ///
  /// A school makes the sickness return once it believes that the days will be reached, not when they
  /// are (regulation 13).
  func expectedDays(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    let until = rule.rule.measure.codes.compactMap { facts.known[$0] }.max()
    guard let until, until.date > date else { return nil }
    let ahead = (end..<max(end, time.end(of: until.date))).clamped(to: year)
    let due = ahead.filter { line[$0] & MarkLine.due != 0 && time.sessions[$0] <= until }
    let marked = line.count(rule.bits, in: window)
    let count = marked + due.count
    return Measured(
      amount: .halfDays(count),
      isMet: !due.isEmpty && rule.rule.limit.holds(forTenths: count * 5),
      places: listing ? line.places(of: rule.bits, in: window) + due : [])
  }

  /// How many spans of the counted rule it was met in.
  func times(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    guard let counted = rule.counted else { return nil }
    var count = 0
    var places: [Int] = []
    var position = window.lowerBound
    while position < window.upperBound {
      let span = spanOf(counted.rule.over, at: position).clamped(to: window)
      if let one = measured(counted, in: span), one.isMet {
        count += 1
        places += one.places
      }
      position = max(position + 1, span.upperBound)
    }
    return Measured(
      amount: .count(count), isMet: rule.rule.limit.holds(forTenths: count * 10), places: places)
  }

  /// The span that holds the position.
  private func spanOf(_ span: Span, at position: Int) -> Range<Int> {
    switch span {
    case .day: time.day(at: position)
    case .week: time.weeks(1, upTo: position)
    case .halfTerm: time.halfTerm(at: position)
    case .term: time.term(at: position)
    case .schoolYear: time.year(SchoolYear(of: time.sessions[position].date))
    case .schoolWeeks(let count): time.weeks(count, upTo: position)
    case .anyTime: 0..<end
    }
  }
}
