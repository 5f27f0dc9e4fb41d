import Attendance
import Terminal

extension CallScreen {
  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .messages(let date, let book, let names):
      log = CallLog(book, on: date, names: names)
      list.height = CallLayout(desk.size, message, form).list
      list.show((log?.rows ?? []).map(\.id))
      if let line = written { list.move(to: line) }
      written = nil
      return startPurpose()
    case .pupils(let search, let pupils):
      guard search == form?[.pupil].text else { return [] }
      form?.take(pupils, for: search)
      if pupils.isEmpty { say("Nobody on roll is called '\(search)'.") }
      return []
    case .brief(let brief):
      form?.take(brief)
      // Where there is no line for it below the form, the message line says what matters.
      if let form, CallLayout(desk.size, message, form).facts == 0 { say(form.facts(at: desk)) }
      if let form, form.focus == .from, !form.siblings.isEmpty, message.text.isEmpty {
        let names = form.siblings.map { "\($0.pupil.name.onRegister) \($0.group)" }
        say("Unaccounted for too: \(names.joined(separator: ", ")). Shift-Tab offers them.")
      }
      return []
    case .kept(let act, let receipt): return take(act, receipt, at: desk)
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  /// Does what the screen was opened for, once it knows the messages.
  private mutating func startPurpose() -> [Move] {
    defer { purpose = nil }
    switch purpose {
    case .newCall: return begin(nil)
    case .line(let id):
      guard list.move(to: id), let current else {
        return refuse("That is a note and no message; Esc goes back, and d says it is dealt with")
      }
      if current.isUnlinked { return begin(current.line) }
      say(current.inWords)
      return []
    case nil: return []
    }
  }

  private mutating func take(_ act: Act, _ receipt: Receipt, at desk: Desk) -> [Move] {
    if let form, act.lines.first?.matter != .done {
      kept.drafts[form.linking?.id] = nil
      kept.last = form
      self.form = nil
      offered = form.siblings
      say(
        CallOutcome(act, receipt, of: form.chosen, today: desk.now.date).inWords
          + (offered.isEmpty ? "" : " And \(offered.inWords), unaccounted for? a writes the same."))
    } else {
      say("Noted \(act.at.time): dealt with.")
    }
    written = receipt.lines.first
    return [.perform(.ask(.messages(on: desk.now.date)))]
  }
}
