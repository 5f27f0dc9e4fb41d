import Attendance
import Terminal

extension InOutScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = place.isText
    let lines = Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0)
    let frame = Frame(canvas.size, messageLines: lines)
    TitleBar(["IN AND OUT"], state: ["\(desk.now.date.short)"], isPractice: desk.isPractice)
      .draw(on: &canvas)
    if let row = frame.header {
      let out = book?.outNow ?? 0
      let overdue = book?.overdue ?? 0
      HeaderLine(
        left: [desk.now.date.inWords, desk.now.date.short],
        right: [overdue == 0 ? "Out \(out)" : "Out \(out)  Overdue \(overdue)"]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    switch asking {
    case nil, .purpose: frame.draw(message, on: &canvas)
    case .name(let field, _, _): frame.draw(message, above: "Who:", field, on: &canvas)
    case .companion(_, _, let field): frame.draw(message, above: "With:", field, on: &canvas)
    case .expected(_, _, _, let field): frame.draw(message, above: "Back:", field, on: &canvas)
    }
  }

  /// Those found while a name is typed, else the book.
  private func drawBody(on canvas: inout Canvas) {
    if case .name(_, let found, let list) = asking, !found.isEmpty {
      SectionedRows(
        rows: found.map { pupil in
          SectionedRows.Row(
            heading: "",
            cells: [
              pupil.pupil.name.onRegister, pupil.group, "born \(pupil.pupil.dateOfBirth.short)",
            ], name: 0)
        }
      ).draw(list, on: &canvas)
      return
    }
    guard let book else { return }
    if book.lines.isEmpty {
      canvas.write(" Nobody is out.", row: 0, column: 0)
      return
    }
    SectionedRows(
      rows: book.lines.map { line in
        SectionedRows.Row(
          heading: Self.heading(line.state),
          cells: [
            "\(line.member.pupil.name.onRegister) \(line.member.particulars.group)", line.words,
          ], name: 0)
      }
    ).draw(list, on: &canvas)
  }

  static func heading(_ state: InAndOut.State) -> String {
    switch state {
    case .out(_, let isOverdue): isOverdue ? "OVERDUE" : "Out"
    case .planned: "To leave"
    }
  }
}
