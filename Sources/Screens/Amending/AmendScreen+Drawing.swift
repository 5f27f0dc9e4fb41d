import Attendance
import Policies
import Terminal

extension AmendScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let first = sheet.places.first
    let name = form.isMany ? sheet.places.count.of("mark") : first?.pupil.name.onRegister ?? ""
    TitleBar(
      ["AMEND  \(name)", "AMEND"], state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let first {
      let last = sheet.places.last?.session ?? first.session
      let range =
        last == first.session
        ? first.session.inWords : "\(first.session.inFewWords) to \(last.inFewWords)"
      HeaderLine(left: [range, first.session.inFewWords], right: [first.group, ""])
        .draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0, at: desk) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  /// The original above the fields; what does not fit is left out from its end.
  private func drawBody(on body: inout Canvas, at desk: Desk) {
    let width = body.size.columns
    let fields = form.fields
    let isWide = width >= 44
    let needed = fields.count * (isWide ? 1 : 2)
    var row = 0
    let room = body.size.rows - min(needed, body.size.rows)
    for line in originals(at: desk).flatMap({ $0.wrapped(to: max(width - 3, 1)) }).prefix(room) {
      body.write(line, row: row, column: 1, style: .muted)
      row += 1
    }
    if row > 0, row < room { row += 1 }
    // Where not all of it fits, the focused field does.
    let shown = needed <= body.size.rows ? fields : [form.focus]
    let label = isWide ? 15 : 0
    for field in shown where place == .amendForm {
      let isFocused = field == form.focus
      body.write(field.label, row: row, column: 1, style: isFocused ? .bold : .plain)
      if !isWide, body.size.rows > 1 { row += 1 }
      let space = max(min(width - label - 3, form[field].limit + 1), 1)
      body.write("[", row: row, column: label, style: .muted)
      form[field].draw(
        on: &body, row: row, column: label + 1, width: space,
        style: isFocused ? .focus : .plain, focused: isFocused)
      body.write("]", row: row, column: label + 1 + space, style: .muted)
      row += 1
    }
  }

  /// What stands now: of one mark who made it and when, of many how often each code.
  private func originals(at desk: Desk) -> [String] {
    guard form.isMany else {
      return sheet.places.map { place in
        let meaning = place.standing.flatMap {
          desk.policy.codes.code($0.entry.code, on: place.session.date)?.meaning
        }
        return "On record: \(place.original)" + (meaning.map { ". \($0)" } ?? "")
      }
    }
    let codes = sheet.places.map { $0.standing?.entry.code ?? "" }
    let counts = Dictionary(grouping: codes, by: \.self).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key.isEmpty ? "blank" : $0.key)" }
    let registers = Set(sheet.places.map(\.key)).count
    return [
      "On record, in \(registers.of("register")): \(counts.joined(separator: ", ")).",
      "Only blanks are touched, unless more is said.",
    ]
  }
}
