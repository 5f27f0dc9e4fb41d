extension DayBook {
  /// The closures that stand, each with its line.
  public var closures: [(line: DayLine, closure: ClosedSessions)] {
    standing.compactMap { line in
      guard case .closure(let closure) = line.matter else { return nil }
      return (line, closure)
    }
  }

  /// The closures that stand and touch the session; those of the calendar make no marks.
  public func closures(at session: Session) -> [(line: DayLine, closure: ClosedSessions)] {
    closures.filter { $0.closure.covers(session) && $0.closure.code != "#" }
  }

  /// The days on which a closure let nobody in, morning and afternoon.
  public var closedDays: Set<SchoolDate> {
    var days: Set<SchoolDate> = []
    for (_, closure) in closures where closure.code == "Y4" {
      var day = closure.from.date
      while day <= closure.through.date {
        if HalfDay.allCases.allSatisfy({ closure.covers(Session(day, $0)) }) { days.insert(day) }
        day = day.adding(days: 1)
      }
    }
    return days
  }
}

extension ClosedSessions {
  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}
