extension Arrival {
  /// The act that writes an arrival into the late book, with the mark that follows from it.
  ///
  /// A code that applies still stands, and only the arrival is kept; an arrival after the session's
  /// end alters no mark (U8). Nor does one before the register opens: its taker will see the pupil.
  /// What is planned for a session that nobody has marked counts as standing there.
  public func act(
    of pupil: Pupil.ID, at session: Session, standing: Entry?, planned: String = "",
    reason: String = "",
    broughtBy: String = "", by person: Person, now: Instant
  ) -> Act {
    let line = ProposedLine(
      pupil: pupil, date: session.date,
      matter: .arrival(LateArrival(at: session, time: time, broughtBy: broughtBy)), words: reason)
    var act = Act(
      kind: .arrival, by: person, at: now,
      observer: Instant(session.date, time) == now
        ? nil : Observation(by: person.name, at: Instant(session.date, time)), lines: [line])
    let known = standing?.code ?? planned
    guard time >= window.opens, let mark = try? mark(over: known, at: session.half),
      mark.code != known
    else { return act }
    act.marks = [
      ProposedMark(
        pupil: pupil, session: session, code: mark.code, minutes: mark.minutes, how: .arrival,
        seen: standing?.id, reason: standing == nil ? "" : "arrived \(time)")
    ]
    return act
  }
}
