import Attendance

extension PupilReading {
  /// How many school days running, back from the date, have nothing but the rule's codes.
  ///
  /// A day without a possible session is stepped over: it neither breaks the run nor lengthens it.
  /// One without a mark is stepped over too, and named.
  func run(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    let run = backwards(rule.bits, in: window)
    return Measured(
      amount: .count(run.days), isMet: rule.rule.limit.holds(forTenths: run.days * 10),
      places: listing ? run.places.reversed() : [], blanks: listing ? run.blanks.reversed() : [],
      wantsEarlier: run.isOpen && line.base > window.lowerBound)
  }

  /// How many days of the run lie after the last word from home.
  func silence(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    let unheard = time.end(of: facts.heard ?? SchoolDate(daysSince1970: .min))
    let range = unheard..<max(unheard, window.upperBound)
    return run(rule, in: window.clamped(to: range))
  }

  /// For each session at which one of the rule's codes stands, how many school days ago it was.
  func standing(_ rule: PreparedRule, in window: Range<Int>) -> [Measured] {
    guard line.count(rule.bits, in: window) > 0 else { return [] }
    return line.places(of: rule.bits, in: window).map { position in
      let days = time.schoolDays(after: position, before: end)
      return Measured(
        amount: .session(time.sessions[position], schoolDays: days),
        isMet: rule.rule.limit.holds(forTenths: days * 10), places: listing ? [position] : [])
    }
  }

  /// How many school days the pupil is overdue, from the day they were expected back on.
  func overdue(_ rule: PreparedRule) -> Measured? {
    guard let expected = facts.expectedBack, expected <= date else { return nil }
    let first = time.end(of: expected.adding(days: -1))
    guard first < end, line.count(MarkLine.arrived, in: first..<end) == 0 else { return nil }
    let days = time.schoolDays(after: first, before: end) + 1
    return Measured(
      amount: .count(days), isMet: rule.rule.limit.holds(forTenths: days * 10),
      places: listing ? line.places(of: MarkLine.absent, in: first..<end) : [])
  }

  /// The run of days back from the end of the window, latest first.
  private func backwards(
    _ bits: UInt32, in window: Range<Int>
  ) -> (days: Int, places: [Int], blanks: [Int], isOpen: Bool) {
    let known = window.clamped(to: line.positions)
    // Whoever has sessions, and never one of the codes, has no run of them.
    if !listing, !line.has(bits), line.count(MarkLine.possible, in: known) > 0 {
      return (0, [], [], false)
    }
    var days = 0
    var places: [Int] = []
    var blanks: [Int] = []
    var upper = known.upperBound
    while upper > known.lowerBound {
      let day = time.day(at: upper - 1).clamped(to: known)
      var (possible, counted) = (0, 0)
      for position in day {
        let word = line[position]
        possible += word & MarkLine.possible == 0 ? 0 : 1
        counted += word & bits == 0 ? 0 : 1
      }
      if possible > counted { return (days, places, blanks, false) }
      if possible > 0 {
        days += 1
        if listing { places += day.reversed().filter { line[$0] & bits != 0 } }
      }
      if listing { blanks += self.blanks(in: day).reversed() }
      upper = day.lowerBound
    }
    return (days, places, blanks, true)
  }
}
