import Attendance

/// Reads the facts of a line of the day book back into what it says.
struct LineReading {
  let facts: [Substring: Substring]

  /// What a line of this kind with these facts says; nil where the file holds no such thing.
  static func matter(_ kind: String, _ text: String) -> DayLine.Matter? {
    LineReading(text).matter(kind)
  }

  /// Who may read a line with these facts; nil where the file holds no such thing.
  static func nature(_ text: String) -> DayLine.Nature? {
    // It is the last fact of all; few lines have it, and every line is asked.
    let rows = text.utf8.dropLast()
    let start = rows.lastIndex(of: UInt8(ascii: "\n")).map(rows.index(after:)) ?? rows.startIndex
    let row = text[start..<rows.endIndex]
    guard row.hasPrefix(LineFacts.nature + " ") else { return .ordinary }
    return DayLine.Nature(rawValue: String(row.dropFirst(LineFacts.nature.count + 1)))
  }

  private init(_ text: String) {
    var facts: [Substring: Substring] = [:]
    for row in text.split(separator: "\n") {
      guard let end = row.firstIndex(of: " ") else { continue }
      facts[row[..<end]] = row[row.index(after: end)...]
    }
    self.facts = facts
  }

  private func matter(_ kind: String) -> DayLine.Matter? {
    switch kind {
    case "message": message.map { .message($0) }
    case "concerns": .concerns
    case "absence": absence.map { .absence($0) }
    case "attempt": attempt.map { .attempt($0) }
    case "arrival":
      if let session = session("session"), let time = time("time") {
        .arrival(LateArrival(at: session, time: time, broughtBy: text("brought")))
      } else {
        nil
      }
    case "departure": departure.map { .departure($0) }
    case "back": time("time").map { .back($0) }
    case "not here": time("time").map { .notHere($0) }
    case "seen": time("time").map { .seen($0) }
    case "handed on": .handedOn(to: text("to"))
    case "safe": .safe(by: text("by"))
    case "note": .note
    case "request": request.map { .request($0) }
    case "decision": decision.map { .decision($0) }
    case "timetable": timetable.map { .timetable($0) }
    case "closure": closure.map { .closure($0) }
    case "list": list.map { .list($0) }
    case "elsewhere":
      session("session").map {
        .elsewhere(Elsewhere(at: $0, isThere: text("there") == "yes", by: text("by")))
      }
    case "paper": .paper(Paper(text("letter"), to: text("to")))
    case "evidence":
      EvidenceStep.State(rawValue: text("state")).map {
        .evidence(EvidenceStep($0, what: text("what")))
      }
    case "told": .told(text("who"))
    case "nudge": session("session").map { .nudge(RegisterKey(text("group"), at: $0)) }
    case "step": .step
    case "excused": .excused
    case "week": .week
    case "done": .done
    case "withdrawn": .withdrawn
    default: casework(kind).map { .casework($0) }
    }
  }

  private var message: Message? {
    guard let channel = Message.Channel(rawValue: text("channel")), let heard = time("heard")
    else { return nil }
    return Message(
      caller: text("caller"), relationship: text("relationship"), channel: channel,
      telephone: text("telephone"), wantsCall: text("call") == "yes", heard: heard)
  }

  private var absence: KnownAbsence? {
    guard let from = session("from"), let through = session("through"),
      let source = Plan.Source(rawValue: text("source"))
    else { return nil }
    let code = text("code")
    return KnownAbsence(
      from: from, through: through, code: code.isEmpty ? nil : code, source: source,
      out: time("out"), back: time("back"), evidence: text("evidence"))
  }

  private var attempt: Attempt? {
    guard let channel = Message.Channel(rawValue: text("channel")),
      let outcome = Attempt.Outcome(rawValue: text("outcome")), let time = time("time")
    else { return nil }
    return Attempt(
      contact: text("contact"), relationship: text("relationship"), channel: channel,
      outcome: outcome, time: time, letter: text("letter"))
  }

  private var departure: Departure? {
    guard let time = time("time"), let purpose = Departure.Purpose(rawValue: text("purpose"))
    else { return nil }
    return Departure(
      time: time, purpose: purpose, with: text("with"), expected: self.time("expected"))
  }

  func text(_ name: Substring) -> String { facts[name].map(String.init) ?? "" }

  func time(_ name: Substring) -> TimeOfDay? {
    facts[name].flatMap { TimeOfDay(String($0)) }
  }

  func session(_ name: Substring) -> Session? {
    guard let words = facts[name]?.split(separator: " "), words.count == 2,
      let date = SchoolDate(String(words[0])), let half = HalfDay(rawValue: String(words[1]))
    else { return nil }
    return Session(date, half)
  }
}
