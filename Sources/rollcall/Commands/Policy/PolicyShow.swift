import ArgumentParser
import Attendance
import Policies
import Storage

/// Shows what a policy decides, in words.
struct PolicyShow: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a policy decides, in words.")

  @Argument(help: "A file, or the name of a shipped policy; without it, the school's own.")
  var policy: String?
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let shown = try policy.map { try shipped.source(of: $0).policy() } ?? own()
    try Output.print(PolicySummary(shown).lines.joined(separator: "\n") + "\n")
  }

  /// The policy that rules the school today, with a word about each file that was changed.
  private func own() throws -> Policy {
    let school = try options.record()
    for fault in school.policyFaults { Output.refuse("rollcall: \(fault)") }
    let shelf = try PolicyShelf(school.folder, adopted: school.adopted, evenChanged: true)
    return shelf.policy(on: school.clock.now.date)
  }
}
