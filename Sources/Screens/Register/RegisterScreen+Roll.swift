import Attendance
import Terminal

extension RegisterScreen {
  /// What the row's cell shows: its code, `_` for a blank, `!` where two sightings differ.
  func cell(at row: Int) -> String {
    let code = shownCode(at: row)
    if isClassView {
      if code.isEmpty { return "_" }
      if code == "L" { return "L" }
      return classWord(code) == "present" ? code : "away"
    }
    if register.rows[row].standing?.contradiction != nil, !register.isDraft(at: row) { return "!" }
    return code.isEmpty ? "_" : code
  }

  /// The roll: one or two columns of names with their marks.
  func drawRoll(on canvas: inout Canvas, at desk: Desk) {
    let layout = RollLayout(canvas.size, count: register.rows.count)
    let page = layout.page(with: cursor)
    let canMark = barToMarking(at: desk) == nil
    if layout.hasHeading { drawHeading(layout, on: &canvas) }
    if let words = layout.pageWords(with: cursor) {
      canvas.write(
        layout.hasHeading ? " \(words) " : words,
        row: layout.hasHeading ? layout.top - 1 : canvas.size.rows - 1,
        column: layout.hasHeading ? 4 : 0)
    }
    let columns = (0..<layout.columns).map { self.columns(layout, $0) }
    for row in page {
      let place = layout.place(of: row)
      let area = Area(
        row: place.line, column: layout.start(of: place.column), rows: 1,
        columns: layout.width(of: place.column))
      canvas.inside(area) { line in drawRow(row, columns[place.column], canMark, on: &line) }
    }
  }

  /// Where the parts of a line stand: in one column the marks come up to the longest name.
  private func columns(_ layout: RollLayout, _ column: Int) -> RollColumns {
    let widest = layout.columns == 1 ? register.rows.indices.map(whole).max() : nil
    return RollColumns(layout.width(of: column), layout, isClassView, widest: widest)
  }

  /// The columns of a name of which nothing is cut.
  private func whole(_ row: Int) -> Int {
    RollName(name: register.rows[row].pupil.name, lookAlike: register.lookAlikes[row]).whole.columns
  }

  private func drawHeading(_ layout: RollLayout, on canvas: inout Canvas) {
    let row = layout.top - 2
    canvas.rule(row: row + 1, columns: 1..<max(canvas.size.columns, 1))
    for column in 0..<layout.columns {
      let columns = columns(layout, column)
      let start = layout.start(of: column)
      canvas.write("#", row: row, column: start + columns.number - 1, style: .heading)
      canvas.write("Pupil", row: row, column: start + columns.number + 1, style: .heading)
      if let history = columns.history {
        canvas.write("Last 6", row: row, column: start + history, style: .heading)
      }
      canvas.write("Now", row: row, column: start + columns.mark, style: .heading)
    }
    if layout.columns == 2 {
      for line in row..<layout.top + layout.perColumn {
        canvas.write(line == row + 1 ? "+" : "|", row: line, column: layout.width(of: 0))
      }
    }
  }

  private func drawRow(
    _ row: Int, _ columns: RollColumns, _ canMark: Bool, on canvas: inout Canvas
  ) {
    let line = register.rows[row]
    let isCurrent = row == cursor
    let isSelected = selected.contains(register.rows[row].pupil.id)
    canvas.write(
      isCurrent ? ">" : isSelected ? "+" : " ", row: 0, column: 0,
      style: isCurrent ? .current : .plain)
    canvas.write(String(row + 1), row: 0, before: columns.number)
    let name = RollName(name: line.pupil.name, lookAlike: register.lookAlikes[row])
    let start = columns.number + 1
    let room = (columns.history ?? columns.mark) - 1 - start
    // A look-alike is told apart before its last six marks are shown.
    let all = columns.mark - 1 - start
    let shown = name.text(width: room)
    let keepsHistory = register.lookAlikes[row] == nil || shown == name.whole
    // Number and name stay as they are: restyling them would double what a move sends.
    canvas.write(keepsHistory ? shown : name.text(width: all), row: 0, column: start)
    if let history = columns.history, keepsHistory {
      let six = line.lastSix.suffix(6).map { $0.isEmpty ? "_" : String($0.prefix(1)) }.joined()
      canvas.write(six.paddedBefore(to: 6), row: 0, column: history, style: .muted)
    }
    drawMark(row, columns, canMark, on: &canvas)
  }

  private func drawMark(
    _ row: Int, _ columns: RollColumns, _ canMark: Bool, on canvas: inout Canvas
  ) {
    let isCurrent = row == cursor
    let text = cell(at: row)
    let isUnsaved = unsaved?.changes.contains { $0.pupil == register.rows[row].pupil.id } ?? false
    var style: Style = text == "!" ? .alert : isUnsaved ? .changed : .plain
    if isCurrent { style = isUnsaved ? Style.focus.adding(.underline) : .focus }
    let bracketed = isCurrent && canMark
    canvas.write(bracketed ? "[" : " ", row: 0, column: columns.mark)
    let end = canvas.write(text, row: 0, column: columns.mark + 1, style: style)
    if bracketed { canvas.write("]", row: 0, column: end) }
    if isCurrent { canvas.cursor = Position(row: 0, column: columns.mark + 1) }
    if columns.trail > 0, !isClassView {
      // Beside a code of one letter there is a column more.
      let column = columns.mark + (text.columns > 1 ? 5 : 4)
      canvas.write(
        trail(at: row, width: columns.trail), row: 0, column: column, style: .muted,
        width: columns.trail)
    }
  }

  /// What stands beside a mark: another desk's, the source of a plan, minutes, a sign for a note.
  private func trail(at row: Int, width: Int) -> String {
    let line = register.rows[row]
    let note = register.note(at: row).map { $0.isEmpty ? "" : ";" } ?? ""
    if let standing = line.standing, let mark = register.draft[line.pupil.id],
      mark.code != standing.entry.code
    {
      return "was \(standing.entry.code)"
    }
    if register.isPlanned(at: row), let plan = line.plan {
      return width > 8 ? "\(plan.source.short) \(plan.by.initials)" : plan.source.short
    }
    if let other = unsent(at: row) {
      return "\(other.mark.code) \(other.by.initials)"
    }
    if let minutes = register.minutes(at: row) { return "\(minutes)m\(note)" }
    return note
  }
}

/// Where the parts of a roll's line begin.
struct RollColumns: Hashable, Sendable {
  /// The column after the number.
  let number: Int
  /// The last six marks, or nil where there is no room for them.
  let history: Int?
  /// The bracket before the mark.
  let mark: Int
  /// The columns beside the mark.
  let trail: Int

  /// - Parameter widest: the columns of the longest name, where the marks need not stand farther off.
  init(_ width: Int, _ layout: RollLayout, _ isClassView: Bool, widest: Int? = nil) {
    number = 1 + max(3, String(layout.count).count)
    trail = isClassView ? 0 : width >= 56 ? 12 : width >= 34 ? 5 : 0
    // In class view the word `away` needs no further room than a code and its trail.
    let last = max(width - (isClassView ? 6 : 5 + trail), number + 2)
    // Where a column has the whole of a narrow screen, the names need the room of the last six.
    let hasHistory = !isClassView && (layout.columns == 2 ? width >= 38 : width >= 44)
    let first = number + 1 + max(widest ?? width, 16) + (hasHistory ? 9 : 2)
    mark = min(last, first)
    history = hasHistory ? mark - 7 : nil
  }
}
