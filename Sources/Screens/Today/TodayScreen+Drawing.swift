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
      let settling = day.map { $0.toSettle > 0 ? "To settle \($0.toSettle)  " : "" } ?? ""
      let all = day?.lines.filter { $0.pupils > 0 }.count ?? 0
      HeaderLine(
        left: [date.inWords, date.short],
        right: ["\(settling)Taken \(taken) of \(all)", "\(settling)\(taken)/\(all)"]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { body in drawList(on: &body, at: desk) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func drawList(on canvas: inout Canvas, at desk: Desk) {
    var list = list
    let top = canvas.size.rows >= 12 ? 2 : 0
    list.height = max(canvas.size.rows - top, 1)
    let columns = columns(canvas.size.columns, at: desk)
    if top > 0 {
      drawHeading(columns, on: &canvas)
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
      draw(register, columns, row: top + line, style, at: desk, on: &canvas)
      if isCurrent { canvas.cursor = Position(row: top + line, column: 0) }
    }
  }

  /// Where the parts stand: each directly after the longest of the part before it.
  private func columns(_ width: Int, at desk: Desk) -> DayColumns {
    let states = day?.lines.map { $0.words(now: desk.now, besideTaker: true).columns }
    let takers = day?.lines.map(\.takerInWords.columns)
    return DayColumns(width, states: states?.max() ?? 0, takers: takers?.max() ?? 0)
  }

  private func drawHeading(_ columns: DayColumns, on canvas: inout Canvas) {
    let places = [
      ("Register", 2), ("State", columns.state), ("Taker", columns.taker), ("Room", columns.room),
      ("Pupils", columns.pupils),
    ]
    for case (let words, let column?) in places {
      canvas.write(words, row: 0, column: column, style: .heading)
    }
    canvas.rule(row: 1, columns: 1..<max(canvas.size.columns, 1))
  }

  private func draw(
    _ register: RegisterLine, _ columns: DayColumns, row: Int, _ style: Style, at desk: Desk,
    on canvas: inout Canvas
  ) {
    let name = "\(register.key.group) \(register.key.session.half.rawValue)"
    canvas.write(name.cut(to: columns.state - 3), row: row, column: 2, style: style)
    let end = columns.taker ?? canvas.size.columns + 1
    canvas.write(
      register.words(
        now: desk.now, besideTaker: columns.taker != nil, columns: end - columns.state - 1),
      row: row, column: columns.state,
      style: register.toSettle > 0 ? style.adding(.bold) : style)
    if let taker = columns.taker {
      let room = (columns.room ?? canvas.size.columns + 1) - taker - 1
      canvas.write(register.takerInWords.cut(to: room), row: row, column: taker, style: style)
    }
    if let room = columns.room {
      canvas.write(register.room.cut(to: 5), row: row, column: room, style: style)
    }
    if let pupils = columns.pupils {
      canvas.write(String(register.pupils), row: row, before: pupils + 6, style: style)
    }
  }
}

/// Where the parts of a day's line begin.
struct DayColumns: Hashable, Sendable {
  let state: Int
  let taker: Int?
  let room: Int?
  let pupils: Int?

  /// - Parameters:
  ///   - states: the columns of the longest state.
  ///   - takers: the columns of the longest taker's name.
  init(_ width: Int, states: Int, takers: Int) {
    state = width >= 30 ? 14 : 9
    let isWide = width >= 76
    let last = isWide ? width - 14 : width
    // A taker has a dozen columns at least; a state longer than what that leaves is cut.
    let taker = min(state + max(states, 20) + 2, last - 14)
    self.taker = width >= 60 ? taker : nil
    room = isWide ? min(taker + max(takers, 20) + 2, last) : nil
    pupils = room.map { $0 + 7 }
  }
}
