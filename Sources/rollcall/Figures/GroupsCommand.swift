import ArgumentParser
import Attendance
import Exchange
import Policies

/// Figures by group, beside the school's target and the national figures.
struct GroupsCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "Figures by group, or by two crossed, beside the target and the national figures.",
    discussion: """
      The counts are those of 'tally'. Points are worked out from the exact counts and rounded once. \
      The national figures are those of policy/national.yaml in the school's folder. In the \
      governors' form a group of fewer than \(SmallGroups.least) pupils is hidden, and with it any \
      other from which it could be worked out, in every table of the year; its dates are whole weeks, \
      half terms, terms or years, so that two tables tell no more than each. Whoever may see figures \
      and no pupil always has that form.
      """)

  /// Into which stretches of time the figures are divided.
  enum Stretches: String, CaseIterable, ExpressibleByArgument {
    case week
    case halfTerm = "half_term"
    case term
    case year

    var key: FigureKey {
      switch self {
      case .week: .week
      case .halfTerm: .halfTerm
      case .term: .term
      case .year: .schoolYear
      }
    }
  }

  @Option(name: .customLong("by"), help: "What to gather them by.")
  var key = FigureKey.year
  @Option(name: .customLong("and"), help: "A second key to cross it with.")
  var second: FigureKey?
  @Option(help: "The first date; without it, the beginning of the school year.")
  var from: SchoolDate?
  @Option(help: "The last date; without it, today.")
  var to: SchoolDate?
  @Option(help: "A row for each of these: week, half_term, term or year.")
  var each: Stretches?
  @Flag(name: .customLong("for-governors"), help: "Hide small groups, whoever asks.")
  var forGovernors = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let desk = try FigureDesk(try options.open(), forGovernors: forGovernors)
    if let from, let to { _ = try ClosedRange(asked: from, to: to) }
    let last = desk.last(upTo: to)
    // A year by years has to begin with the first of them.
    let begins =
      each == .year ? desk.calendar.years.first?.year.firstDay : SchoolYear(of: last.date).firstDay
    let keys = [each?.key, key, second].compactMap(\.self)
    let rows = try desk.rows(by: keys, from: from ?? begins ?? last.date, through: last)
    if desk.benchmarks.national == nil { Output.refuse("rollcall: \(NationalFile.missing)") }
    try Output.print(GroupRows(keys, desk.benchmarks).table(rows), as: format)
  }
}
