import Attendance
import Terminal

extension HandoutScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = typing != nil
    let lines = Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0)
    let frame = Frame(canvas.size, messageLines: lines)
    let title = request.kind.title.uppercased()
    let filtered = filter.isEmpty ? "" : "only '\(filter.text)'"
    TitleBar([title], state: [filtered, ""], isPractice: desk.isPractice).draw(on: &canvas)
    if let row = frame.header, let whole {
      let known = "as known \(whole.at.time)"
      HeaderLine(
        left: [whole.date.inWords, whole.date.short],
        right: [
          [shown?.summary ?? "", known].filter { !$0.isEmpty }.joined(separator: "  "), known,
        ]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    switch typing {
    case nil: frame.draw(message, on: &canvas)
    case .filter: frame.draw(message, above: "Only:", filter, on: &canvas)
    case .excuse(_, let field): frame.draw(message, above: "Why:", field, on: &canvas)
    }
  }

  private func drawBody(on canvas: inout Canvas) {
    guard let shown else { return }
    if shown.rows.isEmpty {
      canvas.write(" Nobody is on this list.", row: 0, column: 0)
      return
    }
    let name = shown.besideNames.firstIndex(of: "name")
    let (all, columns) = (canvas.size.rows, canvas.size.columns)
    var rows = all
    if let paper = current?.paper, all > 5 {
      // What will be printed stands below its row, as far as there is room.
      rows = max(min(shown.rows.count, all / 3), 1)
      let below = Area(row: rows + 1, column: 0, rows: all - rows - 1, columns: columns)
      canvas.inside(below) { TextSheet(heading: "As it is printed:", words: paper).draw(on: &$0) }
    }
    canvas.inside(Area(row: 0, column: 0, rows: rows, columns: columns)) {
      drawRows(of: shown, name, on: &$0)
    }
  }

  private func drawRows(of shown: Handout, _ name: Int?, on canvas: inout Canvas) {
    SectionedRows(
      rows: shown.rows.map {
        // A slip is one pupil's, who is named on its own line at every width.
        shown.isWrittenOnce
          ? SectionedRows.Row(
            heading: "", cells: [shown.heading(of: $0)] + shown.beside($0), name: 0)
          : SectionedRows.Row(heading: shown.heading(of: $0), cells: shown.beside($0), name: name)
      }, names: shown.isTabular ? shown.besideNames : []
    ).draw(list, on: &canvas)
  }
}
