public import Attendance

/// A handout as it is printed: its title, the time of its facts, and its rows under their headings.
public struct HandoutSheet: Sendable {
  private let school: String
  private let handout: Handout

  /// The paper of that handout.
  public init(school: String, _ handout: Handout) {
    self.school = school
    self.handout = handout
  }

  /// The sheet, at most 80 columns wide where names are not longer, each line ended by a line feed.
  public var text: String {
    let papers = handout.rows.compactMap(\.paper)
    // A line to cut along: each goes away with its own pupil.
    let cut = String(repeating: "- ", count: 36) + "\n"
    return papers.isEmpty ? list : papers.map { $0 + "\n" }.joined(separator: "\n" + cut + "\n")
  }

  private var list: String {
    var text = "\(handout.kind.title.uppercased())  \(school)\n"
    if handout.date != handout.at.date { text += "For \(handout.date.inWords).  " }
    text += "As known \(handout.at.date.inWords), \(handout.at.time)."
    text += handout.summary.isEmpty ? "\n" : "  \(handout.summary)\n"
    if handout.rows.isEmpty { text += "\nNobody is on this list.\n" }
    var heading: String?
    let isHeaded = handout.columns.contains { $0.place == .heading }
    if !isHeaded, !handout.isTabular, !handout.rows.isEmpty { text += "\n" }
    let widths = widths
    if handout.isTabular, !handout.rows.isEmpty {
      text += "\n" + line(handout.besideNames, widths, isHead: true)
    }
    for row in handout.rows {
      let own = handout.heading(of: row)
      if isHeaded, own != heading {
        let count = handout.rows.count { handout.heading(of: $0) == own }
        text += "\n\(DisplayWidth.safe(own))  (\(count))\n"
        heading = own
      }
      text += line(handout.beside(row), widths)
      for under in handout.under(row) { text += "        \(DisplayWidth.safe(under))\n" }
    }
    if !handout.foot.isEmpty { text += "\n" + handout.foot.map { $0 + "\n" }.joined() }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int], isHead: Bool = false) -> String {
    var text = handout.hasBoxes ? (isHead ? "      " : "  [ ] ") : "  "
    for (index, cell) in cells.enumerated() {
      let cell = DisplayWidth.safe(cell)
      text += cell
      if index + 1 < cells.count, cells[(index + 1)...].contains(where: { !$0.isEmpty }) {
        text += String(repeating: " ", count: max(widths[index] + 2 - DisplayWidth.of(cell), 2))
      }
    }
    return text + "\n"
  }

  private var widths: [Int] {
    let heads = handout.isTabular ? handout.besideNames : handout.besideNames.map { _ in "" }
    return heads.enumerated().map { column, head in
      let cells = handout.rows.map {
        DisplayWidth.of(DisplayWidth.safe(handout.beside($0)[column]))
      }
      return max(cells.max() ?? 0, head.count)
    }
  }
}

extension RowTable {
  /// The rows of a handout, every column with its name.
  public init(_ handout: Handout) {
    self.init(
      handout.columns.map(\.name),
      rows: handout.rows.map { row in
        zip(handout.columns, row.cells).map { column, cell in
          if cell.isEmpty { return .empty }
          let line = cell.split(separator: "\n").joined(separator: "; ")
          return column.isCode ? Int(line).map(Cell.number) ?? .code(line) : .text(line)
        }
      })
  }
}

extension FireListSheet {
  /// The fire list as its handout gives it.
  public init(school: String, _ handout: Handout) {
    var entries: [Entry] = []
    var missing: [Entry] = []
    for row in handout.rows {
      let beside = handout.beside(row)
      if row.cells[0] == Handout.missingHeading {
        missing.append(Entry(group: row.cells[1], name: beside[0], known: beside[1]))
      } else {
        entries.append(Entry(group: row.cells[1], name: beside[0], known: beside[1]))
      }
    }
    self.init(school: school, at: handout.at, entries, missing: missing)
  }
}
