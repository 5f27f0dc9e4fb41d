public import Attendance

/// A policy the school has adopted: from which date, and which file, by its digest.
///
/// It is kept as the sealed detail of a submission; older versions stay and rule their own dates.
public struct AdoptedPolicy: Hashable, Sendable {
  /// The first date it rules.
  public let from: SchoolDate
  /// The name of its file in the school's policy folder.
  public let file: String
  /// The SHA-256 of the file, in hexadecimal.
  public let digest: String
  /// The digest of the code sets adopted with it, or nil where none was kept.
  public let codes: String?

  /// The adoption of that file from the date.
  public init(from: SchoolDate, file: String, digest: String, codes: String? = nil) {
    self.from = from
    self.file = file
    self.digest = digest
    self.codes = codes
  }

  /// The adoption that a submission's detail records, or nil where it records none.
  public init?(detail: String) {
    let parts = detail.split(separator: " ")
    guard (3...4).contains(parts.count), let from = SchoolDate(String(parts[0])),
      parts[2].hasPrefix("sha256:")
    else { return nil }
    let codes = parts.dropFirst(3).first.flatMap {
      $0.hasPrefix("codes:") ? String($0.dropFirst(6)) : nil
    }
    self.init(
      from: from, file: String(parts[1]), digest: String(parts[2].dropFirst(7)), codes: codes)
  }

  /// The adoption as a submission's detail records it.
  public var detail: String {
    "\(from) \(file) sha256:\(digest)" + (codes.map { " codes:\($0)" } ?? "")
  }

  /// The adoptions that these details record, oldest first, in the order of their dates.
  ///
  /// The last adoption from a date is the one that rules from it.
  static func inForce(_ details: some Sequence<String>) -> [AdoptedPolicy] {
    Dictionary(
      details.compactMap(AdoptedPolicy.init(detail:)).map { ($0.from, $0) },
      uniquingKeysWith: { $1 }
    ).values.sorted { $0.from < $1.from }
  }

  /// The digest of a file's bytes.
  public static func digest(of bytes: [UInt8]) -> String { Seal.digest(of: bytes) }

  /// The digest of several files by their names and bytes, in whatever order they come.
  public static func digest(of files: [String: [UInt8]]) -> String {
    let lines = files.map { "\($0.key) \(digest(of: $0.value))\n" }.sorted()
    return digest(of: Array(lines.joined().utf8))
  }
}
