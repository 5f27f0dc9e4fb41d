import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// What is kept and for how long, and the removal of what is past retention.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "What is kept, what is past retention, and its removal by the head.",
    discussion: """
      Everything is kept for the policy's years from the day on which it was recorded, and for six \
      at least. Nothing is removed by itself. A school year goes as a whole: one mark of it that was \
      amended later holds it, and the years after it, until that is old enough too.
      """, subcommands: [Show.self, Remove.self], defaultSubcommand: Show.self)

  /// What is kept of each year, until when and why.
  struct Show: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "What is kept of each school year, until when, and why.")

    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try school.require(.verify, to: "see what is past retention")
      let rows = try school.store.together {
        try RetentionRows(
          try school.store.pastRetention(
            school.policy.retention.period, on: school.clock.now.date),
          try school.store.removals()
        ) { try school.store.submission($0) }
      }
      try Output.print(rows.years, as: format)
    }
  }

  /// Removes it for good, once it is exported.
  struct Remove: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Export what is past retention and remove it for good.",
      discussion: """
        Without --yes it says what would go, and does nothing. With it, the register is verified, \
        everything that goes is written into the folder and read back, and only then removed, in one \
        step. The acts stay in the register with their authors, times and seals, and 'verify' tells \
        of the removal. Nobody else may have Rollcall open meanwhile.
        """)

    @Option(name: .customLong("to"), help: "The folder it is exported to: a new one, or empty.")
    var path: String
    @Flag(help: "Remove it.")
    var yes = false
    @Flag(help: "Remove it though the last mark was recorded long ago by this computer's clock.")
    var clockIsRight = false
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let desk = try RetentionDesk(options.open())
      let folder = try ExportFolder(path)
      guard yes else {
        try Output.print(RetentionRows.parts(of: desk.past), as: format)
        for sentence in [try desk.doubtOfClock(), desk.wordOnBackups].compactMap(\.self) {
          Output.refuse("rollcall: \(sentence)")
        }
        Output.refuse(
          "rollcall: nothing was removed; --yes exports it to \(path) and removes it for good")
        return
      }
      if !clockIsRight, let doubt = try desk.doubtOfClock() {
        throw Refused(
          "rollcall: nothing was removed: \(doubt); put the clock right, or where it is right, say "
            + "--clock-is-right")
      }
      try desk.refuseUnsound()
      let removal = try desk.remove(exportingTo: folder)
      try Output.print(RetentionRows.parts(of: removal), as: format)
      Output.refuse("rollcall: \(desk.wordOnBackups)")
      try desk.check()
    }
  }
}
