import Attendance
import Policies

/// The school weeks of a pack, and lines no wider than its paper.
extension EvidencePackSheet {
  /// A row for each school week, mornings and afternoons from Monday to Friday.
  func grid(_ count: NoticeCount) -> [String] {
    let head = Weekday.allCases.prefix(5).map { Self.padded($0.short, to: 8) }.joined()
    var lines = [
      Self.trimmed(Self.padded("", to: 16) + head + "count"),
      Self.trimmed(
        Self.padded("", to: 16) + (0..<5).map { _ in "AM  PM  " }.joined()),
    ]
    for week in count.window.weeks {
      let cells = week.cells.indices.map { place in
        Self.padded(
          Self.sign(week.cells[place], isSpent: count.spent[week.session(at: place)] != nil), to: 4)
      }
      let counted = week.cells.indices.count { place in
        if case .counted = week.cells[place] {
          count.spent[week.session(at: place)] == nil
        } else {
          false
        }
      }
      lines.append(
        Self.trimmed(
          Self.padded(week.monday.inWords, to: 16) + cells.joined()
            + (counted > 0 ? "\(counted)" : "")))
    }
    lines.append("* counts   = used for an earlier notice   __ no mark   -- outside school age")
    lines += vanished(count.window)
    return lines
  }

  private static func sign(_ cell: NoticeWindow.Cell, isSpent: Bool) -> String {
    switch cell {
    case .counted(let code): code + (isSpent ? "=" : "*")
    case .marked(let code): code
    case .blank: "__"
    case .outsideAge: "--"
    case .notDue, .closed: "."
    case .ahead: ""
    }
  }

  /// The weeks without school, which are no school weeks, by the Mondays of each holiday.
  private func vanished(_ window: NoticeWindow) -> [String] {
    var holidays: [ClosedRange<SchoolDate>] = []
    for monday in window.vanished {
      if let last = holidays.last, last.upperBound.adding(days: 7) == monday {
        holidays[holidays.count - 1] = last.lowerBound...monday
      } else {
        holidays.append(monday...monday)
      }
    }
    let words = holidays.map { holiday in
      let weeks = holiday.upperBound.days(after: holiday.lowerBound) / 7 + 1
      return weeks == 1
        ? "the week of \(holiday.lowerBound.inWords)"
        : "\(weeks) weeks from \(holiday.lowerBound.inWords)"
    }
    if words.isEmpty { return [] }
    return Paragraph.lines("No school, so no school week: \(words.joined(separator: ", ")).")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
