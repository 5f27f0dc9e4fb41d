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
  /// The name of the fact that says who may read the line.
  static let nature = "sensitive"

  init(_ matter: DayLine.Matter, _ nature: DayLine.Nature = .ordinary) {
    var facts = FactsText()
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
      facts.add("letter", attempt.letter)
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
    case .request(let request):
      facts.add(request)
      until = request.through.date
    case .decision(let decision):
      facts.add("outcome", decision.outcome.rawValue)
      facts.add("code", decision.code ?? "")
      facts.add("expected", decision.expectedBack?.description ?? "")
    case .timetable(let timetable):
      facts.add(timetable)
      until = timetable.until
    case .closure(let closure):
      facts.add(closure)
      until = closure.through.date
    case .list(let list):
      facts.add(list)
      until = list.through.date
    case .elsewhere(let word):
      facts.add("session", word.session)
      facts.add("there", word.isThere ? "yes" : "")
      facts.add("by", word.by)
    case .paper(let paper):
      facts.add("letter", paper.letter)
      facts.add("to", paper.to)
    case .evidence(let step):
      facts.add("state", step.state.rawValue)
      facts.add("what", step.what)
    case .told(let who): facts.add("who", who)
    case .nudge(let key):
      facts.add("group", key.group)
      facts.add("session", key.session)
    case .casework(let work):
      facts.add(work)
      until = work.until
    case .concerns, .note, .step, .excused, .week, .done, .withdrawn: break
    }
    // Ordinary lines, and all of before there were others, say nothing of it.
    facts.add(Self.nature, nature == .ordinary ? "" : nature.rawValue)
    kind = Self.kind(of: matter)
    self.until = until
    text = facts.text
  }
}
