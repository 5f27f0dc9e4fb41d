import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// The follow-up of flags: cases on the ladders of the policy.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Follow up: cases on the policy's ladders, and what is due on them.",
    subcommands: [
      CaseListCommand.self, CaseShowCommand.self, CaseReviewCommand.self, CaseOpenCommand.self,
      CaseStepCommand.self,
      CaseStayCommand.self, CaseCloseCommand.self, CaseSnoozeCommand.self, CaseAssignCommand.self,
      CaseAddCommand.self, CaseOutcomeCommand.self, CaseUndoCommand.self, CaseHoldCommand.self,
      CaseImpactCommand.self,
    ])
}

/// The cases a person may see.
struct CaseListCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The open cases, what is due first first.")

  @Flag(help: "Only what is due today or was due before.")
  var due = false
  @Flag(help: "Only what was due before today.")
  var overdue = false
  @Flag(help: "Only what waits for a day to come, or for a flag.")
  var waiting = false
  @Flag(help: "Only those that are with you, by name or by role.")
  var mine = false
  @Flag(help: "Closed ones too.")
  var all = false
  @Option(help: "Only of this pupil: UPN, or the name as written.")
  var pupil: String?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try CaseDesk(FlagDesk(school, on: school.clock.now.date))
    let wanted = try pupil.map { try OfficeDesk(school).member($0).pupil.id }
    let cases = try desk.seen().filter { one in
      if let wanted, one.pupil != wanted { return false }
      if mine, !one.owner.isWith(desk.person) { return false }
      return shows(one.state(on: desk.date))
    }
    try Output.print(CaseRows(desk).list(cases), as: format)
  }

  private func shows(_ state: Case.State) -> Bool {
    if !(due || overdue || waiting) { return all || state != .closed }
    switch state {
    case .due: return due
    case .overdue: return due || overdue
    case .waiting, .snoozed: return waiting
    case .closed: return false
    }
  }
}

/// Everything that was written about a case.
struct CaseShowCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Every line of a case, oldest first.")

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try CaseDesk(FlagDesk(school, on: school.clock.now.date))
    let one = try desk.one(number)
    try Output.print(CaseRows(desk).history(one), as: format)
  }
}

/// What the review of a case finds now.
struct CaseReviewCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Attendance before the last step of a case and since, and whether it has improved.")

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try CaseDesk(FlagDesk(school, on: school.clock.now.date))
    try Output.print(CaseRows(desk).review(desk.one(number)), as: format)
  }
}
