import ArgumentParser
import Attendance
import Policies
import Storage

/// Reads policies and complains, shows them, adopts them.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Check, list, show and adopt policies.",
    subcommands: [Check.self, List.self, Show.self, Adopt.self])

  /// Reads policies and complains, or says that all is well.
  struct Check: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read policies and complain, or say that all is well.")

    @Argument(help: "The policies; without any, the school's own or the shipped ones.")
    var files: [String] = []
    @OptionGroup var shipped: ShippedPolicies

    func perform() throws {
      var complaints: [Complaint] = []
      var count = files.count
      if files.isEmpty {
        let folder = PolicyFolder(path: try shipped.folder)
        complaints = folder.complaints
        count = folder.readings.count
      } else {
        // Code sets are read once for each folder that has them, so that a fault is named once.
        let folders = Dictionary(grouping: files, by: CodeReading.folder(for:))
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
          let codes = CodeReading(folder: folder)
          complaints += codes.complaints
          complaints += files.flatMap {
            PolicyReading(path: $0, codeSets: codes.sets).complaints
          }
        }
      }
      let faults = complaints.filter { $0.severity == .fault }
      for complaint in complaints where complaint.severity != .fault {
        Output.print(complaint.description + "\n")
      }
      if !faults.isEmpty { throw Refused(lines: faults.map(\.description)) }
      Output.print(count == 1 ? "1 policy is well\n" : "\(count) policies are well\n")
    }
  }

  /// Lists the shipped policies.
  struct List: PlainCommand {
    static let configuration = CommandConfiguration(abstract: "List the shipped policies.")

    @OptionGroup var shipped: ShippedPolicies

    func perform() throws {
      for (path, reading) in PolicyFolder(path: try shipped.folder).readings {
        let name = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? path
        Output.print("\(name)\t\(reading.policy?.school.name ?? "has a fault")\t\(path)\n")
      }
    }
  }

  /// Shows what a policy decides, in words.
  struct Show: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a policy decides, in words.")

    @Argument(help: "A file, or the name of a shipped policy; without it, the school's own.")
    var policy: String?
    @OptionGroup var shipped: ShippedPolicies
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      guard let policy else {
        Output.print(PolicySummary(try options.open().policy).lines.joined(separator: "\n") + "\n")
        return
      }
      let reading = PolicyReading(path: try shipped.path(of: policy))
      guard let read = reading.policy else {
        throw Refused(
          lines: reading.complaints.filter { $0.severity == .fault }.map(\.description))
      }
      Output.print(PolicySummary(read).lines.joined(separator: "\n") + "\n")
    }
  }

  /// Adopts a policy from a date on.
  struct Adopt: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adopt a policy from a date on; older versions stay and rule their own dates.")

    @Argument(help: "A file, or the name of a shipped policy.")
    var policy: String
    @Option(help: "The first date it rules: 2026-09-01.")
    var from: SchoolDate
    @OptionGroup var shipped: ShippedPolicies
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try school.require(.adoptPolicy)
      let path = try shipped.path(of: policy)
      let reading = PolicyReading(path: path)
      guard let read = reading.policy else {
        throw Refused(
          lines: reading.complaints.filter { $0.severity == .fault }.map(\.description))
      }
      let adoption = try PolicyCopy.copy(path, into: school.folder, from: from)
      let receipt = try school.store.submit(
        Act(
          kind: .adopted, by: school.actor.person, at: school.clock.now, detail: adoption.detail))
      Output.print(
        "\(read.school.name): \(adoption.file) rules from \(from)\nseal \(receipt.seal)\n")
    }
  }
}
