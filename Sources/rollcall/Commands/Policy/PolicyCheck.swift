import ArgumentParser
import Policies
import Storage

/// Reads policies and complains, or says that all is well.
struct PolicyCheck: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read policies and complain, or say that all is well.")

  @Argument(help: "The policies; without any, the school's own, or else the shipped ones.")
  var files: [String] = []
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let found: Finding
    if !files.isEmpty {
      found = try named()
    } else if options.data != nil || (shipped.config == nil && options.folder.holdsSchool) {
      found = try own()
    } else {
      let folder = PolicyFolder(path: try shipped.folder)
      found = Finding(count: folder.readings.count, complaints: folder.complaints)
    }
    let faults = found.complaints.filter { $0.severity == .fault }
    for complaint in found.complaints where complaint.severity != .fault {
      try Output.print(complaint.description + "\n")
    }
    if !faults.isEmpty || !found.changed.isEmpty {
      throw Refused(lines: found.changed.map { "rollcall: \($0)" } + faults.map(\.description))
    }
    try Output.print(found.count == 1 ? "1 policy is well\n" : "\(found.count) policies are well\n")
  }

  /// What was read, and everything there is to say of it.
  private struct Finding {
    var count: Int
    var complaints: [Complaint] = []
    var changed: [AdoptedFiles.Fault] = []
  }

  /// Reads the policies that were named.
  private func named() throws -> Finding {
    var found = Finding(count: files.count)
    // Code sets are read once for each folder that has them, so that a fault is named once.
    let sources = try files.map { try shipped.source(at: $0) }
    for (folder, sources) in Dictionary(grouping: sources, by: \.codes).sorted(by: {
      $0.key < $1.key
    }) {
      let codes = CodeReading(folder: folder)
      found.complaints += codes.complaints
      found.complaints += sources.flatMap {
        PolicyReading(path: $0.path, codeSets: codes.sets).complaints
      }
    }
    return found
  }

  /// Reads the policies that the school has adopted.
  private func own() throws -> Finding {
    let school = try options.record()
    return Finding(
      count: school.adopted.count,
      complaints: PolicyShelf.readings(school.folder, school.adopted).complaints,
      changed: school.policyFaults)
  }
}
