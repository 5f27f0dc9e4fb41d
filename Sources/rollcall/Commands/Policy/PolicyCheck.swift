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
      found = try OwnRights.with(named)
    } else if options.data != nil || (shipped.config == nil && options.folder.holdsSchool) {
      found = try own()
    } else {
      let folder = PolicyFolder(path: try shipped.folder)
      found = Finding(
        count: folder.readings.count, complaints: folder.complaints,
        letters: LetterShelf.faults(in: try shipped.folder + "/letters"),
        unwritten: try folder.readings.flatMap { reading in
          unwritten(reading.reading.policy, in: try shipped.folder + "/letters", reading.path)
        })
    }
    let faults = found.complaints.filter { $0.severity == .fault }
    for complaint in found.complaints where complaint.severity != .fault {
      try Output.print(complaint.description + "\n")
    }
    for sentence in found.unwritten { try Output.print(sentence + "\n") }
    if !faults.isEmpty || !found.changed.isEmpty || !found.letters.isEmpty {
      throw Refused(
        lines: found.changed.map { "rollcall: \($0)" } + faults.map(\.description) + found.letters)
    }
    try Output.print(found.count == 1 ? "1 policy is well\n" : "\(found.count) policies are well\n")
  }

  /// What was read, and everything there is to say of it.
  private struct Finding {
    var count: Int
    var complaints: [Complaint] = []
    var changed: [AdoptedFiles.Fault] = []
    var letters: [String] = []
    var unwritten: [String] = []
  }

  /// What to say of each text that the policy names and nobody has written.
  private func unwritten(_ policy: Policy?, in folder: String, _ path: String) -> [String] {
    guard let policy else { return [] }
    return LetterShelf(
      folder: folder, policy: policy, policyName: PolicySource.name(of: path)
    ).unwritten.map { letter in
      "\(path): warning: the \(letter.kind.rawValue) '\(letter.id)' is named and its words are not "
        + "written; write them to \(folder)/\(letter.id)\(LetterShelf.ending)"
    }
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
      found.complaints += codes.complaints + NationalFile(besideCodes: folder).complaints
      for source in sources {
        let reading = PolicyReading(path: source.path, codeSets: codes.sets)
        found.complaints += reading.complaints
        let letters = PolicyCopy.letters(of: source)
        for faults in LetterShelf.faults(in: letters) where !found.letters.contains(faults) {
          found.letters.append(faults)
        }
        found.unwritten += unwritten(reading.policy, in: letters, source.path)
      }
    }
    return found
  }

  /// Reads the policies that the school has adopted.
  private func own() throws -> Finding {
    let school = try options.record()
    let readings = PolicyShelf.readings(school.folder, school.adopted)
    let letters = school.folder.policy + "/letters"
    let national = NationalFile(in: school.folder)
    return Finding(
      count: school.adopted.count, complaints: readings.complaints + national.complaints,
      changed: school.policyFaults, letters: LetterShelf.faults(in: letters),
      unwritten: readings.dated.flatMap { unwritten($0.policy, in: letters, $0.policy.file) }
        + (national.exists ? [] : ["\(national.path): warning: \(NationalFile.missing)"]))
  }
}
