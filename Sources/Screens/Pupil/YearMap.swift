import Attendance
import Terminal

/// A year on one screen: weeks across, half days down, a sign for each; present is a dot.
struct YearMap: Sendable {
  let year: PupilYear
  let session: Session
  let codes: CodeBook
  let selected: ClosedRange<Session>?
  private let signs: MapSigns

  init(
    _ year: PupilYear, _ session: Session, _ codes: CodeBook,
    selected: ClosedRange<Session>? = nil
  ) {
    self.selected = selected
    self.year = year
    self.session = session
    self.codes = codes
    signs = MapSigns(of: year, codes)
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
          sign(at: here), row: 1 + line, column: Self.left + index,
          style: isCurrent ? .focus : isSelected(here) ? .current : style(at: here), width: 1)
        if isCurrent { canvas.cursor = Position(row: 1 + line, column: Self.left + index) }
      }
    }
    let beside = Self.left + weeks.count + 2
    if canvas.size.columns >= beside + 16 {
      drawLegend(after: beside, on: &canvas)
    } else {
      drawLegendBelow(on: &canvas)
    }
  }

  /// The months over their first weeks; one of which only the end is shown makes room for the next.
  private func drawMonths(_ weeks: [SchoolDate], on canvas: inout Canvas) {
    let firsts = weeks.indices.filter { $0 == 0 || weeks[$0 - 1].month != weeks[$0].month }
    for (first, next) in zip(firsts, firsts.dropFirst() + [.max]) {
      let month = String(weeks[first].short.split(separator: " ").last ?? "")
      guard next - first > month.columns else { continue }
      canvas.write(month, row: 0, column: Self.left + first, style: .heading)
    }
  }

  private func isSelected(_ session: Session) -> Bool {
    year.meets(at: session) && selected?.contains(session) ?? false
  }

  private func sign(at session: Session) -> String {
    let code = year.code(at: session)
    if code.isEmpty { return year.meets(at: session) ? " " : "-" }
    return code == codes.present(at: session.half) ? "." : signs.sign(of: code)
  }

  private func style(at session: Session) -> Style {
    let category = codes.code(year.code(at: session), on: session.date)?.category
    return category == .unauthorisedAbsence ? .alert : .plain
  }

  /// What the signs mean and how often each stands, most often first.
  private func drawLegend(after column: Int, on canvas: inout Canvas) {
    canvas.write("-  no school", row: 0, column: column)
    let room = canvas.size.columns - column
    for (row, line) in signs.lines.prefix(max(canvas.size.rows - 1, 0)).enumerated() {
      let count = String(line.count)
      let end = canvas.write(
        line.key.padded(to: signs.keyWidth) + " ", row: 1 + row, column: column, style: .bold)
      let meaning = line.meaning.cut(to: room - signs.keyWidth - 2 - count.columns)
      canvas.write(meaning, row: 1 + row, column: end)
      canvas.write(count, row: 1 + row, before: canvas.size.columns)
    }
  }

  /// The same in running lines under the map, where there is no room beside it: without the
  /// meanings if need be, since the message line gives that of the session the cursor is on.
  private func drawLegendBelow(on canvas: inout Canvas) {
    let top = 12
    let room = max(canvas.size.rows - top, 0)
    let width = canvas.size.columns - 2
    let long = signs.lines.map { "\($0.key) \($0.meaning): \($0.count)" } + ["- no school"]
    let short = signs.lines.map { "\($0.key): \($0.count)" } + ["- no school"]
    let whole = long.joined(separator: "; ").wrapped(to: width)
    let lines =
      whole.count <= room ? whole : short.joined(separator: "; ").wrapped(to: width, lines: room)
    for (line, row) in zip(lines, top...) { canvas.write(line, row: row, column: 1) }
  }
}
