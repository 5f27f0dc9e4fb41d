import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Figures by pupil, group, week, characteristic.
struct TallyCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally", abstract: "Figures by pupil, group, code, week, term or characteristic.")

  @Option(name: .customLong("by"), help: "What to gather them by.")
  var key = FigureKey.school
  @Option(help: "The first date; without it, the beginning of the calendar.")
  var from: SchoolDate?
  @Option(help: "The last date; without it, today.")
  var to: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.viewFigures)
    let desk = try FigureDesk(school)
    try desk.refuse([key])
    let last = desk.last(upTo: to)
    let first = from ?? desk.calendar.years.first?.year.firstDay ?? last.date
    if let from, let to { _ = try ClosedRange(asked: from, to: to) }
    try Output.print(try table(desk, from: first, through: last), as: format)
  }

  private func table(
    _ desk: FigureDesk, from first: SchoolDate, through last: Session
  ) throws -> RowTable {
    // The governors' rows are made where it is seen to that no small group can be worked out.
    if desk.isForGovernors { return table(try desk.rows(by: [key], from: first, through: last)) }
    let figures = try desk.figures(from: first, through: last.date)
    if key == .code {
      return RowTable(
        ["code", "sessions", "percent_of_possible"],
        rows: figures.codes(from: first, through: last).map {
          [.code($0.code), .number($0.sessions), .percentage(orEmpty: $0.share)]
        })
    }
    return table(figures.rows(by: key, from: first, through: last).map(ShownRow.figures))
  }

  private func table(_ rows: [ShownRow]) -> RowTable {
    RowTable(
      [
        key.rawValue, "possible", "attended", "authorised", "unauthorised", "late", "missing",
        "attendance_percent", "absence_percent", "pupils", "persistent", "severe",
      ],
      rows: rows.map { shown in
        guard let row = shown.row else {
          return [name(shown.key), .text(GroupRows.hidden(shown))]
        }
        let tally = row.tally
        return [
          name(row.key), .number(tally.possible), .number(tally.attended),
          .number(tally.authorised), .number(tally.unauthorised), .number(tally.late),
          .number(tally.missing), .percentage(orEmpty: tally.attendance),
          .percentage(orEmpty: tally.absence), .number(orEmpty: row.pupils),
          .number(orEmpty: row.persistent), .number(orEmpty: row.severe),
        ]
      })
  }

  private func name(_ key: String) -> RowTable.Cell {
    if key.isEmpty { return .empty }
    return self.key == .pupil || self.key.isTime ? .code(key) : .text(key)
  }
}
