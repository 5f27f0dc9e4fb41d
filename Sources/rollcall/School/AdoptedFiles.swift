import Attendance
import Storage

/// The policy files of a school, held against the digests that were sealed when it adopted them.
struct AdoptedFiles {
  /// A file that is not as it was adopted, in a sentence with the remedy.
  struct Fault: Hashable, CustomStringConvertible {
    /// The file, as it lies in the school's folder.
    let file: String
    /// What is wrong with it, and what to do about it.
    let description: String
  }

  /// Everything that is not as it was adopted, in the order of the dates of adoption.
  let faults: [Fault]

  /// Reads the files that the school has adopted.
  init(_ folder: SchoolFolder, _ adopted: [AdoptedPolicy]) {
    faults =
      adopted.compactMap { Self.fault(of: $0, in: folder) }
      + [Self.faultOfCodes(in: folder, adopted)].compactMap(\.self)
  }

  /// The digest of the code sets in the school's folder, from which every figure is counted.
  static func digestOfCodes(in folder: SchoolFolder) throws -> String {
    let place = folder.policy + "/codes"
    var files: [String: [UInt8]] = [:]
    for name in FileBytes.names(in: place) where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      files[name] = try FileBytes.read(place + "/" + name)
    }
    return AdoptedPolicy.digest(of: files)
  }

  private static func faultOfCodes(
    in folder: SchoolFolder, _ adopted: [AdoptedPolicy]
  ) -> Fault? {
    // Each adoption brings the code sets anew, so that they are those of one of them.
    let known = Set(adopted.compactMap(\.codes))
    guard let last = adopted.last, !known.isEmpty,
      (try? digestOfCodes(in: folder)).map(known.contains) != true
    else { return nil }
    return Fault(
      file: "policy/codes",
      description: "the code sets in policy/codes are not those that were adopted; put the adopted "
        + "ones back, or adopt these with 'rollcall policy adopt FILE --from \(last.from)'")
  }

  private static func fault(of adoption: AdoptedPolicy, in folder: SchoolFolder) -> Fault? {
    let file = "policy/policies/" + adoption.file
    let command = "'rollcall policy adopt FILE --from \(adoption.from)'"
    guard let bytes = try? FileBytes.read(folder.path + "/" + file) else {
      return Fault(
        file: file,
        description: "\(file), adopted from \(adoption.from), is missing or cannot be read; put it "
          + "back, or adopt another with \(command)")
    }
    if AdoptedPolicy.digest(of: bytes) == adoption.digest { return nil }
    return Fault(
      file: file,
      description: "\(file) is not as it was adopted from \(adoption.from); put the adopted file "
        + "back, or adopt this one with \(command)")
  }
}
