import Attendance

extension OfficialRegister {
  /// The register as one web page that prints well on A4 across, and asks nothing of the network.
  public var page: String {
    let title = "Official attendance register, \(making.group), \(making.school)"
    let weeks = stride(from: 0, to: mondays.count, by: 2).map { first in
      table(Array(mondays[first..<min(first + 2, mondays.count)]))
    }
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      @page { size: A4 landscape; margin: 12mm; }
      body { font: 9pt sans-serif; }
      section { break-after: page; }
      section:last-of-type { break-after: auto; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #888; padding: 1px 4px; text-align: center; }
      th:first-child, td:first-child { text-align: left; }
      tr { break-inside: avoid; }
      thead { display: table-header-group; }
      li { break-inside: avoid; }
      .seal { font-family: monospace; }
      </style>
      </head>
      <body>
      \((weeks + [totals]).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private func table(_ mondays: [SchoolDate]) -> String {
    let days = mondays.flatMap { monday in (0..<5).map { monday.adding(days: $0) } }
    let sums = ["Possible", "Authorised", "Unauthorised"]
    let rows = lines.map { line in
      let tally = line.tally(mondays)
      return HTMLText.row(
        [Self.name(line)]
          + days.flatMap { day in
            HalfDay.allCases.map { sign(line, at: Session(day, $0)) }
          } + [tally.possible, tally.authorised, tally.unauthorised].map(String.init))
    }
    let heads =
      "<tr><th rowspan=\"2\">Name</th>"
      + days.map { "<th colspan=\"2\">\($0.weekday.short) \($0.short)</th>" }.joined()
      + sums.map { "<th rowspan=\"2\">\($0)</th>" }.joined() + "</tr>"
      + HTMLText.row(days.flatMap { _ in ["AM", "PM"] }, "th")
    return "<section>\n" + heading("week of " + mondays.map(\.inWords).joined(separator: " and "))
      + "<table>\n<thead>\(heads)</thead>\n<tbody>\n" + rows.joined(separator: "\n")
      + "\n</tbody>\n</table>\n</section>"
  }

  private var totals: String {
    let heads = [
      "Name", "Possible", "Attended", "Authorised", "Unauthorised", "Late", "No mark", "%",
    ]
    let rows =
      lines.map { HTMLText.row([Self.name($0)] + Self.figures($0.tally(mondays))) }
      + [HTMLText.row(["Everybody"] + Self.figures(total))]
    let days = "\(making.days.lowerBound.inWords) to \(making.days.upperBound.inWords)"
    return "<section>\n" + heading("totals, " + days) + "<table>\n<thead>"
      + HTMLText.row(heads, "th") + "</thead>\n<tbody>\n" + rows.joined(separator: "\n")
      + "\n</tbody>\n</table>\n"
      + list(
        "Codes",
        codes.map { "\($0.text)  \($0.meaning)" }
          + ["?  no mark", "-  closed", ".  not in this register"])
      + list("Nature of the activity or cause", natures.map(\.nature))
      + list(
        "Entries that were amended", changes.isEmpty ? ["None."] : changes.map(\.change))
      + "<p>Printed \(making.at.date.inWords) at \(making.at.time) by "
      + "\(HTMLText.escaped(making.by.name)), \(HTMLText.escaped(making.by.position)).</p>\n"
      + "<p>Head seal of the register: <span class=\"seal\">\(making.seal)</span></p>\n</section>"
  }

  private func heading(_ what: String) -> String {
    "<h1>\(HTMLText.escaped("Official attendance register  \(making.school)"))</h1>\n"
      + "<h2>\(HTMLText.escaped("\(making.group), \(what)"))</h2>\n"
  }

  private func list(_ title: String, _ items: [String]) -> String {
    if items.isEmpty { return "" }
    return "<h3>\(title)</h3>\n<ul>\n"
      + items.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined() + "</ul>\n"
  }

  private static func name(_ line: Line) -> String {
    line.pupil.name.legal + (line.isCounted ? "" : " (guest)")
  }

  private static func figures(_ tally: Tally) -> [String] {
    [
      tally.possible, tally.attended, tally.authorised, tally.unauthorised, tally.late,
      tally.missing,
    ].map(String.init) + [tally.attendance?.description ?? ""]
  }
}
