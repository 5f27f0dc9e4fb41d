// What timetables of a pupil's own come to, session by session (U28, U30).

extension DayBook {
  /// The timetables that stand, each with its line; one that corrects another stands in its place.
  public var timetables: [(line: DayLine, timetable: Timetable)] {
    standing.compactMap { line in
      guard case .timetable(let timetable) = line.matter,
        !answers(to: line).contains(where: \.isTimetable)
      else { return nil }
      return (line, timetable)
    }
  }

  /// The plans that speak of the session, of absences known and of timetables; the last about a
  /// pupil is the one that a register shows.
  ///
  /// A child who is not due is not due whatever was told or granted; what was arranged for the
  /// session itself, as a visit or a suspension, says more than the week's timetable.
  public func plans(at session: Session) -> [Plan] {
    let known = plans.filter { $0.covers(session) }
    let arranged = timetables.compactMap { line, timetable in
      plan(of: line, timetable, at: session)
    }.sorted { one, other in
      (one.code == Timetable.sharedCode ? 1 : 0) < (other.code == Timetable.sharedCode ? 1 : 0)
    }
    let yields = Set(
      Dictionary(known.map { ($0.pupil, $0.source) }, uniquingKeysWith: { $1 })
        .filter { $0.value == .report || $0.value == .leave }.keys)
    return arranged.filter { !yields.contains($0.pupil) } + known
      + arranged.filter { yields.contains($0.pupil) }
  }

  /// The time of a part-time timetable at which each pupil is due within the session.
  public func due(at session: Session) -> [Pupil.ID: Timetable.Slot] {
    Dictionary(
      timetables.compactMap { line, timetable in
        guard let pupil = line.pupil, timetable.kind == .partTime,
          !isLetOff(line, on: session.date), let slot = timetable.slot(at: session),
          slot.from != nil
        else { return nil }
        return (pupil, slot)
      }, uniquingKeysWith: { $1 })
  }

  /// The timetables that have ended before the date, where none has followed (U28: never past their
  /// end, then blank and shown).
  public func ended(before date: SchoolDate) -> [(line: DayLine, timetable: Timetable)] {
    let all = timetables
    return all.filter { line, timetable in
      timetable.until < date
        && !all.contains {
          $0.line.pupil == line.pupil && $0.timetable.kind == timetable.kind
            && $0.timetable.until > timetable.until
        }
    }
  }

  /// Those expected at another school whom it has missed: the D stays, and follow-up begins (U30).
  public func missedElsewhere(on date: SchoolDate) -> [(line: DayLine, word: Elsewhere)] {
    var last: [Pupil.ID: (line: DayLine, word: Elsewhere)] = [:]
    for line in standing {
      guard let pupil = line.pupil else { continue }
      switch line.matter {
      case .elsewhere(let word) where word.session.date == date: last[pupil] = (line, word)
      case .safe, .seen, .arrival, .back:
        if line.date == date { last[pupil] = nil }
      case .message, .concerns, .absence, .attempt, .departure, .notHere, .handedOn, .note,
        .request, .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told,
        .nudge, .step, .excused, .week, .casework, .done, .withdrawn:
        break
      }
    }
    let told = Set(plans.filter { $0.from.date <= date && date <= $0.through.date }.map(\.pupil))
    return last.values.filter { line, word in
      guard let pupil = line.pupil, !word.isThere, !told.contains(pupil) else { return false }
      return plans(at: word.session).last { $0.pupil == pupil }?.code == Timetable.sharedCode
    }.sorted { $0.line.id < $1.line.id }
  }

  private func plan(of line: DayLine, _ timetable: Timetable, at session: Session) -> Plan? {
    guard let pupil = line.pupil, !isLetOff(line, on: session.date),
      let code = timetable.code(at: session)
    else { return nil }
    let due = timetable.slot(at: session)?.from
    return Plan(
      id: Plan.ID(line.id.number), pupil: pupil, from: session, through: session, code: code,
      source: .timetable, by: line.by, at: line.at,
      note: [
        timetable.school, due.map { "due \($0)" } ?? "",
        "till \(timetable.until.short)",
      ].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Whether the timetable was let off for the date: the other school is closed that day.
  private func isLetOff(_ line: DayLine, on date: SchoolDate) -> Bool {
    answers(to: line).contains { $0.matter == .excused && $0.date == date }
  }
}

extension DayLine {
  fileprivate var isTimetable: Bool {
    if case .timetable = matter { true } else { false }
  }
}
