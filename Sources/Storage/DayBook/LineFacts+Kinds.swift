import Attendance

extension LineFacts {
  /// Every kind there is.
  static let kinds =
    [
      "message", "concerns", "absence", "attempt", "arrival", "departure", "back", "not here",
      "seen",
      "handed on", "safe", "note", "request", "decision", "timetable", "closure", "list",
      "elsewhere",
      "paper", "evidence", "told", "nudge", "step", "excused", "week", "done", "withdrawn",
    ] + Casework.keptKinds

  static func kind(of matter: DayLine.Matter) -> String {
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
    case .request: "request"
    case .decision: "decision"
    case .timetable: "timetable"
    case .closure: "closure"
    case .list: "list"
    case .elsewhere: "elsewhere"
    case .paper: "paper"
    case .evidence: "evidence"
    case .told: "told"
    case .nudge: "nudge"
    case .step: "step"
    case .excused: "excused"
    case .week: "week"
    case .casework(let work): work.keptKind
    case .done: "done"
    case .withdrawn: "withdrawn"
    }
  }
}
