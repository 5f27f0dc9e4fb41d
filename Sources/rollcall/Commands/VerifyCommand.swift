import ArgumentParser
import Attendance
import Policies
import Storage

/// Walks every seal, rebuilds every year sheet, names each fault, prints the last seals.
struct VerifyCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Walk every seal, rebuild every sheet, name each fault, print the last seals.")

  @Option(help: "A seal kept outside, to find whether what is newer was cut off or written anew.")
  var seal: String?
  @Option(
    help: """
      Keep that you have looked at what was changed in the file itself beside the marks, and why it is \
      right as it stands.
      """)
  var accept: String?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if accept?.isBlank ?? false { throw ValidationError("say why in words: --accept WORDS") }
    guard let seal, seal.count != 64 || !seal.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return
    }
    throw ValidationError(
      "'\(seal.prefix(70))' is no seal; a seal is 64 hexadecimal digits (0-9, a-f), as 'rollcall "
        + "verify' prints it")
  }

  func perform() throws {
    let school = try record()
    try school.require(.verify)
    var found = try look(at: school)
    if let accept {
      try school.require(.restore)
      guard !found.alterations.isEmpty else {
        throw Refused(
          "rollcall: there is nothing to accept: no part beside the marks was changed in the file "
            + "itself")
      }
      try school.store.acceptAlterations(
        because: accept, by: school.actor.person, at: school.clock.now)
      found = try look(at: school)
    }
    found.faults += school.policyFaults.map(\.description)
    found.judgeRemovals(on: school.clock.now.date)
    if let failure = BackupShelf(school.folder).failure { found.notices.append(failure) }
    for notice in found.notices { try Output.print("notice: \(notice)\n") }
    for fault in found.faults { try Output.print("fault: \(fault)\n") }
    try Output.print(found.summary + "\n")
    // The seal of the last submission that could be read is not the head of the chain.
    if found.isComplete {
      try Output.print("head seal \(found.headSeal)\nroll seal \(found.rollSeal)\n")
    }
    if !found.isSound { throw ExitCode.failure }
  }

  private func look(at school: SchoolRecord) throws -> Verification {
    let progress = Progress("verifying")
    defer { withExtendedLifetime(progress) {} }
    return try school.store.verify(against: seal) { progress.show($0) }
  }

  /// The register; where damage keeps it from being opened, the refusal does not name this command.
  private func record() throws -> SchoolRecord {
    do {
      return try options.record()
    } catch let fault as StoreFault {
      throw Refused("rollcall: \(fault.finding)")
    }
  }
}

extension Verification {
  /// What was walked and what came of it, in one line.
  var summary: String {
    let walked = [
      Self.count(submissions, "submission"), Self.count(entries, "entry", "entries"),
      Self.count(sheets, "sheet"),
    ].joined(separator: ", ")
    let outcome = isSound ? "all sound" : Self.count(faults.count, "fault")
    if isComplete { return "\(walked): \(outcome)" }
    return submissions == 0
      ? "the register cannot be read: \(outcome)"
      : "the register could be read no further than \(walked): \(outcome)"
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
