import Attendance
import Terminal

/// Minutes late and a note beside one mark.
struct NoteForm: Hashable, Sendable {
  private(set) var row: Int
  var minutes: Field
  var note: Field
  var isOnNote: Bool

  init(row: Int, minutes: Int?, note: String?, isLate: Bool) {
    self.row = row
    self.minutes = Field(minutes.map(String.init) ?? "", limit: 5)
    self.note = Field(note ?? "", limit: 300)
    isOnNote = !isLate
  }

  /// The same form for a row that has moved.
  func moved(to row: Int) -> NoteForm {
    var form = self
    form.row = row
    return form
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
