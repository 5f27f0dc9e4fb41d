import Attendance
import Terminal

/// What the register asks of the person before it goes on.
enum Prompt: Hashable, Sendable {
  /// The list of codes, of which one is chosen for the row.
  case codes(CodeList)
  /// A name to find; the row to go back to.
  case find(Field, from: Int)
  /// Minutes and note of the row.
  case note(NoteForm)
  /// A note about the row for the office, where the register can no longer be changed here.
  case officeNote(Field)
  /// Why a submitted mark becomes that code.
  case reason(code: String, row: Int, Field)
  /// As seen at what time a register is taken late.
  case asSeen(Field, blanksAsN: Bool)
  /// Whether blanks are submitted as N.
  case blanks
  /// Whether a letter and a digit were a code or a row.
  case codeOrRow(code: String, row: Int, digit: Character)
  /// Which of two sightings is right.
  case settle([HistoryLine])
  /// Whether to leave although marks are not on disk.
  case leaving

  var place: Command.Place {
    switch self {
    case .codes: .codes
    case .find: .find
    case .note: .note
    case .officeNote: .officeNote
    case .reason: .reason
    case .asSeen: .asSeen
    case .blanks: .blanks
    case .codeOrRow: .codeOrRow
    case .settle: .settle
    case .leaving: .leaving
    }
  }

  /// The name and field of the line that is typed, or nil where none is.
  var line: (label: String, field: Field)? {
    switch self {
    case .codes(let list): ("Code:", list.search)
    case .find(let field, _): ("Name:", field)
    case .officeNote(let field): ("Note:", field)
    case .reason(_, _, let field): ("Why:", field)
    case .asSeen(let field, _): ("Time:", field)
    case .note, .blanks, .codeOrRow, .settle, .leaving: nil
    }
  }

  /// Hands the key to the field, if there is one; false where the key means nothing there.
  mutating func type(_ key: Key) -> Bool {
    switch self {
    case .codes(var list):
      let used = list.type(key)
      self = .codes(list)
      return used
    case .find(var field, let row):
      let used = field.handle(key)
      self = .find(field, from: row)
      return used
    case .note(var form):
      let used = form.type(key)
      self = .note(form)
      return used
    case .officeNote(var field):
      let used = field.handle(key)
      self = .officeNote(field)
      return used
    case .reason(let code, let row, var field):
      let used = field.handle(key)
      self = .reason(code: code, row: row, field)
      return used
    case .asSeen(var field, let blanksAsN):
      let used = field.handle(key)
      self = .asSeen(field, blanksAsN: blanksAsN)
      return used
    case .blanks, .codeOrRow, .settle, .leaving: return false
    }
  }

  /// Puts a pasted text into the field, if there is one.
  mutating func paste(_ text: String) -> Bool {
    guard place.isText else { return false }
    for letter in text {
      _ = type(letter.isNewline || letter == "\t" ? .space : Key(letter))
    }
    return true
  }
}

/// Minutes late and a note beside one mark.
struct NoteForm: Hashable, Sendable {
  let row: Int
  var minutes: Field
  var note: Field
  var isOnNote: Bool

  init(row: Int, minutes: Int?, note: String?, isLate: Bool) {
    self.row = row
    self.minutes = Field(minutes.map(String.init) ?? "", limit: 5)
    self.note = Field(note ?? "", limit: 300)
    isOnNote = !isLate
  }

  mutating func type(_ key: Key) -> Bool {
    isOnNote ? note.handle(key) : minutes.handle(key)
  }

  /// The minutes typed, as a number or as the time of arrival; nil for none.
  ///
  /// Throws the sentence to show where it is neither.
  func minutes(late window: RegisterWindow?) throws(Refused) -> Int? {
    let text = minutes.text.filter { $0 != " " }
    if text.isEmpty { return nil }
    if let number = Int(text) { return number }
    if let time = TimeOfDay(text), let window { return window.minutesLate(at: time) }
    throw Refused("'\(text)' is neither minutes nor a time; type 12 or 08:47")
  }

  /// Why a form is not taken.
  struct Refused: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }

  /// Draws both fields on one line, or the one being typed where there is little room.
  func draw(on canvas: inout Canvas, row: Int) {
    let width = canvas.size.columns
    let margin = width >= 60 ? 1 : 0
    var column = margin
    if !isOnNote || width >= 34 {
      column = canvas.write("Minutes or time ".shortened(width >= 60), row: row, column: column)
      minutes.draw(
        on: &canvas, row: row, column: column, width: 5, style: isOnNote ? .plain : .focus,
        focused: !isOnNote)
      column += 7
    }
    if isOnNote || width >= 34 {
      column = canvas.write("Note ", row: row, column: column)
      note.draw(
        on: &canvas, row: row, column: column, width: max(width - column - 1, 1),
        style: isOnNote ? .focus : .plain, focused: isOnNote)
    }
  }
}

extension String {
  /// Itself where there is room, else its first word.
  fileprivate func shortened(_ hasRoom: Bool) -> String {
    hasRoom ? self : "Late "
  }
}

/// The codes of the date with their meanings, narrowed by what is typed.
struct CodeList: Hashable, Sendable {
  let row: Int
  let codes: [AttendanceCode]
  private(set) var search = Field(limit: 30)
  private(set) var list: ListView<String>

  init(row: Int, codes: [AttendanceCode]) {
    self.row = row
    self.codes = codes
    list = ListView(codes.map(\.text), height: 10)
  }

  /// The code under the cursor.
  var chosen: String? { list.current }

  mutating func type(_ key: Key) -> Bool {
    if list.handle(key) { return true }
    guard search.handle(key) else { return false }
    let wanted = search.text
    let found = codes.filter {
      wanted.isEmpty || FoldedName($0.text).text.hasPrefix(FoldedName(wanted).text)
        || FoldedName.matches($0.meaning, search: wanted)
        || FoldedName.matches($0.scenario, search: wanted)
    }.map(\.text)
    list.show(found)
    // What is typed in full stands first: `c` for C, though C1 and C2 begin so too.
    if !wanted.isEmpty {
      list.move(to: found.contains(wanted.uppercased()) ? wanted.uppercased() : found.first ?? "")
    }
    return true
  }

  mutating func fit(_ height: Int) { list.height = height }

  func draw(on canvas: inout Canvas) {
    var list = list
    list.height = max(canvas.size.rows, 1)
    if list.rows.isEmpty { canvas.write("No code is called so.", row: 0, column: 2) }
    for (line, index) in list.visible.enumerated() {
      guard let code = codes.first(where: { $0.text == list.rows[index] }) else { continue }
      let text = "\(list.marker(at: index)) \(code.text.padded(to: 2))  \(code.meaning)"
      let end = canvas.write(
        text, row: line, column: 0, style: index == list.cursor ? .current : .plain)
      let use = "  " + code.scenario
      if end + use.columns <= canvas.size.columns {
        canvas.write(use, row: line, column: end, style: .muted)
      }
    }
  }
}
