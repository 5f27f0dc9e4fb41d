import Attendance
import Policies
import Storage

/// Copies a policy with its codes and letters into the school's own folder.
enum PolicyCopy {
  /// Copies the file, and says what is then to be adopted.
  static func copy(
    _ source: PolicySource, into folder: SchoolFolder, from date: SchoolDate
  ) throws -> AdoptedPolicy {
    let bytes = try FileBytes.read(source.path)
    let file = fileName(of: source.path, from: date)
    try FileBytes.makeFolder(folder.policy + "/policies")
    try FileBytes.write(bytes, to: folder.policy + "/policies/" + file)
    try copyFiles(of: source.codes, to: folder.policy + "/codes")
    let home = parent(of: source.path)
    let letters = [home + "/letters", home + "/../letters"]
    if let place = letters.first(where: { !FileBytes.names(in: $0).isEmpty }) {
      try copyFiles(of: place, to: folder.policy + "/letters")
    }
    return AdoptedPolicy(
      from: date, file: file, digest: AdoptedPolicy.digest(of: bytes),
      codes: try AdoptedFiles.digestOfCodes(in: folder))
  }

  /// The name of the copy: the policy's own, and the date; a copy adopted again has only one date.
  private static func fileName(of path: String, from date: SchoolDate) -> String {
    let name = PolicySource.name(of: path).replacing(" ", with: "-")
    let parts = name.split(separator: ".from-", omittingEmptySubsequences: false)
    let isCopy = parts.count > 1 && parts.last.flatMap { SchoolDate(String($0)) } != nil
    let stem = isCopy ? parts.dropLast().joined(separator: ".from-") : name
    return "\(stem).from-\(date).yaml"
  }

  private static func copyFiles(of place: String, to folder: String) throws {
    try FileBytes.makeFolder(folder)
    for name in FileBytes.names(in: place) {
      try FileBytes.write(FileBytes.read(place + "/" + name), to: folder + "/" + name)
    }
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
