import ArgumentParser
import Glibc

/// The front door: the app, and beside everything it can do a plain command.
@main
struct Rollcall: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollcall",
    abstract: "The attendance register for English schools.",
    discussion: """
      Without a command it opens the app: sign in, and the screen of your role follows.
      """,
    // Every command is named outright: a name made from its type costs each start of the program.
    subcommands: [
      DemoCommand.self, InitCommand.self, ImportCommand.self, TakeCommand.self,
      RegisterCommand.self, HistoryCommand.self, TallyCommand.self, FlagsCommand.self,
      ForecastCommand.self, WhatIfCommand.self, CaseCommand.self, NoteCommand.self,
      GroupsCommand.self,
      MoversCommand.self, DashboardCommand.self, DueCommand.self, CallCommand.self,
      ArriveCommand.self, DepartCommand.self, AttemptCommand.self, AbsentCommand.self,
      EvidenceCommand.self, OnsiteCommand.self, TimelineCommand.self, PlanCommand.self,
      LetterCommand.self, ParentPageCommand.self, StatementCommand.self,
      LeaveCommand.self, CloseCommand.self, ListCommand.self, HandoutCommand.self,
      WeekCommand.self, ContactsCommand.self, NoticeCommand.self, AgreeCommand.self,
      PackCommand.self,
      AmendCommand.self, UndoCommand.self, WithdrawCommand.self, RedactCommand.self,
      PupilCommand.self, AdmissionsCommand.self, RolloverCommand.self,
      PolicyCommand.self, VerifyCommand.self, StaffCommand.self, PassCommand.self,
      BackupCommand.self, RestoreCommand.self, InstallCommand.self,
      PrintCommand.self, ExportCommand.self, AuditCommand.self,
      RetentionCommand.self,
    ])

  @OptionGroup var look: LookOptions
  @OptionGroup var options: SchoolOptions

  @Flag(help: "Sign in with login and passphrase as in a real school; practice schools only.")
  var strictDoor = false

  func perform() throws {
    let school = try options.open(running: true, signsInOnScreen: true)
    try AppOpening.run(school, as: options.login, isStrict: strictDoor, look: look)
  }

  static func main() {
    // A full disk is to be a fault in words; by default the signal would end the program.
    signal(SIGXFSZ, SIG_IGN)
    TypedArguments.hide()
    do {
      try GroupInstallation.begin()
      var command = try parseAsRoot()
      try command.run()
    } catch let refused as Refused {
      for sentence in refused.sentences { Output.refuse(sentence) }
      Glibc.exit(1)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Output.refuse(ArgumentForm.message(fullMessage(for: error)))
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }
}
