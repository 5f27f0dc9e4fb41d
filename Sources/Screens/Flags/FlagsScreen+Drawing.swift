import Attendance
import Policies
import Terminal

extension FlagsScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let message = spoken
    // One line is enough for what is always there; a longer message takes from the panel.
    let needed = Frame.lines(of: message, canvas.size) + (place.isText ? 1 : 0)
    let frame = Frame(canvas.size, messageLines: needed)
    TitleBar(
      (board?.counts ?? [""]).map { $0.isEmpty ? "FLAGS" : "FLAGS  \($0)" } + ["FLAGS"],
      state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header { header(width: canvas.size.columns).draw(on: &canvas, row: row) }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    let layout = FlagLayout(canvas.size)
    canvas.inside(frame.bodyArea) { body in
      if let form {
        form.draw(on: &body) { drawList(on: &$0) }
      } else if case .name(_, let found, let names) = typing {
        draw(found, names, on: &body)
      } else if shown.isEmpty {
        drawNobody(on: &body, at: desk)
      } else {
        drawRows(on: &body, layout)
      }
    }
    keys(at: desk, rows: frame.footer, layout).draw(on: &canvas)
    switch typing {
    case nil: frame.draw(message, on: &canvas)
    case .filter: frame.draw(message, above: "Only:", filter, on: &canvas)
    case .name(let field, _, _): frame.draw(message, above: "Name:", field, on: &canvas)
    }
  }

  /// What a key did, or what is always worth knowing.
  private var spoken: Message {
    guard message.text.isEmpty, !shown.isEmpty else { return message }
    return Message("No flag hides a pupil: w says why somebody is not flagged")
  }

  /// The footer; where the panel has no room, Enter opens what would stand in it.
  private func keys(at desk: Desk, rows: Int, _ layout: FlagLayout) -> Footer {
    let footer = footer(at: desk, rows: rows)
    guard layout.panel == 0, typing == nil else { return footer }
    return Footer(
      items: footer.items.filter { $0.label != "e" }.map {
        $0.label == "Enter" ? KeyBar.Item("Enter", "evidence") : $0
      }, rows: rows, hasHelp: footer.hasHelp)
  }

  /// What is shown and how it is sorted.
  private func header(width: Int) -> HeaderLine {
    guard let board else { return HeaderLine(left: [""], right: [""]) }
    let of = "\(shown.count) of \(board.rows.count)"
    let left = board.left > 0 ? showsLeft ? "all" : "open" : "all"
    let show = filter.isEmpty ? left : "'\(filter.text)', \(of)"
    let date = "\(board.date.weekday.short) \(board.date.short)"
    return HeaderLine(
      left: [
        "Show: \(show)   Sort: \(order.words)", "\(show); by \(order.words)",
        filter.isEmpty ? "by \(order.words)" : "\(of); by \(order.words)",
      ],
      right: (width < 56 ? [] : ["\(board.rules.of("rule")), to \(date)"]) + ["to \(date)", ""])
  }

  private func draw(
    _ found: [FoundPupil], _ names: ListView<Pupil.ID>, on canvas: inout Canvas
  ) {
    var names = names
    names.height = max(canvas.size.rows, 1)
    for (line, index) in names.visible.enumerated() where found.indices.contains(index) {
      let style: Style = index == names.cursor ? .current : .plain
      canvas.write(names.marker(at: index), row: line, column: 0, style: style)
      let born = canvas.size.columns >= 60 ? "  born \(found[index].pupil.dateOfBirth.short)" : ""
      let rest = "  \(found[index].group)\(born)"
      let name = found[index].pupil.name.onRegister.cut(to: canvas.size.columns - 2 - rest.columns)
      canvas.write(name + rest, row: line, column: 2, style: style)
    }
  }

  private func drawNobody(on canvas: inout Canvas, at desk: Desk) {
    guard let board else { return }
    let looked = "\(board.lookedAt.of("pupil")) \(board.lookedAt == 1 ? "was" : "were") looked at"
    let words =
      board.lookedAt == 0
      ? desk.staff?.group.isEmpty ?? true
        ? "No pupil is yours to look at, since no form or year is recorded for you: whoever keeps "
          + "the staff list gives it (registration_group), or gives you a case."
        : "No pupil is yours to look at: flags are shown for the groups, years or cases that you "
          + "have; ask whoever sees the whole school's."
      : board.rows.isEmpty
        ? "Nobody is flagged by the \(board.rules.of("rule")) of \(board.file) up to "
          + "\(board.date.inWords); \(looked). w says how near anybody is."
        : "No flagged pupil fits '\(filter.text)'; Esc shows all \(board.rows.count)."
    for (row, line) in words.wrapped(to: canvas.size.columns - 2).enumerated() {
      canvas.write(line, row: row, column: 1)
    }
  }

  /// The list alone, above a form.
  private func drawList(on canvas: inout Canvas) {
    let table = FlagTable(shown, width: canvas.size.columns, on: board?.date)
    var list = list
    list.height = canvas.size.rows
    for (row, index) in list.visible.enumerated() {
      canvas.write(list.marker(at: index), row: row, column: 0)
      table.draw(shown[index], on: &canvas, row: row, style: .plain)
    }
  }

  private func drawRows(on canvas: inout Canvas, _ layout: FlagLayout) {
    let table = FlagTable(shown, width: canvas.size.columns, on: board?.date)
    var list = list
    let panel = canvas.size.rows < layout.rows + layout.panel ? 0 : layout.panel
    list.height = max(min(layout.rows, canvas.size.rows - (layout.hasNames ? 1 : 0)), 1)
    if layout.hasNames { table.drawNames(on: &canvas) }
    for (line, index) in list.visible.enumerated() {
      let row = line + (layout.hasNames ? 1 : 0)
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: row, column: 0, style: style)
      table.draw(shown[index], on: &canvas, row: row, style: style)
      if isCurrent { canvas.cursor = Position(row: row, column: 0) }
    }
    guard panel > 0, let page = currentPage else { return }
    let top = canvas.size.rows - panel
    canvas.inside(Area(row: top, column: 0, rows: panel, columns: canvas.size.columns)) {
      FlagPanel(page).draw(on: &$0)
    }
  }
}
