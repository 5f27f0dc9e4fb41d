import Attendance
import Terminal

extension RegisterScreen {
  /// The week: pupils down, ten sessions across; only this session's column can be changed.
  func drawWeek(on canvas: inout Canvas, at desk: Desk) {
    let layout = RollLayout(canvas.size, count: register.rows.count, mayHaveTwo: false)
    let columns = WeekColumns(
      canvas.size.columns, layout, hasShares: week?.year.isEmpty == false, today: today / 2)
    let canMark = barToMarking(at: desk) == nil
    if layout.hasHeading { drawWeekHeading(layout, columns, on: &canvas) }
    if let words = layout.pageWords(with: cursor) {
      canvas.write(
        layout.hasHeading ? " \(words) " : words,
        row: layout.hasHeading ? layout.top - 1 : canvas.size.rows - 1, column: 4)
    }
    for row in layout.page(with: cursor) {
      let line = layout.place(of: row).line
      let isCurrent = row == cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(isCurrent ? ">" : " ", row: line, column: 0, style: style)
      canvas.write(String(row + 1), row: line, before: columns.number, style: style)
      let name = RollName(
        name: register.rows[row].pupil.name, lookAlike: register.lookAlikes[row])
      canvas.write(
        name.text(width: columns.days - columns.number - 2), row: line,
        column: columns.number + 1, style: style)
      drawDays(of: row, line, columns, canMark, on: &canvas)
    }
  }

  /// Which of the ten sessions is this register's.
  private var today: Int { (key.session.date.weekday.rawValue - 1) * 2 + key.session.half.index }

  private func drawWeekHeading(
    _ layout: RollLayout, _ columns: WeekColumns, on canvas: inout Canvas
  ) {
    let row = layout.top - 2
    canvas.rule(row: row + 1, columns: 1..<max(canvas.size.columns, 1))
    canvas.write("#", row: row, column: columns.number - 1, style: .heading)
    canvas.write("Pupil", row: row, column: columns.number + 1, style: .heading)
    for day in columns.shown {
      let date = key.session.date.monday.adding(days: day)
      let isToday = today / 2 == day
      let text = columns.day >= 6 ? date.weekday.short : String(date.weekday.short.prefix(2))
      canvas.write(
        isToday && columns.day >= 6 ? text + " " + key.session.half.rawValue : text, row: row,
        column: columns.column(of: day * 2) + 1, style: .heading, width: columns.day)
    }
    if let shares = columns.shares {
      canvas.write("Week%", row: row, column: shares, style: .heading)
      canvas.write("Year%", row: row, column: shares + 6, style: .heading)
    }
  }

  private func drawDays(
    of row: Int, _ line: Int, _ columns: WeekColumns, _ canMark: Bool, on canvas: inout Canvas
  ) {
    let pupil = register.rows[row].pupil.id
    let codes = week?.codes[pupil] ?? []
    for session in columns.shown.lowerBound * 2..<columns.shown.upperBound * 2 {
      let column = columns.column(of: session)
      if session == today {
        let isCurrent = row == cursor
        let bracketed = isCurrent && canMark && columns.day >= 6
        canvas.write(bracketed ? "[" : " ", row: line, column: column)
        let end = canvas.write(
          cell(at: row), row: line, column: column + 1, style: isCurrent ? .focus : .plain)
        if bracketed { canvas.write("]", row: line, column: end) }
        if isCurrent { canvas.cursor = Position(row: line, column: column + 1) }
        continue
      }
      let code = session < codes.count ? codes[session] : ""
      let isClosed = session < (week?.closed.count ?? 0) && week?.closed[session] != nil
      let isAhead = session > today
      let text = code.isEmpty ? (isClosed ? " " : isAhead ? "-" : "_") : code
      canvas.write(
        text, row: line, column: column + 1, style: .muted, width: columns.day >= 6 ? 2 : 1)
    }
    if let shares = columns.shares {
      let text = { (tally: Tally?) in tally?.attendance?.description ?? "-" }
      canvas.write(text(week?.week[pupil]).paddedBefore(to: 5), row: line, column: shares)
      canvas.write(text(week?.year[pupil]).paddedBefore(to: 5), row: line, column: shares + 6)
    }
  }
}

/// Where the parts of a week's line begin.
struct WeekColumns: Hashable, Sendable {
  let number: Int
  /// Where Monday begins.
  let days: Int
  /// The columns of one day.
  let day: Int
  /// The days that are shown, from 0 for Monday.
  let shown: Range<Int>
  /// Where the percentages begin, or nil where there is no room or right for them.
  let shares: Int?

  /// - Parameter today: the day whose session can be changed, from 0 for Monday.
  init(_ width: Int, _ layout: RollLayout, hasShares: Bool, today: Int) {
    number = 1 + max(3, String(layout.count).count)
    let showsShares = hasShares && width >= 76
    // Without room for five days the name, this day and its brackets come first, then the day before.
    let count = width >= 50 ? 5 : width >= 34 ? 2 : 1
    let last = min(max(today, 0), 4) + 1
    shown = count == 5 ? 0..<5 : max(last - count, 0)..<last
    day = width >= 60 || count < 5 ? 8 : 6
    shares = showsShares ? width - 12 : nil
    days = max((shares ?? width) - day * shown.count, number + 2)
  }

  /// Where a session's cell begins, with room for its bracket.
  func column(of session: Int) -> Int {
    days + (session / 2 - shown.lowerBound) * day + session % 2 * (day == 8 ? 4 : day / 2)
  }
}
