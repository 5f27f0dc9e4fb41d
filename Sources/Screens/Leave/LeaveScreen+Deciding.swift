import Attendance
import Policies
import Terminal

extension LeaveScreen {
  /// Says that the request is decided, by whom and when, until the key is pressed once more.
  mutating func again(_ key: Key) -> [Move]? {
    guard let current, let decided = current.leave.decidedInWords else { return nil }
    let sentence = "\(current.name) is \(decided). \(key) once more decides it again."
    return message == Message(sentence, isRefusal: true) ? nil : refuse(sentence)
  }

  mutating func grant(at desk: Desk) -> [Move] {
    guard let current else { return [] }
    if current.leave.isLunch { return ask(.grant(code: nil), "Granted, with what words?") }
    let codes = codes(for: current, at: desk).filter {
      desk.permissions.denial(ofAnswering: $0, codes: desk.policy.codes, on: desk.now.date) == nil
    }
    asking = .code(current, Array(codes.prefix(9)))
    let offers = codes.prefix(9).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
    let planned =
      current.planned.isEmpty ? "" : " Planned already: \(current.plannedInWords)."
    let usual = self.codes(for: current, at: desk).first.flatMap {
      desk.permissions.denial(ofAnswering: $0, codes: desk.policy.codes, on: desk.now.date)
    }
    let others = usual.map { " But \($0.sentence); \($0.next)." } ?? ""
    say("\(current.name), granted under which code? \(offers)\(planned)\(others)")
    return []
  }

  mutating func choose(_ key: Key?) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
    switch asking {
    case .code(let row, let codes):
      guard codes.indices.contains(number - 1) else {
        return refuse("There is no code \(number); press 1 to \(codes.count), or Esc.")
      }
      let code = codes[number - 1]
      guard row.planned.isEmpty else {
        asking = .fate(row, code: code)
        say(
          "Planned already: \(row.plannedInWords). 1 keeps both, 2 takes it back on these days.")
        return []
      }
      asking = .words(.grant(code: code), row, Field(limit: 300))
      say("Granted as \(code), with what words?")
    case .fate(let row, let code):
      let all = EarlierPlan.Fate.allCases
      guard all.indices.contains(number - 1) else { return refuse("Press 1 or 2, or Esc.") }
      asking = .words(.grant(code: code, all[number - 1]), row, Field(limit: 300))
      say("Granted as \(code), with what words?")
    case .words, .letter, nil: break
    }
    return []
  }

  mutating func ask(_ outcome: Outcome, _ question: String) -> [Move] {
    guard let current else { return [] }
    asking = .words(outcome, current, Field(limit: 300))
    say("\(current.name): \(question)")
    return []
  }

  mutating func accept(at desk: Desk) -> [Move] {
    guard case .words(let outcome, let row, let field) = asking else {
      guard form != nil else { return [] }
      return next(at: desk, afterChoice: form?.takeFirst() == true)
    }
    let words = field.text.split(separator: " ").joined(separator: " ")
    do throws(LeaveRefusal) {
      let act = try act(outcome, row, words, at: desk)
      asking = nil
      return [.perform(.keep(act))]
    } catch {
      if error != .noWords { asking = nil }
      return refuse("Not decided: \(error.description)")
    }
  }

  private func act(
    _ outcome: Outcome, _ row: LeaveBoard.Row, _ words: String, at desk: Desk
  ) throws(LeaveRefusal) -> Act {
    // Another desk may have answered since the question was put.
    let leave = board?.rows.first { $0.id == row.id }?.leave ?? row.leave
    // Decided again is only what stood decided when the key was pressed once more.
    let again = leave.decided?.id == row.leave.decided?.id
    switch outcome {
    case .grant(let code, let fate):
      var act = try leave.granting(
        code, expectedBack: row.back, saying: words, isOfCompulsoryAge: row.isOfCompulsoryAge,
        codes: desk.policy.codes, begun: board?.begun ?? Session(desk.now.date, .pm),
        again: again, by: desk.person, now: desk.now)
      if fate == .instead { act.stand(inPlaceOf: row.planned) }
      return act
    case .refuse:
      return try leave.refusing(saying: words, again: again, by: desk.person, now: desk.now)
    case .end: return try leave.ending(saying: words, by: desk.person, now: desk.now)
    }
  }
}

extension LeaveBoard.Row {
  /// How far it has come, whose it is and what for, for the message line.
  var inWords: String {
    var words = "\(leave.state.rawValue): \(name) \(group), \(leave.request.inWords)"
    if !leave.line.words.isEmpty { words += ": \"\(leave.line.words)\"" }
    if let decided = leave.decided {
      words += "; \(decided.matter.inWords) by \(decided.by.name)"
      if !decided.words.isEmpty { words += ": \"\(decided.words)\"" }
    }
    for letter in leave.letters {
      words += "; \(letter.matter.inWords) \(letter.at.date.short) by \(letter.by.name)"
    }
    return words
  }
}
