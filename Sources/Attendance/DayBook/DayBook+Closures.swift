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
}

extension ClosedSessions {
  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}
