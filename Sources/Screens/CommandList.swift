import Attendance
import Terminal

/// The help, and the palette of every command by name: both search, and Enter runs the line.
struct CommandList: Hashable, Sendable {
  /// What a line is: a command of this place, and why it is off, if it is.
  struct Line: Hashable, Sendable {
    let command: Command
    let label: String
    let bar: Bar?
  }

  let title: String
  /// Whether the lines stand under their headings, as in the help.
  let isHelp: Bool
  let all: [Line]
  private(set) var search = Field(limit: 40)
  private(set) var list: ListView<Int>
  private(set) var message: Message

  init(title: String, isHelp: Bool, as role: String = "", _ lines: [Line]) {
    self.title = title
    self.isHelp = isHelp
    all =
      isHelp
      ? Command.Section.allCases.flatMap { section in
        lines.filter { $0.command.section == section }
      } : lines.filter { $0.bar == nil }
    list = ListView(Array(all.indices), height: 10)
    message = Message(
      isHelp
        ? "Type to search. Enter runs the line, Esc closes. \(role)"
        : "Type a command's name. Enter runs it, Esc closes.")
  }

  /// The line the cursor is on.
  var chosen: Line? { list.current.map { all[$0] } }

  mutating func type(_ key: Key, size: Size) -> Bool {
    list.height = max(Frame(size, messageLines: 2, headers: 0).body.count, 1)
    if list.handle(key) {
      sayWhyOff()
      return true
    }
    guard search.handle(key) else { return false }
    narrow()
    return true
  }

  mutating func paste(_ text: String) {
    search.insert(text)
    narrow()
  }

  /// The reason of a command that is off, whole, when the cursor comes to it.
  private mutating func sayWhyOff() {
    guard let line = chosen else { return }
    message = Message(
      line.bar.map { "Off: \($0.sentence)" } ?? "Enter runs the line, Esc closes.")
  }

  mutating func refuse(_ sentence: String) { message = Message(sentence, isRefusal: true) }

  private mutating func narrow() {
    let found = all.indices.filter { index in
      let line = all[index]
      return search.isEmpty || line.label.lowercased() == search.text.lowercased()
        || [line.command.help, line.command.words].contains {
          FoldedName.matches($0, search: search.text)
        }
    }
    list.show(Array(found))
    if let first = found.first { list.move(to: first) }
    message = Message(
      found.isEmpty
        ? "No command is called '\(search.text)'."
        : "\(found.count.of("command")). Enter runs the line, Esc closes.")
    if chosen?.bar != nil { sayWhyOff() }
  }

  /// What the command does and, where it is off, why, in at most so many columns.
  ///
  /// The reason needs the room first: what the command does stands beside it as short as it can.
  private static func words(of line: Line, in room: Int) -> (what: String, why: String) {
    guard let bar = line.bar else { return (line.command.help.cut(to: room), "") }
    let why = " - off: " + bar.sentence
    let short = line.command.words.isEmpty ? line.command.help : line.command.words
    for what in [line.command.help, short] where what.columns + why.columns <= room {
      return (what, why)
    }
    // Less than a word or two of the reason says nothing; the message line gives it whole.
    let rest = room - short.columns
    if rest >= 20 { return (short, why.cut(to: rest)) }
    return rest >= " - off".columns ? (short, " - off") : (short.cut(to: room), "")
  }

  func draw(on canvas: inout Canvas, isPractice: Bool) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar([title, isHelp ? "HELP" : "COMMANDS"], isPractice: isPractice).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      var list = list
      list.height = max(body.size.rows, 1)
      for (row, index) in list.visible.enumerated() {
        let line = all[list.rows[index]]
        let style: Style = index == list.cursor ? .current : .plain
        body.write(list.marker(at: index), row: row, column: 0, style: style)
        var column = 2
        if isHelp, body.size.columns >= 50 {
          body.write(line.command.section.rawValue, row: row, column: 2, style: .muted)
          column = 10
        }
        body.write(line.label, row: row, column: column, style: .bold)
        let room = body.size.columns - column - 9
        let text = Self.words(of: line, in: room)
        let end = body.write(text.what, row: row, column: column + 9, style: style)
        body.write(text.why, row: row, column: end, style: .notice)
      }
    }
    Footer(
      items: [
        KeyBar.Item("Enter", "run"), KeyBar.Item("Up Down", "move"), KeyBar.Item("Esc", "close"),
      ], rows: frame.footer, hasHelp: false
    ).draw(on: &canvas)
    frame.draw(message, above: isHelp ? "Search:" : ":", search, on: &canvas)
  }
}
