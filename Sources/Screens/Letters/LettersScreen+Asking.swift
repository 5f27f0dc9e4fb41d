import Attendance
import Policies
import Terminal

/// What a letter needs, its words, and its making.
extension LettersScreen {
  /// Shows the letter, or asks for what it still needs.
  mutating func show(_ letter: PupilLetter) {
    guard letter.words != nil else {
      let first = letter.gaps.firstIndex { gap in letter.missing.contains(gap) } ?? 0
      return ask(first, of: letter)
    }
    asking = .letter(letter, top: 0)
    let others = letter.contacts.prefix(9).enumerated().filter {
      $0.element != letter.order.contact
    }.map { "\($0.offset + 1) \($0.element.name)" }
    let order = letter.order.contact?.courtOrder ?? ""
    say(
      (letter.isMadeToday ? "Made today already; Enter makes another. " : "")
        + (order.isEmpty ? "" : "Court order: \(order). ")
        + (letter.isMadeToday ? "" : "Enter writes it and notes that it was made.")
        + (others.isEmpty ? "" : " For another: \(others.joined(separator: "  ")).")
        + optional(in: letter))
  }

  /// What could still be given for it.
  private func optional(in letter: PupilLetter) -> String {
    let left = letter.gaps.filter { letter.order.given[$0.name]?.isEmpty ?? true }
    return left.isEmpty ? "" : " Tab adds \(left.map(\.label).joined(separator: ", "))."
  }

  mutating func ask(_ index: Int, of letter: PupilLetter) {
    let gap = letter.gaps[index]
    asking = .field(letter, index, Field(given[letter.order.letter]?[gap.name] ?? "", limit: 400))
    say("\(letter.letter.name), \(index + 1) of \(letter.gaps.count). \(gap.question)")
  }

  /// Back to the first field of a letter that is looked at, or to the field before.
  mutating func turn() -> [Move] {
    switch asking {
    case .letter(let letter, _): ask(0, of: letter)
    case .field(let letter, let index, _): ask(max(index - 1, 0), of: letter)
    case nil: break
    }
    return []
  }

  /// Takes what was typed and goes on, or makes the letter that is looked at.
  mutating func accept(at desk: Desk) -> [Move] {
    switch asking {
    case .letter(let letter, _):
      return [.perform(.letters(.make(letter, again: letter.isMadeToday)))]
    case .field(let letter, let index, let field):
      let gap = letter.gaps[index]
      let text: String
      do {
        text = try gap.read(field.text, today: desk.now.date)
      } catch {
        return refuse(error.sentence)
      }
      if text.isEmpty, gap.isNeeded {
        return refuse("The letter needs it: \(gap.label). Esc leaves the letter.")
      }
      given[letter.order.letter, default: [:]][gap.name] = text.isEmpty ? nil : text
      if index + 1 < letter.gaps.count {
        ask(index + 1, of: letter)
        return []
      }
      return [ask(for: letter.order)]
    case nil: return []
    }
  }

  /// Turns the letter to the contact of that number.
  mutating func choose(_ key: Key?) -> [Move] {
    guard case .letter(let letter, _) = asking, case .character(let digit) = key,
      let number = digit.wholeNumberValue
    else { return [] }
    guard letter.contacts.indices.contains(number - 1) else {
      return refuse("There is no contact \(number) who may be written to; press Enter, or Esc.")
    }
    var order = letter.order
    order.contact = letter.contacts[number - 1]
    return [ask(for: order)]
  }

  /// Moves the letter up and down, where it is longer than the screen.
  mutating func scroll(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .letter(let letter, let top) = asking else { return [] }
    let area = frame(desk.size).bodyArea.size
    asking = .letter(letter, top: TextSheet(letter).top(after: key, from: top, in: area))
    return []
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch asking {
    case nil: return nil
    case .letter: return refuse("Press Enter, one of the digits, or Esc.")
    case .field(let letter, let index, var field):
      guard field.handle(key) else { return nil }
      asking = .field(letter, index, field)
      return []
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard case .field(let letter, let index, var field) = asking else {
      return refuse("A paste does nothing here.")
    }
    field.insert(text)
    asking = .field(letter, index, field)
    return []
  }
}

extension TextSheet {
  init(_ letter: PupilLetter) {
    let to = letter.order.contact.map { " to \($0.name)" } ?? ""
    self.init(heading: "\(letter.letter.name)\(to)", words: letter.words ?? "")
  }
}
