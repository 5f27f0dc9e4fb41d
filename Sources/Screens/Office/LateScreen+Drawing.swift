import Attendance
import Policies
import Terminal

extension LateScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    let orders = desk.policy.day.compactMap(\.lunchOrdersBy).min().map { "lunch orders by \($0)  " }
    let date = desk.now.date.short
    TitleBar(
      ["LATE DESK", "LATE"], state: ["\(orders ?? "")\(date)", date], isPractice: desk.isPractice
    ).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if brief == nil {
      frame.draw(message, above: "Name:", name, on: &canvas)
    } else {
      switch typing {
      case .reason: frame.draw(message, above: "Why:", reason, on: &canvas)
      case .time: frame.draw(message, above: "Came at (nothing: now):", time, on: &canvas)
      case .broughtBy: frame.draw(message, above: "Brought by:", broughtBy, on: &canvas)
      }
    }
  }

  /// Those found while a name is typed, else the arrivals written here.
  private func drawBody(on canvas: inout Canvas) {
    guard brief == nil, !found.isEmpty else {
      // Over two lines where one does not hold it: minutes that are cut would be other minutes.
      let lines = written.prefix(canvas.size.rows).flatMap { text in
        text.wrapped(to: canvas.size.columns - 3).enumerated().map { ($0 == 0 ? " " : "   ") + $1 }
      }
      for (row, line) in lines.prefix(canvas.size.rows).enumerated() {
        canvas.write(line, row: row, column: 0)
      }
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    for (line, index) in list.visible.enumerated() {
      guard let pupil = found.first(where: { $0.pupil.id == list.rows[index] }) else { continue }
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      let rest = "  \(pupil.group)  born \(pupil.pupil.dateOfBirth.short)"
      let name = pupil.pupil.name.onRegister.cutName(to: canvas.size.columns - 2 - rest.columns)
      canvas.write(name + rest, row: line, column: 2, style: style)
    }
  }
}
