import ArgumentParser
import Attendance
import Glibc
import Policies
import Storage

/// Adopts a policy from a date on.
struct PolicyAdopt: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Adopt a policy from a date on; older versions stay and rule their own dates.")

  @Argument(help: "A file, or the name of a shipped policy.")
  var policy: String
  @Option(help: "The first date it rules: 2026-09-01.")
  var from: SchoolDate
  @Flag(help: "Adopt it even where it is of another school or phase.")
  var yes = false
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.record()
    try school.require(.adoptPolicy)
    let source = try shipped.source(of: policy)
    let new = try source.policy()
    let difference = difference(of: new, in: school)
    if let difference { Output.refuse("rollcall: \(difference)") }
    if let sentence = try MarksWithoutCode(in: school, from: from, under: new.codes).sentence {
      Output.refuse("rollcall: \(sentence)")
    }
    if difference != nil, !yes { try confirm() }
    let adoption = try PolicyCopy.copy(source, into: school.folder, from: from)
    let receipt = try school.store.submit(
      Act(
        kind: .adopted, by: school.actor.person, at: school.clock.now, detail: adoption.detail))
    try Output.print(
      "\(new.school.name): \(adoption.file) rules from \(from)\nseal \(receipt.seal)\n")
  }

  /// How the new policy is of another school than the one that rules on its first date, or nil.
  private func difference(of new: Policy, in school: SchoolRecord) -> String? {
    let shelf = try? PolicyShelf(school.folder, adopted: school.adopted, evenChanged: true)
    let old = shelf?.policy(on: from).school
    let name = old?.name ?? school.identity.name
    if new.school.name == name, new.school.phase == old?.phase ?? new.school.phase { return nil }
    let phase = old.map { " (\($0.phase.rawValue))" } ?? ""
    return "this policy is of \(new.school.name) (\(new.school.phase.rawValue)), and the school is "
      + name + phase
  }

  private func confirm() throws {
    if isatty(STDIN_FILENO) == 1 {
      Output.ask("Type yes to adopt it all the same")
      if readLine() == "yes" { return }
    }
    throw Refused("rollcall: nothing was changed; adopt it all the same with --yes")
  }
}
