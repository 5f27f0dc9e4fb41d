import Attendance
import Policies
import Terminal

extension RegisterScreen {
  mutating func submit(at desk: Desk) -> [Move] { submit(blanksAsN: false, at: desk) }

  /// Submits the register, after the questions that have to be asked first.
  mutating func submit(blanksAsN: Bool, at desk: Desk) -> [Move] {
    if let unsaved {
      return refuse(
        "Not submitted: the marks are not on disk (\(unsaved.why)); they are tried again.")
    }
    if barToMarking(at: desk) != nil, let made = register.draftMadeOpen {
      observation = Observation(by: desk.person.name, at: made)
    }
    do {
      let act = try register.act(
        by: desk.person, now: desk.now, observer: observation, blanksAsN: blanksAsN)
      if isLateTaking(at: desk), observation == nil {
        prompt = .asSeen(Field(limit: 40), blanksAsN: blanksAsN)
        say(
          "Taken \(desk.now.time), after closing. As seen at what time? "
            + "A name after it, if another saw them: \(example) Mr Owen")
        return []
      }
      submitting = act
      say("Submitting.")
      return [.perform(.submit(act, settling: register.draft))]
    } catch .stillBlank(let rows) {
      prompt = .blanks
      let numbers = rows.prefix(12).map(String.init).joined(separator: ", ")
      let more = rows.count > 12 ? " and \(rows.count - 12) more" : ""
      say(
        "Still blank: \(numbers)\(more). N submits them as N (no reason yet); = fills; Esc goes back."
          + (expectedAbsent.map { " " + $0 } ?? ""))
      return []
    } catch {
      return refuse(error.description)
    }
  }

  /// Whether the register is taken now for the first time although its time is over.
  func isLateTaking(at desk: Desk) -> Bool {
    guard register.taken == nil, let phase = register.phase(now: desk.now) else { return false }
    return phase == .closed || phase == .ended
  }

  /// Types what somebody wrote on paper: who saw the pupils, and when, is said already.
  mutating func typeFromPaper(_ seen: Observation) {
    guard register.taken == nil else { return }
    observation = seen
    register.isTypedLater = true
    say("Typed from paper, as seen by \(seen.by) at \(seen.at.time). " + message.text)
  }

  /// Takes the time of a late taking: `08:40`, or `08:40 Mr Owen` where another saw them.
  mutating func takeLate(_ text: String, _ blanksAsN: Bool, at desk: Desk) -> [Move] {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let time = TimeOfDay(String(first)) else {
      return refuse("Type a time like \(example), as the pupils were seen.")
    }
    let seen = Instant(key.session.date, time)
    guard seen <= desk.now else {
      return refuse("\(time) is still to come; type when they were seen.")
    }
    if let opens = register.window?.opens, time < opens {
      return refuse("The register opens at \(opens); type when they were seen after that.")
    }
    observation = Observation(by: words.count > 1 ? String(words[1]) : desk.person.name, at: seen)
    prompt = nil
    return submit(blanksAsN: blanksAsN, at: desk)
  }

  /// A time at which this register might have been seen.
  private var example: TimeOfDay {
    register.window.map { $0.opens.adding(minutes: 5) } ?? TimeOfDay(minutes: 520)
  }
}
