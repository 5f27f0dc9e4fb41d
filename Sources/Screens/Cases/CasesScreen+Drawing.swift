import Attendance
import Policies
import Terminal

extension CasesScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let whose = pupil.map { "CASES  \($0.name.onRegister)" }
    let counts = board.map { $0.counts(of: pupil?.id) } ?? [""]
    TitleBar(
      counts.map { (whose ?? "CASES") + ($0.isEmpty ? "" : "  \($0)") } + [whose ?? "CASES"],
      state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let board {
      HeaderLine(
        left: ["Show: \(shown.words)", shown.words],
        right: ["\(rows.count.of("case")), \(board.date.weekday.short) \(board.date.short)", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func drawBody(on canvas: inout Canvas) {
    let size = canvas.size
    if let form { return form.draw(on: &canvas) { drawRows(on: &$0) } }
    if rows.isEmpty {
      for (line, text) in nothing.wrapped(to: size.columns - 2).enumerated() {
        canvas.write(text, row: line, column: 1)
      }
      return
    }
    let layout = CasesLayout(body: size, lines: lines != nil)
    if lines == nil {
      canvas.inside(Area(row: 0, column: 0, rows: layout.rows, columns: size.columns)) {
        drawRows(on: &$0)
      }
    }
    let panel = layout.panelSize.rows
    guard panel > 0 else { return }
    canvas.inside(Area(row: size.rows - panel, column: 0, rows: panel, columns: size.columns)) {
      CasePanel(current, on: board?.date).draw(from: lines, on: &$0)
    }
  }

  private var nothing: String {
    guard let board else { return "" }
    let all = board.rows(.open, of: pupil?.id).count
    switch shown {
    case .open:
      return pupil == nil
        ? "No case is open. In FLAGS, c opens one for the pupil under the cursor."
        : "No case is open for this pupil; Tab shows closed ones."
    case .due: return "Nothing is due. Tab shows all \(all.of("case")) that are open."
    case .mine: return "No open case is with you, by name or by role."
    case .closed: return "No case is closed."
    }
  }

  private func drawRows(on canvas: inout Canvas) {
    guard let date = board?.date else { return }
    let isWide = canvas.size.columns >= 72
    SectionedRows(
      rows: rows.map { row in
        let due = row.one.due.map { "\($0.weekday.short) \($0.short)" } ?? ""
        let next = row.one.isOpen ? row.next?.name ?? "look again" : row.one.stepName ?? ""
        let name = row.pupil.name.onRegister
        return SectionedRows.Row(
          heading: Self.heading(row.one.state(on: date)),
          cells: isWide
            ? [due, name, row.form, next, row.owner] : [row.one.due?.short ?? "", name, next],
          name: 1)
      }
    ).draw(list, on: &canvas)
  }

  private static func heading(_ state: Case.State) -> String {
    switch state {
    case .overdue: "OVERDUE"
    case .due: "TODAY"
    case .waiting: "waiting"
    case .snoozed: "left"
    case .closed: "closed"
    }
  }
}
