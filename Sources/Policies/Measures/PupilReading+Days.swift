import Attendance

extension PupilReading {
  /// How many days have one of the rule's codes at one session and were attended at the other.
  func partDays(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    let places = line.places(of: rule.bits, in: window).filter { position in
      time.day(at: position).contains { line[$0] & MarkLine.attended != 0 }
    }
    return Measured(
      amount: .count(places.count), isMet: rule.rule.limit.holds(forTenths: places.count * 10),
      places: places)
  }

  /// How many days have one of the rule's codes on the first or the last day of a half term.
  ///
  /// The days are those on which the pupil was due; the last day counts once it has come.
  func edgeDays(_ rule: PreparedRule, in window: Range<Int>) -> Measured {
    var days = 0
    var places: [Int] = []
    for halfTerm in time.halfTerms where halfTerm.overlaps(window) {
      let due = halfTerm.clamped(to: line.positions).filter { line[$0] & MarkLine.due != 0 }
      guard let first = due.first, let last = due.last else { continue }
      let edges = [time.day(at: first), time.day(at: last)]
      for (index, edge) in edges.enumerated() where index == 0 || edge != edges[0] {
        let found = line.places(of: rule.bits, in: edge.clamped(to: window))
        days += found.isEmpty ? 0 : 1
        places += found
      }
    }
    return Measured(
      amount: .count(days), isMet: rule.rule.limit.holds(forTenths: days * 10), places: places)
  }

  /// The weekday, or the session of the week, on which absence is least likely to be chance.
  func pattern(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    let patterns = patterns(in: window).filter { $0.absent * $0.otherPossible > 0 }
    let likeliest = patterns.map { ($0, $0.chance) }.min { $0.1 < $1.1 }
    guard let (pattern, chance) = likeliest else { return nil }
    return Measured(
      amount: .pattern(pattern),
      // The limit is in tenths of a percent.
      isMet: chance * 1000 <= Double(rule.rule.limit.tenths),
      places: listing
        ? line.places(of: MarkLine.absent, in: window).filter {
          pattern.speaks(of: time.sessions[$0])
        }
        : [])
  }

  /// The absence on each weekday beside the others, and at each session of the week.
  private func patterns(in window: Range<Int>) -> [Pattern] {
    var days = [(absent: Int, possible: Int)](repeating: (0, 0), count: 8)
    var sessions = [(absent: Int, possible: Int)](repeating: (0, 0), count: 16)
    var lastDay: (date: SchoolDate, isAbsent: Bool)?
    for position in window.clamped(to: line.positions) {
      let word = line[position]
      guard word & MarkLine.possible != 0 else { continue }
      let session = time.sessions[position]
      let isAbsent = word & MarkLine.absent != 0
      let weekday = session.date.weekday.rawValue
      sessions[weekday * 2 + session.half.index].possible += 1
      sessions[weekday * 2 + session.half.index].absent += isAbsent ? 1 : 0
      if let last = lastDay, last.date == session.date {
        if isAbsent, !last.isAbsent {
          days[weekday].absent += 1
          lastDay = (session.date, true)
        }
      } else {
        days[weekday].possible += 1
        days[weekday].absent += isAbsent ? 1 : 0
        lastDay = (session.date, isAbsent)
      }
    }
    let allDays = days.reduce((0, 0)) { ($0.0 + $1.absent, $0.1 + $1.possible) }
    let all = sessions.reduce((0, 0)) { ($0.0 + $1.absent, $0.1 + $1.possible) }
    return Weekday.allCases.flatMap { weekday -> [Pattern] in
      let day = days[weekday.rawValue]
      let whole = Pattern(
        weekday: weekday, half: nil, absent: day.absent, possible: day.possible,
        otherAbsent: allDays.0 - day.absent, otherPossible: allDays.1 - day.possible)
      return [whole]
        + HalfDay.allCases.map { half in
          let session = sessions[weekday.rawValue * 2 + half.index]
          return Pattern(
            weekday: weekday, half: half, absent: session.absent, possible: session.possible,
            otherAbsent: all.0 - session.absent, otherPossible: all.1 - session.possible)
        }
    }
  }
}

extension Pattern {
  /// Whether the session is one of those it speaks of.
  func speaks(of session: Session) -> Bool {
    session.date.weekday == weekday && (half.map { $0 == session.half } ?? true)
  }
}
