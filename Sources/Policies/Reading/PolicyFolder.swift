/// A folder of settings (`codes/`, `policies/` and `national.yaml` in it), read whole with all its
/// complaints.
public struct PolicyFolder: Sendable {
  /// The code sets in `codes/`.
  public let codeSets: [CodeSet]
  /// What came of each policy in `policies/`, by path.
  public let readings: [(path: String, reading: PolicyReading)]
  /// What came of the national figures, or nil where there are none.
  public let national: NationalReading?
  /// Everything there is to say of all its files.
  public let complaints: [Complaint]

  /// Reads the folder at the path: `config`.
  public init(path: String) {
    let codes = CodeReading(folder: path + "/codes")
    let paths = Folder.settingsFiles(in: path + "/policies") ?? []
    codeSets = codes.sets
    readings = paths.map { ($0, PolicyReading(path: $0, codeSets: codes.sets)) }
    national = Folder.settingsFiles(in: path)?
      .first { $0.hasSuffix("/" + NationalReading.fileName) }.map { NationalReading(path: $0) }
    complaints =
      codes.complaints + readings.flatMap(\.reading.complaints) + (national?.complaints ?? [])
  }

  /// The policies without a fault.
  public var policies: [Policy] { readings.compactMap(\.reading.policy) }

  /// Whether any file has a fault.
  public var hasFaults: Bool { complaints.contains { $0.severity == .fault } }

  /// The path of a policy by its short name: `ibstock` for `policies/ibstock.yaml`.
  public func path(ofPolicy name: String) -> String? {
    readings.map(\.path).first { $0.hasSuffix("/\(name).yaml") }
  }
}
