import Attendance
import Terminal

extension CaseForm {
  /// What the form asks for, with its words; throws at the field that cannot be read.
  func deed(on today: SchoolDate) throws(Fault) -> (deed: CaseDeed, words: String) {
    let words = text(.words)
    // To open a case for a flag and to hand one on need no words; all else does (an empty note
    // clears nothing).
    if words.isEmpty, kind != .open, kind != .assign, !isArranged {
      throw Fault(.words, "say in words why, or how it went")
    }
    return (try deed(today), words)
  }

  private func deed(_ today: SchoolDate) throws(Fault) -> CaseDeed {
    switch kind {
    case .open: return .open(pupil.id, ladder: try chosen(.ladder), owner: text(.to))
    case .step: return .step(try number(), early: text(.early).lowercased().hasPrefix("y"))
    case .stay: return .stay(try number(), until: try day(.until, today))
    case .close:
      guard let outcome = try chosen(.outcome).flatMap(CaseClosing.Outcome.init) else {
        throw Fault(.outcome, "say how it ended")
      }
      return .close(try number(), outcome, back: try day(.back, today))
    case .snooze:
      guard let until = try day(.until, today) else {
        throw Fault(.until, "say until when: it comes back by itself on that day")
      }
      return .snooze(pupil.id, one, until: until)
    case .assign:
      if text(.to).isEmpty { throw Fault(.to, "say to whom: a login, a name or a role") }
      return .assign(try number(), to: text(.to))
    case .add: return try adding(today)
    case .note:
      return .add(
        pupil.id, one, CaseAction(.note), try nature(), on: try day(.day, today) ?? today)
    case .undo: return .undo(try number())
    case .hold:
      guard let reason = try chosen(.reason).flatMap(Hold.Reason.init) else {
        throw Fault(.reason, "say why letters and ladders wait")
      }
      guard let until = try day(.until, today) else { throw Fault(.until, "say until when") }
      return .hold(pupil.id, Hold(reason, from: today, until: until))
    case .outcome(let line):
      guard let outcome = try chosen(.outcome).flatMap(CaseOutcome.Kind.init) else {
        throw Fault(.outcome, "say what became of it")
      }
      return .outcome(line, CaseOutcome(outcome, by: text(.with)))
    }
  }

  private var isArranged: Bool { text(.arranged).lowercased().hasPrefix("y") }

  private func adding(_ today: SchoolDate) throws(Fault) -> CaseDeed {
    guard let kind = try chosen(.kind).flatMap(CaseAction.Kind.init) else {
      throw Fault(.kind, "say what was done")
    }
    let typed = text(.time)
    let time = TimeOfDay.typed(typed)
    if time == nil, !typed.isEmpty { throw Fault(.time, "'\(typed)' is no time; type 14:30") }
    let nature = try nature()
    if nature != .ordinary, kind != .note {
      throw Fault(.nature, "only a note can be; what was said goes into one of its own")
    }
    return .add(
      pupil.id, one,
      CaseAction(
        kind, what: text(.what), time: time, attending: parts(.with, by: ","),
        isPlanned: isArranged), nature, on: try day(.day, today) ?? today)
  }

  private func nature() throws(Fault) -> DayLine.Nature {
    guard let typed = try chosen(.nature) else { return .ordinary }
    guard let nature = DayLine.Nature(rawValue: typed) else {
      throw Fault(.nature, "say ordinary, safeguarding or health")
    }
    return nature
  }

  /// The number that the deed is about; a form without one is never opened.
  private func number() throws(Fault) -> DayLine.ID {
    guard let one else { throw Fault(.words, "no case is open; c opens one") }
    return one
  }

  private func day(_ field: CaseField, _ today: SchoolDate) throws(Fault) -> SchoolDate? {
    try day(field, from: today, today: today)
  }
}
