import ArgumentParser
import Attendance
import Glibc
import Policies
import Storage

/// Makes an empty school under a policy.
struct InitCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make an empty school under a policy.")

  @Option(help: "The policy: a file, or the name of a shipped one.")
  var policy: String
  @Flag(help: "Make a practice school, which has a clock of its own and asks nothing.")
  var practice = false
  @Option(help: "Your name, as it is to stand in the register.")
  var name: String?
  @Option(help: "Your position.")
  var position: String?
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    try GroupInstallation.checkOwner(of: options.folder)
    let first = try administrator()
    let made = try NewSchool(
      in: options.folder, policy: shipped.source(of: policy), isPractice: practice,
      administrator: first)
    try Output.print(
      "\(made.policy.school.name): an empty school in \(options.folder.path)\n"
        + "Next: rollcall import calendar, then staff, then pupils.\n")
  }

  /// The first administrator of a real school: whoever runs the command; nil in a practice school.
  private func administrator() throws -> Staff? {
    if practice { return nil }
    guard let name = try name ?? Self.ask("Your name, as it is to stand in the register"),
      let position = try position ?? Self.ask("Your position"), !name.isBlank, !position.isBlank
    else {
      throw Refused(
        "rollcall: a real school needs its first administrator: give --name and --position")
    }
    return Staff(
      login: Actor.account, name: name, position: position, role: Actor.administrator)
  }

  private static func ask(_ question: String) throws -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    Output.ask(question)
    return readLine().flatMap { $0.isEmpty ? nil : $0 }
  }
}
