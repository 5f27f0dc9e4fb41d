// The acts of leave: asking, granting, refusing, ending. A person decides; nothing decides by itself.

extension LeaveRequest {
  /// The act that keeps the request; its words are the reason given.
  public func act(
    for pupil: Pupil.ID, saying words: String, by person: Person, now: Instant
  ) throws(LeaveRefusal) -> Act {
    if through < from { throw .code(.endsBeforeItStarts) }
    if received > now.date { throw .receivedLater(received) }
    if let travelsOut, let travelsBack, travelsBack < travelsOut {
      throw .code(.endsBeforeItStarts)
    }
    if purpose.isEmpty { throw .noPurpose }
    // It speaks of every day from its coming on, so that it is found while it waits.
    let line = ProposedLine(
      pupil: pupil, date: min(now.date, from.date), matter: .request(self), words: words)
    return Act(kind: .logged, by: person, at: now, lines: [line])
  }
}

extension LeaveCase {
  /// The act that grants the leave under a code, and plans the absence in the same act.
  ///
  /// Leave is granted beforehand or not at all (regulation 11 of 2024): `begun` is the last session
  /// that has begun. Leave at lunch time has no code and plans nothing. What was decided before is
  /// decided `again` only by whoever says so.
  public func granting(
    _ code: String?, expectedBack: SchoolDate?, saying words: String, isOfCompulsoryAge: Bool,
    codes: CodeBook, begun: Session, again: Bool = false, by person: Person, now: Instant
  ) throws(LeaveRefusal) -> Act {
    try checkOpen(again)
    if words.isEmpty { throw .noWords }
    guard !isLunch else { return act(.granted, nil, nil, words, person, now) }
    guard let code else { throw .noCode }
    let known: AttendanceCode
    do throws(Refusal) {
      known = try codes.code(code, at: request.from, ofCompulsoryAge: isOfCompulsoryAge)
    } catch {
      throw .code(error)
    }
    guard known.isLeave || known.category == .authorisedAbsence else { throw .noLeave(known.text) }
    if known.isLeave, request.from <= begun { throw .begun(request.from, code: known.text) }
    var act = act(.granted, known.text, expectedBack, words, person, now)
    act.kind = .planned
    act.lines.append(
      ProposedLine(
        pupil: pupil, date: request.from.date, about: .ofThisAct(0),
        matter: .absence(
          KnownAbsence(
            from: request.from, through: request.through, code: known.text, source: .leave,
            evidence: request.evidence)), words: request.purpose))
    return act
  }

  /// The act that refuses the leave; its dates stay watched.
  public func refusing(
    saying words: String, again: Bool = false, by person: Person, now: Instant
  ) throws(LeaveRefusal) -> Act {
    try checkOpen(again)
    if words.isEmpty { throw .noWords }
    return act(.refused, nil, nil, words, person, now)
  }

  /// The act that takes a permission back, with the absence that it planned.
  public func ending(
    saying words: String, by person: Person, now: Instant
  ) throws(LeaveRefusal) -> Act {
    guard state == .granted else { throw .notGranted(line.id) }
    if words.isEmpty { throw .noWords }
    var act = act(.ended, nil, nil, words, person, now)
    if !absences.isEmpty { act.kind = .planned }
    act.lines += absences.map {
      ProposedLine(
        pupil: pupil, date: now.date, about: .kept($0.id), matter: .withdrawn, words: words)
    }
    return act
  }

  /// Who decided it last, when, what and why: `refused on 2026-11-18 by Ms Head: "not exceptional"`.
  public var decidedInWords: String? {
    guard let decided, let decision else { return nil }
    return "\(decision.inWords), on \(decided.at.date) by \(decided.by.name)"
      + (decided.words.isEmpty ? "" : ": \"\(decided.words)\"")
  }

  private func checkOpen(_ again: Bool) throws(LeaveRefusal) {
    guard let decidedInWords else { return }
    if state == .granted { throw .alreadyGranted(line.id, decidedInWords) }
    if !again { throw .alreadyDecided(line.id, decidedInWords) }
  }

  private func act(
    _ outcome: LeaveDecision.Outcome, _ code: String?, _ back: SchoolDate?, _ words: String,
    _ person: Person, _ now: Instant
  ) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: pupil, date: now.date, about: .kept(line.id),
          matter: .decision(LeaveDecision(outcome, code: code, expectedBack: back)), words: words)
      ])
  }
}

/// Why nothing is asked or decided about leave; its sentence says what to do instead.
public enum LeaveRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case code(Refusal)
  case noPurpose
  case noWords
  case noCode
  case noLeave(String)
  case receivedLater(SchoolDate)
  case begun(Session, code: String)
  case alreadyGranted(DayLine.ID, String)
  case alreadyDecided(DayLine.ID, String)
  case notGranted(DayLine.ID)

  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .code(let refusal): refusal.description
    case .noPurpose: "leave is asked for a purpose; say which"
    case .noWords: "a decision has its reason; say it in words"
    case .noCode: "leave is granted under a code; name it, as C or C1"
    case .noLeave(let code):
      "code \(code) is no leave; grant under one that is, as C, C1, J1, S or R"
    case .receivedLater(let date):
      "\(date) is still to come; give the day on which the request was received"
    case .begun(let session, let code):
      "leave under \(code) is never granted afterwards, and \(session) has begun; refuse it, or take "
        + "a new request for the days to come"
    case .alreadyGranted(let line, let decision):
      "request \(line.number) is \(decision); end it first"
    case .alreadyDecided(let line, let decision):
      "request \(line.number) is \(decision); say that it is decided again"
    case .notGranted(let line):
      "request \(line.number) is not granted, so there is nothing to end"
    }
  }
}
