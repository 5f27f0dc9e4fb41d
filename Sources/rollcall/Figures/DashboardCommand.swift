import ArgumentParser
import Attendance
import Exchange
import Policies
import Screens

/// The school at a glance.
struct DashboardCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Today, this week, half term, term and year, beside the target and the nation.",
    discussion: """
      A row for each session of today that has begun, with the registers nobody has taken; then the \
      week, half term, term and year so far. 'rollcall groups --by week' has the weeks.
      """)

  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let overview = try OverviewDesk(try options.open()).overview()
    if overview.benchmarks.national == nil { Output.refuse("rollcall: \(NationalFile.missing)") }
    if let closed = overview.closed {
      Output.refuse("rollcall: no school on \(overview.date.inWords): \(closed)")
    }
    try Output.print(table(overview), as: format)
  }

  private static let columns = [
    "when", "from", "to", "pupils", "possible", "present", "absent", "late", "unexplained",
    "missing", "registers", "registers_not_taken", "attendance_percent", "absence_percent",
    "persistent", "persistent_percent", "severe", "target_percent", "target_points",
    "national_attendance_percent", "national_attendance_points", "national_persistent_percent",
    "national_persistent_points",
  ]

  private func table(_ overview: Overview) -> RowTable {
    let today = overview.today.map { today -> [RowTable.Cell] in
      [
        .code("today \(today.half.rawValue)"), .date(overview.date), .date(overview.date), .empty,
      ]
        + counts(today.tally, unexplained: today.unexplained)
        + [.number(today.registers), .number(today.untaken)]
        + shares(today.tally) + [.empty, .empty, .empty]
        + compared(today.tally, nil, overview.benchmarks)
    }
    let stretches = overview.stretches.map { stretch -> [RowTable.Cell] in
      let name: [RowTable.Cell] = [
        .code(stretch.period.kind.rawValue), .date(stretch.period.starts),
        .date(min(stretch.period.ends, overview.last.date)),
      ]
      guard let row = stretch.row.row else { return name + [.text(GroupRows.hidden(stretch.row))] }
      let persistent = row.persistent.flatMap { part in
        row.pupils.flatMap { Share(part, of: $0) }
      }
      return name + [.number(orEmpty: row.pupils)] + counts(row.tally, unexplained: nil)
        + [.empty, .empty] + shares(row.tally)
        + [
          .number(orEmpty: row.persistent), .percentage(orEmpty: persistent),
          .number(orEmpty: row.severe),
        ] + compared(row.tally, row, overview.benchmarks)
    }
    return RowTable(Self.columns, rows: today + stretches)
  }

  private func counts(_ tally: Tally, unexplained: Int?) -> [RowTable.Cell] {
    [
      .number(tally.possible), .number(tally.attended), .number(tally.absent), .number(tally.late),
      .number(orEmpty: unexplained), .number(tally.missing),
    ]
  }

  private func shares(_ tally: Tally) -> [RowTable.Cell] {
    [.percentage(orEmpty: tally.attendance), .percentage(orEmpty: tally.absence)]
  }

  private func compared(
    _ tally: Tally, _ row: FigureRow?, _ benchmarks: Benchmarks
  ) -> [RowTable.Cell] {
    [
      .percentage(orEmpty: benchmarks.target.flatMap { Share($0.tenths, of: 1000) }),
      .points(orEmpty: benchmarks.points(fromTarget: tally)),
      .hundredths(orEmpty: benchmarks.national?.attendance.hundredths),
      .points(orEmpty: benchmarks.points(fromNational: tally)),
      .hundredths(orEmpty: row == nil ? nil : benchmarks.national?.persistent.hundredths),
      .points(orEmpty: row.flatMap { benchmarks.persistentPoints(fromNational: $0) }),
    ]
  }
}
