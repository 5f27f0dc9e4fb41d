extension DayLine.Matter {
  /// The kind of matter in one word or two, as it stands in lists.
  public var kind: String {
    switch self {
    case .message: "message"
    case .concerns: "message linked"
    case .absence: "absence"
    case .attempt: "attempt"
    case .arrival: "arrival"
    case .departure: "signed out"
    case .back: "signed in"
    case .notHere: "not here"
    case .seen: "seen"
    case .handedOn: "handed on"
    case .safe: "safe"
    case .note: "note"
    case .request: "leave asked for"
    case .decision: "leave decided"
    case .timetable: "timetable"
    case .closure: "closure"
    case .list: "list"
    case .elsewhere: "elsewhere"
    case .paper: "letter"
    case .evidence: "evidence"
    case .told: "told"
    case .nudge: "reminder"
    case .step: "step"
    case .excused: "excused"
    case .week: "week signed off"
    case .casework(let work): work.kind
    case .done: "done"
    case .withdrawn: "taken back"
    }
  }

  /// When it is said to have happened, where it says so.
  public var time: TimeOfDay? {
    switch self {
    case .message(let message): message.heard
    case .attempt(let attempt): attempt.time
    case .arrival(let arrival): arrival.time
    case .departure(let departure): departure.time
    case .back(let time), .notHere(let time), .seen(let time): time
    case .casework(.action(let action)): action.time
    case .casework, .concerns, .absence, .handedOn, .safe, .note, .request, .decision, .timetable,
      .closure,
      .list, .elsewhere, .paper, .evidence, .told, .nudge, .step, .excused, .week, .done,
      .withdrawn:
      nil
    }
  }

  /// What it says, in words without an end: `spoke to Mrs Rees (mother), telephone`.
  public var inWords: String {
    switch self {
    case .message(let message): message.inWords
    case .concerns: "the message concerns the pupil"
    case .absence(let absence): absence.inWords
    case .attempt(let attempt): attempt.inWords
    case .arrival(let arrival):
      "arrived \(arrival.time)"
        + (arrival.broughtBy.isEmpty ? "" : ", brought by \(arrival.broughtBy)")
    case .departure(let departure): departure.inWords
    case .back(let time): "back \(time)"
    case .notHere(let time): "marked in, not here since \(time)"
    case .seen(let time): "seen \(time)"
    case .handedOn(let to): "handed on to \(to)"
    case .safe(let by): "confirmed safe by \(by)"
    case .note: "a note to the office"
    case .request(let request): request.inWords
    case .decision(let decision): decision.inWords
    case .timetable(let timetable): timetable.inWords
    case .closure(let closure): closure.inWords
    case .list(let list): list.inWords
    case .elsewhere(let word): word.inWords
    case .paper(let paper):
      "\(paper.letter) made" + (paper.to.isEmpty ? "" : " for \(paper.to)")
    case .evidence(let step):
      "evidence \(step.state.rawValue)" + (step.what.isEmpty ? "" : ": \(step.what)")
    case .told(let who): "told \(who)"
    case .nudge(let key): "reminded of the register of \(key.group), \(key.session)"
    case .step: "step done"
    case .excused: "let off"
    case .week: "the week is signed off"
    case .casework(let work): work.inWords
    case .done: "dealt with"
    case .withdrawn: "taken back"
    }
  }
}

extension Message {
  /// Who told it and how: `Mrs Rees (mother), telephone; wants a call on 01530 000000`.
  public var inWords: String {
    var text = caller.isEmpty ? "somebody" : caller
    if !relationship.isEmpty { text += " (\(relationship))" }
    text += ", \(channel.rawValue)"
    if wantsCall { text += "; wants a call" }
    if !telephone.isEmpty { text += " on \(telephone)" }
    return text
  }
}

extension KnownAbsence {
  /// From when to when, and as what: `away 2026-03-20 AM to 2026-03-23 PM, I, report`.
  public var inWords: String {
    var text = "away \(from)"
    if through != from { text += " to \(through)" }
    text += ", \(code ?? "code to be decided"), \(source.rawValue)"
    if let out { text += ", leaves \(out)" }
    if let back { text += ", back \(back)" }
    if !evidence.isEmpty { text += "; evidence: \(evidence)" }
    return text
  }
}

extension Attempt {
  /// What came of it: `no answer: Mrs Rees (mother), telephone`.
  public var inWords: String {
    let who = contact + (relationship.isEmpty ? "" : " (\(relationship))")
    return outcome == .spoke
      ? "spoke to \(who), \(channel.rawValue)" : "\(outcome.rawValue): \(who), \(channel.rawValue)"
  }
}

extension Departure {
  /// When, why and with whom: `left 10:30, appointment, with her mother, expected 12:00`.
  public var inWords: String {
    "left \(time), \(purpose.rawValue)" + (with.isEmpty ? "" : ", with \(with)")
      + (expected.map { ", expected \($0)" } ?? "")
  }
}
