import Attendance
import Policies
import Terminal

/// What is known of the case under the cursor: in short, or every line about it.
struct CasePanel {
  private let row: CaseBoard.Row?
  private let date: SchoolDate?

  init(_ row: CaseBoard.Row?, on date: SchoolDate?) {
    self.row = row
    self.date = date
  }

  /// Draws the heading and as much as there is room for, from that line on.
  func draw(from top: Int?, on canvas: inout Canvas) {
    guard let row, canvas.size.rows > 0 else { return }
    let width = canvas.size.columns
    let heading = " \(row.pupil.name.onRegister) \(row.form), case \(row.id.number) "
    let end = canvas.write(heading.cut(to: width - 2), row: 0, column: 0, style: .heading)
    canvas.rule(row: 0, columns: end..<max(width, end), style: .muted)
    let all = top == nil ? summary(width - 2) : everything(width - 2)
    for (line, text) in all.dropFirst(top ?? 0).prefix(canvas.size.rows - 1).enumerated() {
      canvas.write(text, row: line + 1, column: 1)
    }
  }

  /// The line to begin with after a key that moves.
  func top(after key: Key?, from top: Int, in area: Size) -> Int {
    TextSheet.top(
      after: key, from: top, of: everything(area.columns - 2).count, room: max(area.rows - 1, 1))
  }

  /// What is next, what a review finds, and the last that was written.
  private func summary(_ width: Int) -> [String] {
    guard let row, let date else { return [] }
    var lines: [String] = []
    if let hold = row.hold {
      let why = row.saysWhy ? ": \(hold.reason.rawValue)" : ""
      lines += "HOLD\(why), to \(hold.until.short): letters and steps wait.".wrapped(to: width)
    }
    if let closing = row.one.closing {
      lines +=
        ("Closed \(closing.line.date.short) by \(closing.line.by.name), "
        + "\(closing.closing.outcome.rawValue): \(closing.line.words)").wrapped(to: width, lines: 2)
    } else if let next = row.next {
      let letter = next.letter.map { " (letter: \($0))" } ?? ""
      let flag =
        row.one.due == nil
        ? next.flag.map { ", once \($0) flags" } ?? ""
        : row.one.flagStands != nil ? next.flag.map { ", since \($0) flags" } ?? "" : ""
      lines += "Next: \(next.name)\(flag): \(next.action)\(letter)".wrapped(to: width, lines: 2)
    } else {
      lines += "The last step is taken: it stays, or is closed.".wrapped(to: width)
    }
    for arranged in row.one.arranged {
      let time = arranged.action.time.map { " \($0)" } ?? ""
      let past = arranged.line.date < date ? "; what became of it? r" : ""
      let day = "\(arranged.line.date.weekday.short) \(arranged.line.date.short)"
      lines += "Arranged: \(arranged.action.kind.rawValue), \(day)\(time)\(past)"
        .wrapped(to: width, lines: 2)
    }
    if let review = row.review {
      lines += "\(review.progress.inWords): \(review.verdict.rawValue); \(review.reason)."
        .wrapped(to: width, lines: 2)
    }
    lines += row.lines.reversed().filter { !row.takenBack.contains($0.id) }
      .flatMap { Self.words(of: $0, isTakenBack: false).wrapped(to: width, lines: 2) }
    return lines
  }

  /// Every line, oldest first, those taken back marked so.
  private func everything(_ width: Int) -> [String] {
    guard let row else { return [] }
    return row.lines.flatMap {
      Self.words(of: $0, isTakenBack: row.takenBack.contains($0.id)).wrapped(to: width)
    }
  }

  private static func words(of line: DayLine, isTakenBack: Bool) -> String {
    let by = line.by.initials.isEmpty ? line.by.login : line.by.initials
    return "\(line.date.short) \(by)  " + (isTakenBack ? "(taken back) " : "")
      + line.inWords + (line.words.isEmpty ? "" : ": \(line.words)")
  }
}
