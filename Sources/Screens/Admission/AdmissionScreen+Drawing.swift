import Attendance
import Policies
import Terminal

extension AdmissionScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size), headers: 0)
    TitleBar(titles, state: [desk.person.name, ""], isPractice: desk.isPractice)
      .draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in drawFields(on: &body, today: desk.now.date) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private var titles: [String] {
    switch subject {
    case .child: ["ADD A CHILD", "ADD"]
    case .leaver(let pupil, let form):
      ["DELETE A NAME  \(pupil.name.onRegister)  \(form)", "DELETE  \(pupil.name.onRegister)"]
    }
  }

  private func drawFields(on body: inout Canvas, today: SchoolDate) {
    let width = body.size.columns
    let isWide = width >= 50
    let label = isWide ? 20 : 0
    let needed = fields.count * (isWide ? 1 : 2)
    // Where not all of it fits, the field in focus and those after it do.
    let start = fields.firstIndex(of: focus) ?? 0
    let grounds = grounds(on: today)
    let isCrowded = needed + 1 + grounds.count > body.size.rows
    let shown =
      isCrowded && focus == .ground
      ? [.ground] : needed <= body.size.rows ? fields : Array(fields[start...])
    var row = 0
    // A field whose name stands above it needs both rows, but for the only one there is room for.
    let rows = isWide ? 1 : 2
    for field in shown where row + rows <= body.size.rows || row == 0 {
      let isFocused = field == focus
      body.write(
        field.label.cut(to: max(width - 2, 1)), row: row, column: 1,
        style: isFocused ? .bold : .plain)
      if !isWide, row + 1 < body.size.rows { row += 1 }
      let room = max(width - label - 3, 1)
      body.write("[", row: row, column: label, style: .muted)
      self[field].draw(
        on: &body, row: row, column: label + 1, width: room, style: isFocused ? .focus : .plain,
        focused: isFocused)
      body.write("]", row: row, column: label + 1 + room, style: .muted)
      row += 1
    }
    row += 1
    for line in grounds where row < body.size.rows {
      body.write(line.cut(to: max(width - 2, 1)), row: row, column: 1, style: .muted)
      row += 1
    }
  }

  /// The grounds to choose from, while none is chosen.
  private func grounds(on today: SchoolDate) -> [String] {
    guard case .leaver(let pupil, _) = subject else { return [] }
    if let ground { return ["\(ground.reference): \(ground.words)"] }
    return DeletionGround.all(ofCompulsoryAge: pupil.isOfCompulsoryAge(on: today)).map {
      "\($0.rawValue)  \($0.words)"
    }
  }
}
