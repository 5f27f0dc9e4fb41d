import Attendance
import Terminal

extension TodayScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let date = day?.date ?? desk.now.date
    let isToday = date == desk.now.date
    TitleBar(
      [isToday ? "TODAY'S REGISTERS" : "REGISTERS", isToday ? "TODAY" : "DAY"],
      state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let taken = day?.lines.filter { $0.taken != nil }.count ?? 0
      let all = day?.lines.filter { $0.pupils > 0 }.count ?? 0
      HeaderLine(
        left: [date.inWords, date.short], right: ["Taken \(taken) of \(all)", "\(taken)/\(all)"]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { body in drawList(on: &body, at: desk) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func drawList(on canvas: inout Canvas, at desk: Desk) {
    let columns = DayColumns(canvas.size.columns)
    var list = list
    let top = canvas.size.rows >= 12 ? 2 : 0
    list.height = max(canvas.size.rows - top, 1)
    if top > 0 {
      canvas.write("Register", row: 0, column: 2, style: .heading)
      canvas.write("State", row: 0, column: columns.state, style: .heading)
      if let taker = columns.taker {
        canvas.write("Taker", row: 0, column: taker, style: .heading)
      }
      if let room = columns.room { canvas.write("Room", row: 0, column: room, style: .heading) }
      if let pupils = columns.pupils {
        canvas.write("Pupils", row: 0, column: pupils, style: .heading)
      }
      canvas.rule(row: 1, columns: 1..<max(canvas.size.columns, 1))
      if list.visible.count < list.rows.count {
        canvas.write(
          " \(list.visible.lowerBound + 1)-\(list.visible.upperBound) of \(list.rows.count) ",
          row: 1, column: 4)
      }
    }
    canvas.cursor = Position(row: top, column: 0)
    for (line, index) in list.visible.enumerated() {
      guard let register = day?.lines.first(where: { $0.key == list.rows[index] }) else { continue }
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: top + line, column: 0, style: style)
      canvas.write(
        "\(register.key.group) \(register.key.session.half.rawValue)", row: top + line, column: 2,
        style: style, width: columns.state - 3)
      canvas.write(
        words(of: register, at: desk), row: top + line, column: columns.state, style: style)
      if let taker = columns.taker {
        canvas.fill(Area(row: top + line, column: taker - 1, rows: 1, columns: canvas.size.columns))
        canvas.write(
          register.taker, row: top + line, column: taker, style: style,
          width: (columns.room ?? canvas.size.columns) - taker - 1)
      }
      if let room = columns.room {
        canvas.write(register.room, row: top + line, column: room, style: style, width: 5)
      }
      if let pupils = columns.pupils {
        canvas.write(
          String(register.pupils), row: top + line, before: pupils + 6, style: style)
      }
      if isCurrent { canvas.cursor = Position(row: top + line, column: 0) }
    }
  }
}

/// Where the parts of a day's line begin.
struct DayColumns: Hashable, Sendable {
  let state: Int
  let taker: Int?
  let room: Int?
  let pupils: Int?

  init(_ width: Int) {
    state = width >= 30 ? 14 : 10
    taker = width >= 60 ? state + 32 : nil
    room = width >= 76 ? width - 14 : nil
    pupils = width >= 76 ? width - 7 : nil
  }
}
