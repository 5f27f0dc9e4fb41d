import Crypto

/// The SHA-256 of bytes that come piece by piece.
public struct RunningDigest {
  private var hasher = SHA256()

  /// The digest of nothing yet.
  public init() {}

  /// Adds the next bytes.
  public mutating func add(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// The digest of all bytes so far, in hexadecimal.
  public func hex() -> String { Seal.hex(Array(hasher.finalize())) }
}
