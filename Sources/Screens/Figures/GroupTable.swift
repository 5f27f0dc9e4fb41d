import Attendance
import Policies
import Terminal

/// Groups in columns: name, pupils, attendance, how far it lies from target and nation, persistent
/// absence, and absence as a bar.
///
/// The bars are of absence and begin at nothing, so that twice the bar is twice the absence.
struct GroupTable {
  private let board: GroupBoard
  private let width: Int
  private let name: Int
  private let columns: [Column]
  private let most: Share?

  /// A column of figures to the right of the name.
  private enum Column: CaseIterable {
    case pupils
    case attendance
    case target
    case national
    case persistent
    case absence

    var title: String {
      switch self {
      case .pupils: "Pupils"
      case .attendance: "Att%"
      case .target: "+/-aim"
      case .national: "+/-nat"
      case .persistent: "PA%"
      case .absence: "Abs%"
      }
    }

    var columns: Int {
      switch self {
      case .pupils, .target, .national: 6
      case .attendance, .persistent, .absence: 5
      }
    }
  }

  init(_ board: GroupBoard, width: Int) {
    self.board = board
    self.width = width
    let hasTarget = board.benchmarks.target != nil
    let hasNation = board.benchmarks.national != nil
    columns = Column.allCases.filter { column in
      switch column {
      case .attendance, .absence: true
      case .pupils: width >= 34
      case .target: hasTarget && width >= 56
      case .national: hasNation && width >= 46
      case .persistent: width >= 56
      }
    }
    let figures = columns.reduce(0) { $0 + $1.columns + 1 }
    let longest = board.rows.map { board.asked.name(of: $0.keys).columns }.max() ?? 0
    name = max(min(longest, width - 2 - figures - (width >= 56 ? 10 : width >= 34 ? 6 : 0)), 4)
    most = board.rows.compactMap { $0.row?.tally.absence }.max()
  }

  func drawNames(on canvas: inout Canvas) {
    canvas.write(board.asked.key.inWords, row: 0, column: 2, style: .muted, width: name)
    var end = 2 + name
    for column in columns {
      end += column.columns + 1
      canvas.write(column.title, row: 0, before: end, style: .muted)
    }
  }

  func draw(_ row: ShownRow, on canvas: inout Canvas, row line: Int, style: Style) {
    let words = board.asked.name(of: row.keys)
    canvas.write(words.cut(to: name), row: line, column: 2, style: style, width: name)
    guard let figures = row.row else {
      let hidden = row.hiddenWords.cut(to: width - name - 4)
      canvas.write(hidden, row: line, column: 4 + name, style: style)
      return
    }
    var end = 2 + name
    for column in columns {
      end += column.columns + 1
      canvas.write(text(column, figures), row: line, before: end, style: style)
    }
    let room = width - end - 1
    guard room >= 4, let absence = figures.tally.absence, let most else { return }
    canvas.write(
      AbsenceBar.cells(absence.tenths, of: most.tenths, width: room), row: line, column: end + 1,
      style: style)
  }

  private func text(_ column: Column, _ row: FigureRow) -> String {
    switch column {
    case .pupils: "\(row.members)"
    case .attendance: row.tally.attendance?.description ?? "-"
    case .target: board.benchmarks.points(fromTarget: row.tally)?.description ?? "-"
    case .national: board.benchmarks.points(fromNational: row.tally)?.description ?? "-"
    case .persistent:
      row.persistent.flatMap { part in row.pupils.flatMap { Share(part, of: $0) } }?.description
        ?? "-"
    case .absence: row.tally.absence?.description ?? "-"
    }
  }
}
