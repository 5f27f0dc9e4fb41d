import Attendance
import Terminal

extension ListsScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = typing != nil
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0))
    let titles = opened.map { ["LIST  \($0)", $0] } ?? ["LISTS AWAY FROM THE FORM", "LISTS"]
    TitleBar(titles, state: [desk.person.name, ""], isPractice: desk.isPractice).draw(on: &canvas)
    if let row = frame.header {
      let places = (opened == nil ? day?.places : current.map { [$0] }) ?? []
      let counts = ["expected", "confirmed"].map { state in
        places.map { $0.count(state) }.reduce(0, +)
      }
      HeaderLine(
        left: session.map { [$0.inWords, $0.inFewWords] } ?? [
          desk.now.date.inWords, desk.now.date.short,
        ],
        right: ["Expected \(counts[0])  Confirmed \(counts[1])", "\(counts[0]) open"]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { body in
      if opened == nil { drawPlaces(on: &body) } else { drawPupils(on: &body) }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if isTyping {
      frame.draw(message, above: "Answer:", field, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  private func drawPlaces(on canvas: inout Canvas) {
    let places = day?.places ?? []
    if places.isEmpty {
      canvas.write(" Nobody is on a list.", row: 0, column: 0)
      canvas.cursor = Position(row: 0, column: 0)
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    let longest = places.map(\.name.columns).max() ?? 0
    let name = min(longest + 2, max(canvas.size.columns / 2 - 2, 8))
    for (row, index) in list.visible.enumerated() {
      guard let place = places.first(where: { $0.name == list.rows[index] }) else { continue }
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: row, column: 0, style: style)
      canvas.write(place.name.cut(to: name - 1), row: row, column: 2, style: style)
      canvas.write(
        place.words.cut(to: canvas.size.columns - 2 - name), row: row, column: 2 + name,
        style: style)
      if index == list.cursor { canvas.cursor = Position(row: row, column: 0) }
    }
  }

  private func drawPupils(on canvas: inout Canvas) {
    guard let current else { return }
    if current.members.isEmpty {
      canvas.write(" Nobody is on this list now.", row: 0, column: 0)
      canvas.cursor = Position(row: 0, column: 0)
      return
    }
    var list = pupils
    list.height = max(canvas.size.rows, 1)
    let longest = current.members.map { $0.pupil.name.onRegister.columns }.max() ?? 0
    // The form takes no more than it needs where that would cut a name.
    let columns = canvas.size.columns
    let form = columns < 60 ? (current.members.map(\.form.columns).max() ?? 0) + 1 : 8
    let name = min(longest + 2, max(columns - 12 - form, 10))
    for (row, index) in list.visible.enumerated() {
      guard let member = current.members.first(where: { $0.pupil.id == list.rows[index] }) else {
        continue
      }
      let style: Style = index == list.cursor ? .current : .plain
      let isMissing = missing.contains(member.pupil.id)
      canvas.write(list.marker(at: index), row: row, column: 0, style: style)
      canvas.write(
        member.pupil.name.onRegister.cutName(to: name - 1), row: row, column: 2, style: style)
      canvas.write(
        member.form.padded(to: form) + (isMissing ? "NOT THERE" : member.state), row: row,
        column: 2 + name, style: isMissing ? .notice : style)
      if index == list.cursor { canvas.cursor = Position(row: row, column: 0) }
    }
  }
}
