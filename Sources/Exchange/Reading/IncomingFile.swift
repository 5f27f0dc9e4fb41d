public import FoundationEssentials

/// A file that comes in: the name it is called by in every fault, and its bytes.
///
/// The bytes are read where they lie; an array, a `Data`, or a mapped file will do.
public struct IncomingFile: Sendable {
  /// The name, as the person gave it.
  public let name: String
  private let bytes: any ContiguousBytes & Sendable

  /// A file of that name with these bytes.
  public init(named name: String, bytes: some ContiguousBytes & Sendable) {
    self.name = name
    self.bytes = bytes
  }

  /// A file of that name with this text.
  public init(named name: String, text: String) {
    self.init(named: name, bytes: Array(text.utf8))
  }

  /// Lends the bytes for reading.
  func read<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes(body)
  }
}
