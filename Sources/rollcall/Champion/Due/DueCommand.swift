public import ArgumentParser
import Attendance
import Exchange
public import Policies
import Storage

extension DueItem.Kind: ExpressibleByArgument {}

/// Everything that asks for something, each once, and what was done about it.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "What falls due: thresholds met, returns, clocks, reviews, each once.",
    subcommands: [DueListCommand.self, DueConsideredCommand.self, DueMadeCommand.self],
    defaultSubcommand: DueListCommand.self)
}

/// What falls due, with its dates.
struct DueListCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What asks for something, what was due first first.",
    discussion: """
      A threshold that was met stays until it is considered, a return until it is made, whatever the \
      figures come to later; 'since' is the day by which either is recorded. --all shows what is \
      settled or still to come as well.
      """)

  @Option(name: .customLong("as-of"), help: "Sessions up to this date; without it, today.")
  var asOf: SchoolDate?
  @Option(
    help: ArgumentHelp("Only \(DueItem.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  )
  var kind: DueItem.Kind?
  @Option(help: "Only this pupil: UPN, or the name as written.")
  var pupil: String?
  @Flag(help: "Also what is settled, and what is still to come.")
  var all = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try DueDesk(
      CaseDesk(FlagDesk(school, on: asOf ?? school.clock.now.date)), named: pupil)
    let items = try desk.items().filter { item in
      (kind == nil || item.kind == kind) && (all || item.isAsked(on: desk.date))
    }
    try Output.print(DueRows(desk).table(items), as: format)
  }
}

/// Records what came of considering a threshold that was met.
struct DueConsideredCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "considered",
    abstract: "Record what came of considering a threshold that was met.",
    discussion: "The case stays open until this says what was decided and why.")

  @Argument(help: "The rule, by its id: penalty-notice-threshold.")
  var rule: String
  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "The day on which it was met, where several are open.")
  var met: SchoolDate?
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try DueDesk(desk, named: pupil).considering(rule, metOn: met, saying: act.words)
    }
  }
}

/// Records that a return was made.
struct DueMadeCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "made", abstract: "Record that a return was made, and how.")

  @Argument(help: "The return, by its id in the policy: attendance, sickness, new-pupil.")
  var id: String
  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "The day on which the episode began, where several are open.")
  var episode: SchoolDate?
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try DueDesk(desk, named: pupil).making(id, episode: episode, saying: act.words)
    }
  }
}
