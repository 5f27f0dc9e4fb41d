import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Notes something done for a pupil, or arranges it.
struct CaseAddCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Note what was done for a pupil, or arrange it for a day.",
    discussion: """
      Calls, visits, meetings, referrals, support. On the pupil's open case if there is one. With \
      --arranged it is due on its day, until 'rollcall case outcome' says what became of it.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(
    help: ArgumentHelp("What: \(CaseAction.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  )
  var kind: CaseAction.Kind
  @Option(help: "Which, more exactly: to whom a referral goes, what support.")
  var what = ""
  @Option(help: "The day; without it, today.")
  var on: SchoolDate?
  @Option(help: "The time of a meeting or visit.")
  var time: TimeOfDay?
  @Option(help: "Who is to be there, or was; once for each.")
  var with: [String] = []
  @Flag(help: "It is arranged, and has not happened yet.")
  var arranged = false
  @Option(name: .customLong("case"), help: "The case it belongs to, where the pupil has several.")
  var number: Int64?
  @OptionGroup var sensitive: NatureOptions
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.noting(
        CaseAction(kind, what: what, time: time, attending: with, isPlanned: arranged),
        sensitive.nature, for: OfficeDesk(desk.desk.school).member(pupil),
        about: number.map(desk.one),
        on: on ?? desk.date, saying: act.words)
    }
  }
}

/// Says what became of a meeting, an agreement or a notice.
struct CaseOutcomeCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "Say what became of a meeting, an agreement or a notice.")

  @Argument(help: "The number of its line.")
  var line: Int64
  @Option(
    name: .customLong("is"),
    help: ArgumentHelp(CaseOutcome.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "."))
  var kind: CaseOutcome.Kind
  @Option(help: "Who signed, came or decided.")
  var by = ""
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.outcome(of: line, CaseOutcome(kind, by: by), saying: act.words)
    }
  }
}

/// Lets letters, ladders and rewards wait for a pupil.
struct CaseHoldCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Let letters, ladders and rewards wait for a pupil.",
    discussion: "'rollcall case undo' with its number ends a hold before its day.")

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "bereavement, 'long illness', 'looked after', part-time or court.")
  var reason: Hold.Reason
  @Option(help: "The first day; without it, today.")
  var from: SchoolDate?
  @Option(help: "The last day.")
  var until: SchoolDate
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.holding(
        OfficeDesk(desk.desk.school).member(pupil),
        Hold(reason, from: from ?? desk.date, until: until), saying: act.words)
    }
  }
}

/// Attendance before and after what was done.
struct CaseImpactCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Attendance six school weeks before and after each kind of action.",
    discussion: "Sessions are added up, not percentages. The day of the action is on neither side.")

  @Option(help: "Only of this pupil: UPN, or the name as written.")
  var pupil: String?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try CaseDesk(FlagDesk(school, on: school.clock.now.date))
    try Output.print(desk.impact(of: FlagReach(desk.desk).members(named: pupil)), as: format)
  }
}

extension CaseDesk {
  /// A row for each kind of action, with what it is for each step of a ladder.
  func impact(of members: [Roll.Member]) throws -> RowTable {
    var impacts: [String: Impact] = [:]
    for member in members {
      let done = book.standing.filter { $0.pupil == member.pupil.id }.compactMap {
        line in line.matter.intervention.map { (line.date, $0) }
      }
      guard let first = done.map(\.0).min() else { continue }
      // Six weeks before September lie in the year before.
      let marks = try desk.line(of: member, since: SchoolYear(of: first.adding(days: -70)))
      for (day, kind) in done where day <= date {
        impacts[kind, default: Impact()].add(marks, doneOn: day, to: date, in: desk.rules.time)
      }
    }
    var table = RowTable([
      "action", "compared", "running", "before_attended", "before_possible", "before_percent",
      "after_attended", "after_possible", "after_percent", "points",
    ])
    for (kind, impact) in impacts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where impact.compared > 0 {
      table.append([
        .code(kind), .number(impact.compared), .number(impact.running),
        .number(impact.before.attended), .number(impact.before.possible),
        .percentage(orEmpty: impact.before.share), .number(impact.after.attended),
        .number(impact.after.possible), .percentage(orEmpty: impact.after.share),
        impact.change.map { .tenths($0) } ?? .empty,
      ])
    }
    return table
  }
}

extension DayLine.Matter {
  /// What was done that attendance before and after can be compared for, by name; nil for the rest.
  fileprivate var intervention: String? {
    switch self {
    case .casework(.turned(let turn)): turn.kind == .took ? "step: \(turn.name)" : nil
    case .casework(.action(let action)):
      action.isPlanned || action.kind == .note ? nil : action.kind.rawValue
    case .casework(.agreement(let agreement)): agreement.kind.rawValue
    case .casework(.improve): "notice to improve"
    case .casework(.penalty): "penalty notice"
    default: nil
    }
  }
}
