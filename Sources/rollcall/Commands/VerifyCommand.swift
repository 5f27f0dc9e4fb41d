import ArgumentParser
import Policies
import Storage

/// Walks every seal, rebuilds every year sheet, names each fault, prints the head seal.
struct VerifyCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Walk every seal, rebuild every sheet, name each fault, print the head seal.")

  @Option(help: "A head seal kept outside, to find whether newer submissions were cut off.")
  var seal: String?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.verify)
    let progress = Progress("verifying")
    let found = try school.store.verify(against: seal) { progress.show($0) }
    withExtendedLifetime(progress) {}
    for notice in found.notices { Output.print("notice: \(notice)\n") }
    for fault in found.faults { Output.print("fault: \(fault)\n") }
    Output.print(
      "\(found.submissions) submissions, \(found.entries) entries, \(found.sheets) sheets: "
        + (found.isSound ? "all sound\n" : "\(found.faults.count) faults\n"))
    Output.print("head seal \(found.headSeal)\n")
    if !found.isSound { throw ExitCode.failure }
  }
}
