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
    let calendar = try school.store.calendar()
    let begun = school.lastSessionBegun
    let last = to.map { min(Session($0, .pm), begun) } ?? begun
    let first = from ?? calendar.years.first?.year.firstDay ?? last.date
    if let from, let to, from > to {
      throw Refused("rollcall: --from \(from) comes after --to \(to); turn them round")
    }
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year) where year.lastDay >= first && year.firstDay <= last.date
    {
      sheets[year] = try school.store.sheets(of: year, pupils: nil)
    }
    let figures = Figures(
      roll: try school.store.roll(), calendar: calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: sheets, schoolName: school.identity.name)
    try Output.print(table(figures, from: first, through: last), as: format)
  }

  private func table(_ figures: Figures, from: SchoolDate, through: Session) -> RowTable {
    if key == .code {
      return RowTable(
        ["code", "sessions", "percent_of_possible"],
        rows: figures.codes(from: from, through: through).map {
          [.code($0.code), .number($0.sessions), .percentage(orEmpty: $0.share)]
        })
    }
    return RowTable(
      [
        key.rawValue, "possible", "attended", "authorised", "unauthorised", "late", "missing",
        "attendance_percent", "absence_percent", "pupils", "persistent", "severe",
      ],
      rows: figures.rows(by: key, from: from, through: through).map { row in
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
