import Attendance
import Policies
import Terminal

extension LeaveScreen {
  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .leave(let board):
      show(board, at: desk)
      if message.text.isEmpty, form == nil, asking == nil {
        let count = board.rows.count { $0.leave.state == .waiting }
        say(count == 0 ? "No request waits; n writes one." : "\(count.of("request")) to decide.")
      }
      return []
    case .pupils(let search, let pupils):
      guard search == form?[.pupil].text else { return [] }
      form?.take(pupils, for: search)
      if pupils.isEmpty { say("Nobody on roll is called '\(search)'.") }
      return []
    case .brief(let brief):
      form?.take(brief)
      return []
    case .leaveLetter(let letter): return show(letter)
    case .leaveLetterMade(let letter, let file):
      say(
        "\(letter.letter.name) is in \(file) in the school's folder, and noted; print it from there."
      )
      return [.perform(.ask(.leave))]
    case .kept(let act, let receipt): return take(act, receipt, at: desk)
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  private mutating func take(_ act: Act, _ receipt: Receipt, at desk: Desk) -> [Move] {
    switch act.lines.first?.matter {
    case .request(let request):
      say("Kept \(act.at.time): \(request.inWords). The policy's points stand below.")
      kept = nil
      form = nil
      want(receipt.lines.first)
    case .decision(let decision):
      let isLunch = current?.leave.isLunch ?? false
      let letter = desk.policy.letter(for: decision.outcome, isLunch: isLunch)
      say(
        "Kept \(act.at.time): \(decision.inWords)."
          + (letter.map { " Letter: \($0.name) (\($0.id)); v shows it." } ?? ""))
    default: break
    }
    return [.perform(.ask(.leave))]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch asking {
    case .words(let outcome, let row, var field):
      guard field.handle(key) else { return nil }
      asking = .words(outcome, row, field)
      return []
    case .code, .fate: return refuse("Press one of the digits, or Esc.")
    case .letter: return refuse("Press Enter, one of the digits, or Esc.")
    case nil:
      guard let typed = form?.type(key) else { return nil }
      return follow(typed, at: desk)
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if case .words(let outcome, let row, var field) = asking {
      field.insert(text)
      asking = .words(outcome, row, field)
      return []
    }
    guard let typed = form?.insert(text) else { return refuse("A paste does nothing here.") }
    return follow(typed, at: desk)
  }

  private mutating func follow(_ typed: LeaveForm.Typed, at desk: Desk) -> [Move] {
    message = Message()
    switch typed {
    case .taken: return []
    case .search:
      guard let search = form?[.pupil], !search.isEmpty else { return [] }
      return [.perform(.ask(.pupils(search.text)))]
    case .chosen: return next(at: desk, afterChoice: true)
    }
  }
}
