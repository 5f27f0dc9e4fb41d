import Attendance
import Terminal

/// A year on one screen: weeks across, half days down, a letter for each; present is a dot.
struct YearMap: Sendable {
  let year: PupilYear
  let session: Session
  let codes: CodeBook

  init(_ year: PupilYear, _ session: Session, _ codes: CodeBook) {
    self.year = year
    self.session = session
    self.codes = codes
  }

  private static let left = 7

  /// Whether a map of so many weeks fits a terminal of that size.
  static func fits(_ size: Size, _ weeks: Int) -> Bool {
    size.columns >= left + max(weeks, 1) && size.rows >= 17
  }

  func draw(on canvas: inout Canvas) {
    let weeks = year.weeks
    drawMonths(weeks, on: &canvas)
    for line in 0..<10 {
      let day = Weekday(rawValue: line / 2 + 1) ?? .monday
      let half: HalfDay = line % 2 == 0 ? .am : .pm
      let label = (half == .am ? day.short : "   ") + (half == .am ? " a" : " p")
      canvas.write(label, row: 1 + line, column: 1)
      for (index, week) in weeks.enumerated() {
        let here = Session(week.adding(days: line / 2), half)
        let isCurrent = here == session
        canvas.write(
          letter(at: here), row: 1 + line, column: Self.left + index,
          style: isCurrent ? .focus : style(at: here), width: 1)
        if isCurrent { canvas.cursor = Position(row: 1 + line, column: Self.left + index) }
      }
    }
    drawLegend(after: Self.left + weeks.count + 2, on: &canvas)
  }

  private func drawMonths(_ weeks: [SchoolDate], on canvas: inout Canvas) {
    var free = 0
    for (index, week) in weeks.enumerated() {
      let isNew = index == 0 || weeks[index - 1].month != week.month
      let column = Self.left + index
      if isNew, column >= free {
        let month = String(week.short.split(separator: " ").last ?? "")
        free = canvas.write(month, row: 0, column: column, style: .heading) + 1
      }
    }
  }

  private func letter(at session: Session) -> String {
    let code = year.code(at: session)
    if code.isEmpty { return year.meets(at: session) ? " " : "-" }
    return code == codes.present(at: session.half) ? "." : String(code.prefix(1))
  }

  private func style(at session: Session) -> Style {
    let category = codes.code(year.code(at: session), on: session.date)?.category
    return category == .unauthorisedAbsence ? .alert : .plain
  }

  /// What the letters mean and how often each stands, most often first.
  private func drawLegend(after column: Int, on canvas: inout Canvas) {
    guard canvas.size.columns >= column + 16 else { return }
    var counts: [String: Int] = [:]
    for (cell, code) in year.codes.enumerated() where !code.isEmpty {
      let here = YearSheet.session(at: cell, in: year.year)
      counts[code == codes.present(at: here.half) ? "." : code, default: 0] += 1
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (row, (code, count)) in order.prefix(10).enumerated() {
      let meaning =
        code == "." ? "Present" : codes.code(code, on: session.date)?.meaning ?? ""
      let end = canvas.write("\(code.padded(to: 2)) ", row: 1 + row, column: column, style: .bold)
      canvas.write(
        meaning, row: 1 + row, column: end, width: max(canvas.size.columns - end - 5, 1))
      canvas.write(String(count), row: 1 + row, before: canvas.size.columns)
    }
    canvas.write("-  no school", row: 0, column: column)
  }
}
