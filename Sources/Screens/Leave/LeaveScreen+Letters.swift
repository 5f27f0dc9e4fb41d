import Attendance
import Policies
import Terminal

/// The letter of a request: looked at, turned to another contact, made.
extension LeaveScreen {
  func barToLetter(at desk: Desk) -> Bar? {
    guard let current else { return Bar("No request is here; n writes one") }
    do throws(LeaveLetterRefusal) {
      _ = try desk.policy.letter(.decision, of: current.leave, nil)
      return desk.denial(of: .sendLetters, []) ?? desk.denial(of: .planAbsence, [])
    } catch {
      return Bar(error.description)
    }
  }

  func barToOtherLetter() -> Bar? {
    guard case .letter(let letter, _) = asking, letter.others.isEmpty else { return nil }
    return Bar("There is no other letter for this request now")
  }

  mutating func askForLetter() -> [Move] {
    guard let current else { return [] }
    return [.perform(.ask(.leaveLetter(current.id, .decision, contact: nil)))]
  }

  mutating func otherLetter() -> [Move] {
    guard case .letter(let letter, _) = asking, let other = letter.others.first else { return [] }
    return [.perform(.ask(.leaveLetter(letter.request, other, contact: letter.contact)))]
  }

  mutating func show(_ letter: LeaveLetter) -> [Move] {
    asking = .letter(letter, top: 0)
    let others = letter.contacts.prefix(9).enumerated().filter { $0.element != letter.contact }
      .map { "\($0.offset + 1) \($0.element.name)" }
    say(
      "Enter writes it and notes that it was made."
        + (others.isEmpty ? "" : " For another: \(others.joined(separator: "  "))."))
    return []
  }

  mutating func chooseContact(_ key: Key?, for letter: LeaveLetter) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
    guard letter.contacts.indices.contains(number - 1) else {
      return refuse("There is no contact \(number) who may be written to; press Enter, or Esc.")
    }
    return [
      .perform(
        .ask(
          .leaveLetter(letter.request, letter.kind, contact: letter.contacts[number - 1])))
    ]
  }

  mutating func makeLetter() -> [Move] {
    guard case .letter(let letter, _) = asking else { return [] }
    asking = nil
    return [.perform(.makeLetter(letter))]
  }

  /// Moves the letter up and down, where it is longer than the screen.
  mutating func scroll(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .letter(let letter, let top) = asking else { return [] }
    let sheet = TextSheet(letter)
    let frame = LeaveLayout(desk.size, message, board, isForm: false).frame
    asking = .letter(
      letter, top: sheet.top(after: key, from: top, in: frame.bodyArea.size))
    return []
  }
}

extension TextSheet {
  init(_ letter: LeaveLetter) {
    self.init(
      heading: "\(letter.letter.name) to \(letter.contact.name)", words: letter.words)
  }
}
