import Policies
import Storage

/// The file of national figures that a school keeps beside its policies.
struct NationalFile {
  let path: String

  /// The file of the school.
  init(in folder: SchoolFolder) {
    path = folder.policy + "/" + NationalReading.fileName
  }

  /// The file beside a folder of code sets: in `config` for `config/codes`.
  init(besideCodes codes: String) {
    let parent = codes.lastIndex(of: "/").map { String(codes[..<$0]) } ?? "."
    path = parent + "/" + NationalReading.fileName
  }

  /// The file in a folder of settings: `config`.
  init(inSettings folder: String) {
    path = folder + "/" + NationalReading.fileName
  }

  /// Whether there is one.
  var exists: Bool {
    let place = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return FileBytes.names(in: place).contains(NationalReading.fileName)
  }

  /// The figures, or nil where the school has none; refuses where the file has a fault.
  func figures() throws -> NationalFigures? {
    guard exists else { return nil }
    let reading = NationalReading(path: path)
    let faults = reading.complaints.filter { $0.severity == .fault }
    guard faults.isEmpty, let figures = reading.figures else {
      throw Refused(lines: faults.map(\.description))
    }
    return figures
  }

  /// Everything there is to say of the file; nothing where there is none.
  var complaints: [Complaint] { exists ? NationalReading(path: path).complaints : [] }

  /// That the school keeps no national figures, and what to do about it.
  static let missing =
    "the school keeps no national figures, so none stand beside its own; put a copy of the shipped "
    + "config/national.yaml into its folder as policy/national.yaml"
}
