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
  ///
  /// They are no school days: the five days of an N do not count them (U23), nor do the weeks of a
  /// threshold.
  public var closedDays: Set<SchoolDate> {
    let sessions = closures.filter { $0.closure.code == "Y4" }.flatMap(\.closure.sessions)
    return Set(
      Dictionary(grouping: Set(sessions), by: \.date).filter { $0.value.count == 2 }.keys)
  }

  /// The sessions that closures close to the pupil, each with the reason; `code` is the pupil's mark
  /// at a session, or empty.
  public func closed(
    to member: Roll.Member, in roll: Roll, code: (Session) -> String
  ) -> [Session: String] {
    var closed: [Session: String] = [:]
    for (line, closure) in closures {
      for session in closure.sessions
      where closure.closes(
        session, to: member, in: roll.group(of: member, at: session), marked: code(session))
      {
        closed[session] = line.words
      }
    }
    return closed
  }
}

extension ClosedSessions {
  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }

  /// The sessions it speaks of, in order.
  var sessions: [Session] {
    (0...max(through.date.days(after: from.date), 0)).flatMap { days in
      HalfDay.allCases.map { Session(from.date.adding(days: days), $0) }
    }.filter(covers)
  }

  /// Whether it closes the session to the pupil, who is due in that group and marked so there.
  ///
  /// A mark of another code stands: the session was held for that pupil. Pupils who were named one by
  /// one are known by their marks alone, and what was planned ahead is in the calendar.
  func closes(
    _ session: Session, to member: Roll.Member, in group: @autoclosure () -> String,
    marked: String
  ) -> Bool {
    guard code != "#", covers(session) else { return false }
    guard marked.isEmpty else { return marked == code }
    let scope = ClosureScope(campus: campus, years: years, groups: groups)
    return (code == "Y4" || !scope.isEverybody)
      && scope.holds(member, in: groups.isEmpty ? "" : group())
  }
}
