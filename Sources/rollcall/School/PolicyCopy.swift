import Attendance
import Policies
import Storage

/// Copies a policy with its codes, letters and national figures into the school's own folder.
enum PolicyCopy {
  /// Copies the file, and says what is then to be adopted.
  static func copy(
    _ source: PolicySource, into folder: SchoolFolder, from date: SchoolDate
  ) throws -> AdoptedPolicy {
    let bytes = try OwnRights.with { try FileBytes.read(source.path, orPipe: true) }
    let file = fileName(of: source.path, from: date)
    try FileBytes.makeFolder(folder.policy + "/policies")
    try FileBytes.write(bytes, to: folder.policy + "/policies/" + file)
    try copyFiles(of: source.codes, to: folder.policy + "/codes")
    try copyLetters(of: source, into: folder, from: date)
    try copyNational(of: source, into: folder)
    return AdoptedPolicy(
      from: date, file: file, digest: AdoptedPolicy.digest(of: bytes),
      codes: try AdoptedFiles.digestOfCodes(in: folder))
  }

  /// The folder of the letters that belong to a policy: beside it, or beside its folder.
  static func letters(of source: PolicySource) -> String {
    let home = parent(of: source.path)
    let beside = home + "/letters"
    return FileBytes.names(in: beside).isEmpty ? home + "/../letters" : beside
  }

  /// Copies the letters that the policy names, its own in place of the shared ones.
  ///
  /// A letter that the school has changed in its own folder is kept beside the new one: adopting a
  /// policy must lose nobody's words.
  private static func copyLetters(
    of source: PolicySource, into folder: SchoolFolder, from date: SchoolDate
  ) throws {
    let place = letters(of: source)
    let shelf = LetterShelf(
      folder: place, policy: try source.policy(), policyName: stem(of: source.path))
    let target = folder.policy + "/letters"
    try FileBytes.makeFolder(target)
    for letter in shelf.policy.letters {
      guard let file = shelf.file(of: letter.id) else { continue }
      let bytes = try OwnRights.with {
        _ = try LetterShelf.read(place + "/" + file)
        return try FileBytes.read(place + "/" + file)
      }
      let path = target + "/" + letter.id
      if let old = try? FileBytes.read(path + LetterShelf.ending), old != bytes {
        try FileBytes.write(old, to: path + ".before-\(date)" + LetterShelf.ending)
      }
      try FileBytes.write(bytes, to: path + LetterShelf.ending)
    }
  }

  /// Copies the national figures, where the school has none of its own: those it has may be newer.
  private static func copyNational(of source: PolicySource, into folder: SchoolFolder) throws {
    let shipped = NationalFile(besideCodes: source.codes)
    let own = NationalFile(in: folder)
    guard shipped.exists, !own.exists else { return }
    _ = try shipped.figures()
    try FileBytes.write(OwnRights.with { try FileBytes.read(shipped.path) }, to: own.path)
  }

  /// The name of the copy: the policy's own, and the date; a copy adopted again has only one date.
  private static func fileName(of path: String, from date: SchoolDate) -> String {
    "\(stem(of: path)).from-\(date).yaml"
  }

  /// The short name of a policy, without the date that a copy has.
  private static func stem(of path: String) -> String {
    let name = PolicySource.name(of: path).replacing(" ", with: "-")
    let parts = name.split(separator: ".from-", omittingEmptySubsequences: false)
    let isCopy = parts.count > 1 && parts.last.flatMap { SchoolDate(String($0)) } != nil
    return isCopy ? parts.dropLast().joined(separator: ".from-") : name
  }

  private static func copyFiles(of place: String, to folder: String) throws {
    try FileBytes.makeFolder(folder)
    for name in FileBytes.names(in: place) {
      let bytes = try OwnRights.with { try FileBytes.read(place + "/" + name) }
      try FileBytes.write(bytes, to: folder + "/" + name)
    }
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
