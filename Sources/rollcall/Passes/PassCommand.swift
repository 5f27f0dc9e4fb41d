import ArgumentParser
import Attendance
import Exchange
import Storage

/// Prints a pass for somebody who takes registers today.
struct PassCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass", abstract: "Print a pass for somebody who covers registers for a day.",
    discussion: """
      The pass has a login and a passphrase of four words, and opens the registers it names and no \
      others. The passphrase is printed once and kept nowhere.
      """)

  @Argument(help: "The name, as it is to stand in the register.")
  var name: String?
  @Option(help: "The position.")
  var position = "Cover teacher"
  @Option(name: .customLong("group"), help: "A group whose registers they take; more than once.")
  var groups: [String] = []
  @Option(help: "A time of today or a date; without it, the end of today.")
  var until = ""
  @Option(name: .customLong("to"), help: "Write the pass into this file, for nobody else to read.")
  var file: String?
  @Flag(help: "List the passes that hold.")
  var list = false
  @Flag(help: "With --list: those that have ended too.")
  var all = false
  @Option(help: "Withdraw the pass of this login now.")
  var end: String?
  @Option(help: "With --list: table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    let asked = [name != nil, list, end != nil].count { $0 }
    guard asked == 1 else {
      throw ValidationError("give a name, --list, or --end LOGIN")
    }
  }

  func perform() throws {
    let desk = PassDesk(school: try options.open())
    if list { return try Output.print(Self.table(desk.passes(all: all)), as: format) }
    if let end {
      let holder = try desk.end(login: end)
      return try Output.print("the pass of \(holder.name) (\(holder.login)) has ended\n")
    }
    let printed = try desk.issue(
      PassDesk.Request(name: name ?? "", position: position, groups: groups, until: until))
    guard let file else { return try Output.print(printed.text) }
    do {
      try FileBytes.write(Array(printed.text.utf8), to: file, mode: 0o600)
    } catch {
      // A pass that nobody can read opens nothing and must not stay.
      _ = try desk.end(login: printed.holder.login)
      throw error
    }
    try Output.print("the pass of \(printed.holder.name) is in \(file)\n")
  }

  private static func table(_ passes: [(holder: Staff, groups: [String])]) -> RowTable {
    RowTable(
      ["login", "name", "position", "until", "groups"],
      rows: passes.map { holder, groups in
        [
          .text(holder.login), .text(holder.name), .text(holder.position),
          .text(holder.endInWords),
          .text(orEmpty: groups.isEmpty ? nil : groups.joined(separator: " ")),
        ]
      })
  }
}
