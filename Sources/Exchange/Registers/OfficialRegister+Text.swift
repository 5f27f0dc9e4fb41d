import Attendance

extension OfficialRegister {
  /// The register as text for paper of so many columns, each line ended by a line feed.
  ///
  /// As many weeks stand side by side as there is room for; each page begins with a form feed but the
  /// first.
  public func text(columns: Int) -> String {
    let weeks = max((columns - Self.name - Self.sums.count * 5 - 1) / (Self.week + 1), 1)
    var pages = stride(from: 0, to: mondays.count, by: weeks).map { first in
      page(Array(mondays[first..<min(first + weeks, mondays.count)]), columns)
    }
    pages.append(totals(columns))
    return pages.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\u{0C}")
  }

  /// The columns of a name, and of a week: five days of two sessions of a code and a blank.
  private static let name = 26
  private static let week = 30
  private static let sums = ["Poss", "Auth", "Unau"]

  private func head(_ columns: Int) -> [String] {
    Paragraph.lines("OFFICIAL ATTENDANCE REGISTER  \(making.school)", width: columns)
  }

  private func page(_ mondays: [SchoolDate], _ columns: Int) -> [String] {
    let days = mondays.map { monday in
      (0..<5).map { Self.padded(monday.adding(days: $0).weekday.short, to: 6) }.joined()
    }.joined(separator: " ")
    let halves = mondays.map { _ in String(repeating: "AM PM ", count: 5) }.joined(separator: " ")
    var lines =
      head(columns) + [
        "\(making.group)  week of " + mondays.map(\.inWords).joined(separator: " and "), "",
        Self.trimmed(Self.padded("", to: Self.name) + days),
        Self.padded("Name", to: Self.name) + halves + " "
          + Self.sums.map { Self.right($0, to: 5) }.joined(),
      ]
    for line in self.lines {
      let cells = mondays.map { monday in
        (0..<5).flatMap { day in
          HalfDay.allCases.map { half in
            Self.padded(sign(line, at: Session(monday.adding(days: day), half)), to: 3)
          }
        }.joined()
      }
      guard mondays.contains(where: { isIn($0, line) }) else { continue }
      lines += named(line, cells.joined(separator: " ") + " " + sums(line.tally(mondays)))
    }
    return lines
  }

  /// Whether the pupil stands in the register in the week.
  private func isIn(_ monday: SchoolDate, _ line: Line) -> Bool {
    (0..<7).contains { day in
      HalfDay.allCases.contains { line.cells[Session(monday.adding(days: day), $0)] != nil }
    }
  }

  /// A line behind a name; a name too long for its column has a line of its own.
  private func named(_ line: Line, _ rest: String) -> [String] {
    let name = DisplayWidth.safe(line.pupil.name.legal) + (line.isCounted ? "" : " (guest)")
    if DisplayWidth.of(name) < Self.name { return [Self.padded(name, to: Self.name) + rest] }
    return [name, Self.padded("", to: Self.name) + rest]
  }

  private func sums(_ tally: Tally) -> String {
    [tally.possible, tally.authorised, tally.unauthorised]
      .map { Self.right(String($0), to: 5) }.joined()
  }

  private func totals(_ columns: Int) -> [String] {
    let heads = ["Poss", "Att", "Auth", "Unau", "Late", "None", "%"]
    var lines =
      head(columns) + [
        "\(making.group)  totals, \(making.days.lowerBound.inWords) to "
          + making.days.upperBound.inWords, "",
        Self.padded("Name", to: Self.name) + heads.map { Self.right($0, to: 6) }.joined(),
      ]
    for line in self.lines { lines += named(line, Self.figures(line.tally(mondays))) }
    lines.append(Self.padded("Everybody", to: Self.name) + Self.figures(total))
    lines.append("")
    lines += Paragraph.lines(
      "Poss sessions possible, Att attended, Auth and Unau absence authorised and unauthorised, "
        + "Late L and U, None without a mark. In the grid: ? no mark, - closed, . not in this "
        + "register.", width: columns)
    lines += section("CODES", codes.map { "\($0.text)  \($0.meaning)" }, columns)
    lines += section("NATURE OF THE ACTIVITY OR CAUSE", natures.map(\.nature), columns)
    lines += section(
      "ENTRIES THAT WERE AMENDED", changes.isEmpty ? ["None."] : changes.map(\.change), columns)
    lines += ["", "Printed \(making.at.date.inWords) at \(making.at.time)"]
    lines += Paragraph.lines("by \(making.by.name), \(making.by.position).", width: columns)
    return lines + ["Head seal of the register:", "  \(making.seal)"]
  }

  private func section(_ title: String, _ texts: [String], _ columns: Int) -> [String] {
    if texts.isEmpty { return [] }
    return ["", title] + texts.flatMap { Paragraph.lines($0, width: columns) }
  }

  private static func figures(_ tally: Tally) -> String {
    ([
      tally.possible, tally.attended, tally.authorised, tally.unauthorised, tally.late,
      tally.missing,
    ].map(String.init) + [tally.attendance?.description ?? ""])
    .map { right($0, to: 6) }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
  }

  private static func right(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
