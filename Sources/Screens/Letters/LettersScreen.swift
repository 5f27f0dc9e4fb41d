import Attendance
import Policies
import Terminal

/// The letters of the policy about one pupil: chosen, given what they need, looked at, made.
struct LettersScreen: Screen, Hashable {
  var message = Message()
  private(set) var board: LetterBoard
  private(set) var list: ListView<Int>
  /// What stands before the list, or nil while it has the keys.
  var asking: Asking?
  /// What was given for each letter, so that going back loses nothing.
  var given: [String: [String: String]] = [:]

  /// What is asked.
  enum Asking: Hashable, Sendable {
    /// What a field of the letter says, by its place among the gaps.
    case field(PupilLetter, Int, Field)
    /// Whether the letter is made, from which of its lines it is shown.
    case letter(PupilLetter, top: Int)
  }

  init(_ board: LetterBoard) {
    self.board = board
    list = ListView(Array(board.rows.indices), height: 10)
  }

  var place: Command.Place {
    switch asking {
    case nil: .letters
    case .field: .letterField
    case .letter: .pupilLetter
    }
  }

  func questions(at desk: Desk) -> [Question] { [.letters(.board(board.pupil.id))] }

  /// The row the cursor is on.
  var current: LetterBoard.Row? { list.current.map { board.rows[$0] } }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      guard let current else { return Bar("The policy names no letter") }
      return current.bar.map { Bar($0) }
    case .answer(.nextField):
      if case .letter(let letter, _) = asking, letter.gaps.isEmpty {
        return Bar("Nothing can be given for this letter; all of it is from the register")
      }
      if case .field(_, 0, _) = asking { return Bar("This is the first field") }
      return nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      return current.map { [ask(for: LetterOrder($0.letter.id, about: board.pupil.id))] } ?? []
    case .common(.move):
      if case .letter = asking { return scroll(key, at: desk) }
      list.height = frame(desk.size).body.count
      if let key { _ = list.handle(key) }
      say("")
      return []
    case .common(.back): return [.back]
    case .answer(.accept): return accept(at: desk)
    case .answer(.nextField): return turn()
    case .answer(.cancel):
      say(asking == nil ? "" : "No letter was made; what was given for it is kept here.")
      asking = nil
      return []
    case .office(.choose): return choose(key)
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// Asks for the letter with what was given for it so far.
  func ask(for order: LetterOrder) -> Move {
    var order = order
    order.given = given[order.letter] ?? [:]
    return .perform(.ask(.letters(.letter(order))))
  }

  func frame(_ size: Size) -> Frame {
    var lines = Frame.lines(of: message, size)
    if case .field = asking { lines += 1 }
    return Frame(size, messageLines: lines)
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .letters(let answer) = answer else { return [] }
    switch answer {
    case .board(let fresh):
      board = fresh
      list.show(Array(fresh.rows.indices))
    case .letter(let letter): show(letter)
    case .made(let letter, let file):
      asking = nil
      given[letter.order.letter] = nil
      say("\(letter.letter.name) is in \(file) in the school's folder, and noted; print it there.")
    case .page, .pageWritten: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = frame(canvas.size)
    let name = board.pupil.name.onRegister
    TitleBar(
      ["LETTERS  \(name)  \(board.form)", "LETTERS  \(name)", "LETTERS"],
      state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let ready = board.rows.count { $0.bar == nil }
      HeaderLine(
        left: [desk.now.date.inWords, desk.now.date.short],
        right: ["\(ready) of \(board.rows.count) can be made here", ""]
      ).draw(on: &canvas, row: row)
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      if case .letter(let letter, let top) = asking {
        return TextSheet(letter).draw(from: top, on: &body)
      }
      drawList(on: &body)
    }
    if case .field(_, _, let field) = asking {
      frame.draw(message, above: "Say:", field, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  private func drawList(on canvas: inout Canvas) {
    let width = canvas.size.columns
    if board.rows.isEmpty {
      canvas.write(" The policy names no letter.".cut(to: width), row: 0, column: 0)
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    let kind = width >= 60 ? 13 : 0
    for (line, index) in list.visible.enumerated() {
      let row = board.rows[index]
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : row.bar == nil ? .plain : .muted
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      if kind > 0 { canvas.write(row.letter.kind.rawValue, row: line, column: 2, style: style) }
      canvas.write(row.words.cut(to: width - 2 - kind), row: line, column: 2 + kind, style: style)
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
  }
}

extension LetterBoard.Row {
  /// Its name, with what leads to it: `Second attendance letter, for Persistent absence`.
  fileprivate var words: String {
    if bar != nil { return "\(letter.name) (not here)" }
    return letter.name + (because.isEmpty ? "" : ", for " + because.joined(separator: ", "))
  }
}
