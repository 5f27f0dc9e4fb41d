import Attendance
import Policies
import Terminal

extension GroupsScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: max(Frame.lines(of: message, canvas.size), 2))
    let over = board.map { "\($0.period.kind.soFar.lowercased())" } ?? ""
    TitleBar(
      ["GROUPS  \(asked.words), \(over)", "GROUPS  \(asked.words)", "GROUPS"],
      state: board?.isForGovernors == true ? ["governors' form", "governors", ""] : [""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let board {
      HeaderLine(
        left: [
          "\(board.period.name), \(board.period.starts.short) to \(board.last.date.short)"
            + (board.whole?.row?.tally.attendance.map { ": \($0)% of all" } ?? ""),
          "\(board.period.name), \(board.period.starts.short) to \(board.last.date.short)",
          board.period.name,
        ], right: board.benchmarks.header
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      if let choice {
        draw(choice, on: &body)
      } else if let board, board.rows.isEmpty {
        let words = "No session of this period counts for anybody you may see."
        for (row, line) in words.wrapped(to: body.size.columns - 2).enumerated() {
          body.write(line, row: row, column: 1)
        }
      } else if let board {
        draw(board, on: &body)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func draw(_ board: GroupBoard, on canvas: inout Canvas) {
    let table = GroupTable(board, width: canvas.size.columns)
    let hasNames = canvas.size.rows >= 8
    if hasNames { table.drawNames(on: &canvas) }
    var list = list
    list.height = max(canvas.size.rows - (hasNames ? 1 : 0), 1)
    for (line, index) in list.visible.enumerated() where board.rows.indices.contains(index) {
      let row = line + (hasNames ? 1 : 0)
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: row, column: 0, style: style)
      table.draw(board.rows[index], on: &canvas, row: row, style: style)
      if isCurrent { canvas.cursor = Position(row: row, column: 0) }
    }
    // Of whom and of when the national figures are, where there is room beneath the groups.
    let below = list.visible.count + (hasNames ? 2 : 1)
    guard below < canvas.size.rows, let words = board.benchmarks.nationWords else { return }
    canvas.write(words.cut(to: canvas.size.columns - 2), row: below, column: 2, style: .muted)
  }

  private func draw(_ choice: Choice, on canvas: inout Canvas) {
    var list = choice.list
    list.height = max(canvas.size.rows, 1)
    for (line, index) in list.visible.enumerated() {
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      let words = list.rows[index].map(\.inWords) ?? "nothing: one key alone"
      canvas.write(words, row: line, column: 2, style: style)
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
  }
}
