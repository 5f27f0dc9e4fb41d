/// What came of reading a folder of code sets.
public struct CodeReading: Sendable {
  /// The sets, as far as they could be read.
  public let sets: [CodeSet]
  /// Everything there is to say of their files.
  public let complaints: [Complaint]

  /// The folder of code sets that belongs to a policy: beside it, or beside its folder.
  public static func folder(for policy: String) -> String { Folder.codes(for: policy) }

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
