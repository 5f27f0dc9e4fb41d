import Policies

/// A policy as a command names it: its file, and the folder of the code sets it is read with.
struct PolicySource: Hashable {
  let path: String
  let codes: String

  /// The policy; refuses with every complaint where it has a fault.
  func policy() throws -> Policy {
    let (codes, reading) = OwnRights.with {
      let codes = CodeReading(folder: self.codes)
      return (codes, PolicyReading(path: path, codeSets: codes.sets))
    }
    let faults = (codes.complaints + reading.complaints).filter { $0.severity == .fault }
    guard faults.isEmpty, let policy = reading.policy else {
      throw Refused(lines: faults.map(\.description))
    }
    return policy
  }

  /// The short name of the policy at that path: `ibstock` for `policies/ibstock.yaml`.
  static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }
}

extension ShippedPolicies {
  /// The policy given by path or by its short name.
  func source(of policy: String) throws -> PolicySource { try source(at: path(of: policy)) }

  /// The policy in that file, with the code sets beside it, else those of the folder named by
  /// `--config`, else the shipped ones.
  func source(at path: String) throws -> PolicySource {
    let beside = CodeReading.folder(for: path)
    let places = [beside, config.map { $0 + "/codes" }, (try? folder).map { $0 + "/codes" }]
    guard let codes = places.compactMap(\.self).first(where: Self.holdsSets) else {
      throw Refused(
        "\(path): there are no code sets to read it with; put them into \(beside), or name the "
          + "folder of the shipped ones: 'rollcall policy check \(path) --config DIR'")
    }
    return PolicySource(path: path, codes: codes)
  }

  private static func holdsSets(_ folder: String) -> Bool {
    FileBytes.names(in: folder).contains { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
  }
}
