import Attendance
import Policies
import Terminal

/// One screen: state, what keys and answers make of it, and its picture.
protocol Screen: Sendable {
  /// Which rows of the table of commands hold now.
  var place: Command.Place { get }
  /// What the last key did, in one sentence.
  var message: Message { get set }
  /// What it shows and wants to hear of again when another desk changes it.
  func questions(at desk: Desk) -> [Question]
  /// Why the command does not work now; nil where it does.
  func bar(to command: Command.ID, at desk: Desk) -> Bar?
  /// How the command's key is named here, where it differs from the table.
  func label(of command: Command.ID) -> String?
  /// Does what the command says.
  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move]
  /// Ends what is half typed, since a command that does not work has come between.
  mutating func endTyping()
  /// Takes a key that is no command here; nil where it means nothing.
  mutating func type(_ key: Key, at desk: Desk) -> [Move]?
  /// Takes a pasted text.
  mutating func paste(_ text: String, at desk: Desk) -> [Move]
  /// Takes an answer, or leaves it be where it is not its own.
  mutating func take(_ answer: Answer, at desk: Desk) -> [Move]
  /// Draws it.
  func draw(on canvas: inout Canvas, at desk: Desk)
}

extension Screen {
  func questions(at desk: Desk) -> [Question] { [] }
  func bar(to command: Command.ID, at desk: Desk) -> Bar? { nil }
  func label(of command: Command.ID) -> String? { nil }
  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { nil }
  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] { [] }
  mutating func endTyping() {}

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste marks nobody; type the marks.")
  }

  /// Says why a key does nothing.
  mutating func refuse(_ sentence: String) -> [Move] {
    message = Message(sentence, isRefusal: true)
    return [.perform(.bell)]
  }

  /// Says what a key did.
  mutating func say(_ sentence: String) { message = Message(sentence) }

  /// The footer: the commands that work now, in the order of the table.
  func footer(at desk: Desk, rows: Int) -> Footer {
    let works = Command.table(of: place).filter {
      !$0.words.isEmpty && bar(to: $0.id, at: desk) == nil
    }
    // Where there is room for one or two, submitting or saving is one of them.
    let isNarrow = desk.size.columns < 34
    let submit = works.filter {
      isNarrow && ($0.id == .register(.submit) || $0.id == .office(.save))
    }
    return Footer(
      items: (submit + works.filter { !submit.contains($0) }).map {
        KeyBar.Item(label(of: $0.id) ?? $0.label, $0.words)
      }, rows: rows, hasHelp: !place.isText)
  }
}

/// What a screen wants done besides changing itself.
enum Move: Hashable, Sendable {
  /// An effect for the run loop.
  case perform(Effect)
  /// Another screen above this one.
  case open(Room)
  /// Another screen in place of this one.
  case replace(Room)
  /// Back to the screen below.
  case back
  /// This person has signed in.
  case signIn(Staff)
}

/// Why a command does not work, with what to do next.
struct Bar: Hashable, Sendable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence.asSentence
  }
}

extension Bar {
  init(_ refusal: Refusal) { self.init(refusal.description) }
  init(_ denial: Denial) { self.init(denial.description) }
}

/// What stands on the message line.
struct Message: Hashable, Sendable {
  var text: String
  var isRefusal: Bool

  init(_ text: String = "", isRefusal: Bool = false) {
    self.text = text.asSentence
    self.isRefusal = isRefusal
  }
}

extension String {
  /// With a capital at its head and a stop at its end, unless it ends in one or in a key.
  var asSentence: String {
    guard let first, let last else { return self }
    let head = first.isLowercase ? first.uppercased() + dropFirst() : self
    // A stop after a key would be read as part of it.
    if split(separator: " ").last?.first == "^" { return head }
    return last.isLetter || last.isNumber || last == ")" || last == "'" ? head + "." : head
  }
}
