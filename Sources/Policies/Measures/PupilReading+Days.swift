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
    for halfTerm in time.halfTerms where line.has(rule.bits) && halfTerm.overlaps(window) {
      let isDue = { [line] (position: Int) in line[position] & MarkLine.due != 0 }
      guard let first = halfTerm.first(where: isDue), let last = halfTerm.last(where: isDue) else {
        continue
      }
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
    guard line.has(MarkLine.absent) else { return nil }
    var likeliest: (pattern: Pattern, chance: Double)?
    for pattern in patterns(in: window) where pattern.absent * pattern.otherPossible > 0 {
      // Absence that is no likelier here than elsewhere has no small chance; only whoever asks is told.
      if !listing, rule.rule.limit.tenths <= 100,
        pattern.absent * pattern.otherPossible <= pattern.otherAbsent * pattern.possible
      {
        continue
      }
      let chance = pattern.chance
      if likeliest.map({ chance < $0.chance }) ?? true { likeliest = (pattern, chance) }
    }
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
    let known = window.clamped(to: line.positions)
    let words = line.words
    let slots = time.places
    // The morning of the day, where it was possible: the afternoon counts with it.
    var morning = (position: -2, isAbsent: false)
    for position in known {
      let word = words[position - line.base]
      if word & MarkLine.possible == 0 { continue }
      let slot = Int(slots[position])
      let absent = word & MarkLine.absent == 0 ? 0 : 1
      sessions[slot].possible += 1
      sessions[slot].absent += absent
      if slot % 2 == 0 {
        days[slot / 2].possible += 1
        days[slot / 2].absent += absent
        morning = (position, absent == 1)
      } else if morning.position == position - 1 {
        if absent == 1, !morning.isAbsent { days[slot / 2].absent += 1 }
      } else {
        days[slot / 2].possible += 1
        days[slot / 2].absent += absent
      }
    }
    let allDays = days.reduce((0, 0)) { ($0.0 + $1.absent, $0.1 + $1.possible) }
    let all = sessions.reduce((0, 0)) { ($0.0 + $1.absent, $0.1 + $1.possible) }
    var patterns: [Pattern] = []
    patterns.reserveCapacity(15)
    for weekday in Weekday.allCases where days[weekday.rawValue].absent > 0 {
      let day = days[weekday.rawValue]
      patterns.append(
        Pattern(
          weekday: weekday, half: nil, absent: day.absent, possible: day.possible,
          otherAbsent: allDays.0 - day.absent, otherPossible: allDays.1 - day.possible))
      for half in HalfDay.allCases {
        let session = sessions[weekday.rawValue * 2 + half.index]
        patterns.append(
          Pattern(
            weekday: weekday, half: half, absent: session.absent, possible: session.possible,
            otherAbsent: all.0 - session.absent, otherPossible: all.1 - session.possible))
      }
    }
    return patterns
  }
}

extension Pattern {
  /// Whether the session is one of those it speaks of.
  func speaks(of session: Session) -> Bool {
    session.date.weekday == weekday && (half.map { $0 == session.half } ?? true)
  }
}
