/// What came of reading one policy: the policy, or what is wrong with it.
public struct PolicyReading: Sendable {
  /// The policy, or nil where it has a fault.
  public let policy: Policy?
  /// Everything there is to say of the file, in the order of its lines.
  public let complaints: [Complaint]

  /// Whether something has to be put right before the policy can be used.
  public var hasFaults: Bool { policy == nil }

  /// Reads the policy in the text, as a file of that name.
  public init(name: String, text: String, codeSets: [CodeSet]) {
    self.init(PolicyFile(name: name, text: text), codeSets: codeSets)
  }

  /// Reads the policy at the path with those code sets.
  public init(path: String, codeSets: [CodeSet]) {
    self.init(PolicyFile(path: path), codeSets: codeSets)
  }

  /// Reads the policy at the path with the code sets beside it or beside its folder.
  public init(path: String) {
    let codes = CodeReading(folder: Folder.codes(for: path))
    guard !codes.sets.isEmpty else {
      // Without any code every mention of one would be a fault; that there is none is told once.
      policy = nil
      complaints = codes.complaints
      return
    }
    let reading = PolicyReading(path: path, codeSets: codes.sets)
    let faults = codes.complaints.contains { $0.severity == .fault }
    policy = faults ? nil : reading.policy
    complaints = codes.complaints + reading.complaints
  }

  private init(_ file: PolicyFile, codeSets: [CodeSet]) {
    policy = PolicyReader(codeSets: codeSets).read(file)
    complaints = file.complaints.sorted
  }
}
