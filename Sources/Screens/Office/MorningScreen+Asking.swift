import Attendance
import Terminal

extension MorningScreen {
  /// Takes the words that were typed, or what is shown.
  mutating func accept(at desk: Desk) -> [Move] {
    guard case .words(let need, let pupil, let field) = asking else {
      return acceptShown(at: desk)
    }
    let text = field.text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else { return refuse("Type a name, or Esc.") }
    asking = nil
    switch (need, pupil) {
    case (.handOn, let pupil?): return keep(.handedOn(to: text), of: pupil, at: desk)
    case (.safe, let pupil?): return keep(.safe(by: text), of: pupil, at: desk)
    case (.confirm(let place), _):
      return [.perform(.away(.confirm(place: place, notThere: [], says: text, at: nil)))]
    case (.handOn, nil), (.safe, nil): return []
    }
  }

  /// Takes the contact or outcome of that digit.
  mutating func choose(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
    switch asking {
    case .contact(let brief):
      if let moves = chooseStep(number, brief, at: desk) { return moves }
      guard brief.contacts.indices.contains(number - 1) else {
        return refuse("There is no contact \(number); \(Self.words(of: brief))")
      }
      asking = .outcome(brief, brief.contacts[number - 1])
      say("\(brief.contacts[number - 1].label): \(Self.outcomes)")
      return []
    case .outcome(let brief, let contact):
      guard Attempt.Outcome.allCases.indices.contains(number - 1) else {
        return refuse(Self.outcomes)
      }
      asking = nil
      let attempt = Attempt(
        contact: contact.name, relationship: contact.relationship,
        outcome: Attempt.Outcome.allCases[number - 1], time: desk.now.time)
      return keep(.attempt(attempt), of: brief.pupil.id, at: desk)
    case .text(let made): return chooseContact(number, for: made)
    case .script(let made): return outcome(number, of: made, at: desk)
    case .words, .settling, nil: return []
    }
  }

  mutating func keep(
    _ matter: DayLine.Matter, of pupil: Pupil.ID, saying words: String = "", at desk: Desk
  ) -> [Move] {
    [
      .perform(
        .keep(
          Act(
            kind: .logged, by: desk.person, at: desk.now,
            lines: [
              ProposedLine(pupil: pupil, date: desk.now.date, matter: matter, words: words)
            ])))
    ]
  }
}
