import Attendance

/// What a line of the day book says, as the file keeps it: a word for its kind, and named facts in
/// one text that the seal covers.
///
/// Each fact is one row of the text, `name value`; the order is fixed, so that one matter has one
/// text.
struct LineFacts: Hashable {
  /// The word for the kind of matter.
  let kind: String
  /// The last day it speaks of, where that is not its own.
  let until: SchoolDate?
  /// The facts, one in each row.
  let text: String

  init(_ matter: DayLine.Matter) {
    var facts = Writing()
    var until: SchoolDate?
    switch matter {
    case .message(let message):
      facts.add("caller", message.caller)
      facts.add("relationship", message.relationship)
      facts.add("channel", message.channel.rawValue)
      facts.add("telephone", message.telephone)
      facts.add("call", message.wantsCall ? "yes" : "")
      facts.add("heard", message.heard.description)
    case .absence(let absence):
      facts.add("from", absence.from)
      facts.add("through", absence.through)
      facts.add("code", absence.code ?? "")
      facts.add("source", absence.source.rawValue)
      facts.add("out", absence.out?.description ?? "")
      facts.add("back", absence.back?.description ?? "")
      facts.add("evidence", absence.evidence)
      until = absence.through.date
    case .attempt(let attempt):
      facts.add("contact", attempt.contact)
      facts.add("relationship", attempt.relationship)
      facts.add("channel", attempt.channel.rawValue)
      facts.add("outcome", attempt.outcome.rawValue)
      facts.add("time", attempt.time.description)
    case .arrival(let arrival):
      facts.add("session", arrival.session)
      facts.add("time", arrival.time.description)
      facts.add("brought", arrival.broughtBy)
    case .departure(let departure):
      facts.add("time", departure.time.description)
      facts.add("purpose", departure.purpose.rawValue)
      facts.add("with", departure.with)
      facts.add("expected", departure.expected?.description ?? "")
    case .back(let time), .notHere(let time), .seen(let time):
      facts.add("time", time.description)
    case .handedOn(let to): facts.add("to", to)
    case .safe(let by): facts.add("by", by)
    case .concerns, .note, .done, .withdrawn: break
    }
    kind = Self.kind(of: matter)
    self.until = until
    text = facts.text
  }

  /// Every kind there is.
  static let kinds = [
    "message", "concerns", "absence", "attempt", "arrival", "departure", "back", "not here", "seen",
    "handed on", "safe", "note", "done", "withdrawn",
  ]

  private static func kind(of matter: DayLine.Matter) -> String {
    switch matter {
    case .message: "message"
    case .concerns: "concerns"
    case .absence: "absence"
    case .attempt: "attempt"
    case .arrival: "arrival"
    case .departure: "departure"
    case .back: "back"
    case .notHere: "not here"
    case .seen: "seen"
    case .handedOn: "handed on"
    case .safe: "safe"
    case .note: "note"
    case .done: "done"
    case .withdrawn: "withdrawn"
    }
  }

  private struct Writing {
    var text = ""

    /// Adds the fact; an empty one is left out, and a line break within one becomes a space.
    mutating func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      text +=
        name + " " + value.withoutNUL.split(whereSeparator: \.isNewline).joined(separator: " ")
      text += "\n"
    }

    mutating func add(_ name: String, _ session: Session) {
      add(name, "\(session.date) \(session.half.rawValue)")
    }
  }
}
