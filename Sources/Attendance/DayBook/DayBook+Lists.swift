extension DayBook {
  /// The lists away from the form that stand and have not been ended, each with its line.
  public var lists: [(line: DayLine, list: AwayList)] {
    standing.compactMap { line in
      guard case .list(let list) = line.matter,
        !answers(to: line).contains(where: { $0.matter == .done })
      else { return nil }
      return (line, list)
    }
  }

  /// Those that speak of the session.
  public func lists(at session: Session) -> [(line: DayLine, list: AwayList)] {
    lists.filter { $0.list.covers(session) }
  }

  /// What was last said of each pupil who is expected elsewhere at the session.
  ///
  /// What was said of a list that has ended since counts no more: its pupils are due in their forms.
  public func elsewhere(at session: Session) -> [Pupil.ID: Elsewhere] {
    let ended = Set(lines.filter { isWithdrawn($0) }.map(\.id))
      .union(standing.filter { $0.matter == .done }.compactMap(\.about))
    var said: [Pupil.ID: Elsewhere] = [:]
    for line in standing {
      guard let pupil = line.pupil, case .elsewhere(let word) = line.matter,
        word.session == session, !(line.about.map(ended.contains) ?? false)
      else { continue }
      said[pupil] = word
    }
    return said
  }
}
