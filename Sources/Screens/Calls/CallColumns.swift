import Attendance
import Terminal

/// The columns of the call log; where there is little room the last and the least needed go first.
struct CallColumns {
  private let width: Int
  private let pupil: Int
  private let from: Int
  private let words: Int

  /// The columns in which these rows stand.
  init(_ rows: [CallLog.Row], width: Int) {
    self.width = width
    let longest = rows.map(\.names.columns).max() ?? 0
    // On a slip the name has the line to itself.
    let most = width >= 60 ? 22 : width >= 34 ? (width - 12) / 2 : width - 9
    pupil = max(min(longest, most), 1)
    from = width >= 60 ? max(min(rows.map(\.from.columns).max() ?? 0, 11), 4) : 0
    // Marker, time, form, code and initials take their fixed shares.
    let fixed = 2 + 7 + (width >= 60 ? 5 : 0) + (width >= 50 ? 4 : 0) + (width >= 76 ? 4 : 0)
    words = width < 34 ? 0 : width - fixed - pupil - 1 - (from > 0 ? from + 1 : 0)
  }

  func draw(_ row: CallLog.Row, isCurrent: Bool, on canvas: inout Canvas, at line: Int) {
    let style: Style = isCurrent ? .current : .plain
    canvas.write(isCurrent ? ">" : " ", row: line, column: 0, style: style)
    var column = 2
    func write(_ text: String, _ columns: Int, isName: Bool = false, on canvas: inout Canvas) {
      let text = isName ? text.cutName(to: columns) : text.cut(to: columns)
      canvas.write(text, row: line, column: column, style: style)
      column += columns + 1
    }
    write(row.time, 6, on: &canvas)
    write(row.names, pupil, isName: !row.pupils.isEmpty, on: &canvas)
    if width >= 60 { write(row.group, 4, on: &canvas) }
    if from > 0 { write(row.from, from, on: &canvas) }
    if words > 4 { write(row.line.words, words - 1, on: &canvas) }
    if width >= 50 { write(row.code, 3, on: &canvas) }
    if width >= 76 { write(row.by, 3, on: &canvas) }
  }
}
