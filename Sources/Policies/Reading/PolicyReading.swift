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

/// What came of reading a folder of code sets.
public struct CodeReading: Sendable {
  /// The sets, as far as they could be read.
  public let sets: [CodeSet]
  /// Everything there is to say of their files.
  public let complaints: [Complaint]

  /// Reads every set in the folder.
  public init(folder: String) {
    guard let paths = Folder.settingsFiles(in: folder), !paths.isEmpty else {
      sets = []
      complaints = [
        Complaint(
          severity: .fault, file: folder, line: nil, column: nil, excerpt: nil,
          sentence: "there are no code sets in this folder; put the shipped ones in it")
      ]
      return
    }
    let files = paths.map { PolicyFile(path: $0) }
    sets = files.compactMap(CodeFile.read)
    complaints = files.flatMap(\.complaints.sorted)
  }

  /// Reads the set in the text, as a file of that name.
  public init(name: String, text: String) {
    let file = PolicyFile(name: name, text: text)
    sets = [CodeFile.read(file)].compactMap { $0 }
    complaints = file.complaints.sorted
  }
}
