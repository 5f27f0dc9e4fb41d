import Attendance
import Policies
import Terminal

/// Beneath the list: why the pupil under the cursor is flagged, and what comes next.
struct FlagPanel {
  private let page: PupilFlags

  init(_ page: PupilFlags) {
    self.page = page
  }

  func draw(on canvas: inout Canvas) {
    let width = canvas.size.columns
    let heading = " \(page.pupil.name.onRegister) \(page.form) "
    let end = canvas.write(heading.cut(to: width - 2), row: 0, column: 0, style: .heading)
    canvas.rule(row: 0, columns: end..<max(width, end), style: .muted)
    let lines = lines(rows: canvas.size.rows - 1, width: width - 2)
    for (index, line) in lines.enumerated() {
      canvas.write(line.text, row: index + 1, column: 1, style: line.style)
    }
  }

  private struct Line {
    let text: String
    let style: Style
  }

  /// Name and figure of every flag; over two lines where all of them have room, else in one each.
  private func heads(rows: Int, width: Int) -> [[String]] {
    let whole = page.flags.map { flag in
      // No line is spent on the words for an N alone.
      let oneLine = flag.words.prefix(2).first { $0.columns <= width }
      return (oneLine ?? flag.words.first ?? "").wrapped(to: width, lines: 2)
    }
    if whole.reduce(0, { $0 + $1.count }) <= rows { return whole }
    return page.flags.map { flag in
      [flag.words.first { $0.columns <= width } ?? (flag.words.last ?? "").cut(to: width)]
    }
  }

  /// The figures first, then every flag; its rule and its next step as far as there is room.
  private func lines(rows: Int, width: Int) -> [Line] {
    guard rows > 0 else { return [] }
    var left = rows - 1
    let heads = heads(rows: left, width: width)
    var shown = 0
    for head in heads {
      // One line is kept for how many more there are.
      let kept = shown + 1 < heads.count ? 1 : 0
      guard head.count + kept <= left else { break }
      left -= head.count
      shown += 1
    }
    var more: [[String]] = heads.map { _ in [] }
    let isWhole = shown == heads.count
    for index in 0..<shown where isWhole {
      let flag = page.flags[index]
      let rule = flag.ruleWords.wrapped(to: width - 2, lines: 2)
      let next = "Next: \(flag.rule.next)".wrapped(to: width - 2, lines: 2)
      // What to do says more than where it is written.
      more[index] = [rule + next, next, rule].first { $0.count <= left } ?? []
      left -= more[index].count
    }
    var lines = [Line(text: page.summary.cut(to: width), style: .bold)]
    for index in 0..<shown {
      lines += heads[index].map { Line(text: $0, style: .plain) }
      lines += more[index].map { Line(text: "  " + $0, style: .muted) }
    }
    if !isWhole {
      lines.append(
        Line(text: "and \(heads.count - shown) more; e shows all of them", style: .muted))
    }
    return Array(lines.prefix(rows))
  }
}
