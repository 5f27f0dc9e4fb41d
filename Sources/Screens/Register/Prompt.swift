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

  /// The same question where the rows have moved, or nil where its row is gone.
  func moved(_ place: (Int) -> Int?) -> Prompt? {
    switch self {
    case .codes(let list): place(list.row).map { .codes(list.moved(to: $0)) }
    case .find(let field, let row): .find(field, from: place(row) ?? 0)
    case .note(let form): place(form.row).map { .note(form.moved(to: $0)) }
    case .reason(let code, let row, let field):
      place(row).map { .reason(code: code, row: $0, field) }
    case .codeOrRow(let code, let row, let digit):
      place(row).map { .codeOrRow(code: code, row: $0, digit: digit) }
    case .officeNote, .asSeen, .blanks, .settle, .leaving: self
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
