public import Attendance
import Crypto
import CryptoExtras

/// What is kept of a passphrase: how to derive a key of one, and the key that the right one gives.
public struct PassphraseHash: Hashable, Sendable {
  /// What deriving a key costs; kept beside each, so that it can be raised for the next.
  public struct Cost: Hashable, Sendable {
    /// How many rounds.
    public let rounds: Int
    /// The size of a block.
    public let block: Int
    /// How many lanes.
    public let lanes: Int

    /// A cost of scrypt.
    public init(rounds: Int, block: Int, lanes: Int) {
      self.rounds = rounds
      self.block = block
      self.lanes = lanes
    }

    /// About a tenth of a second and 64 MB for each guess.
    public static let usual = Cost(rounds: 65_536, block: 8, lanes: 1)
  }

  let cost: Cost
  let salt: [UInt8]
  let key: [UInt8]

  /// A hash as it was kept.
  init(cost: Cost, salt: [UInt8], key: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.key = key
  }

  /// The hash of a passphrase, with a salt of its own.
  public init(of secret: Secret, cost: Cost = .usual) throws(StoreFault) {
    let salt = Self.random(16)
    self.init(cost: cost, salt: salt, key: try Self.derive(secret, salt: salt, cost))
  }

  /// What stands for everybody who is not known: its salt is that of all logins nobody has.
  static func ofNobody() -> PassphraseHash {
    PassphraseHash(cost: .usual, salt: random(16), key: random(32))
  }

  /// Whether it is the hash of that passphrase; takes as long whatever is wrong with it.
  public func isOf(_ secret: Secret) throws(StoreFault) -> Bool {
    let other = try Self.derive(secret, salt: salt, cost)
    var difference: UInt8 = key.count == other.count ? 0 : 1
    for (one, another) in zip(key, other) { difference |= one ^ another }
    return difference == 0
  }

  /// The key that scrypt derives of the secret.
  static func derive(
    _ secret: Secret, salt: [UInt8], _ cost: Cost
  ) throws(StoreFault) -> [UInt8] {
    // The library takes no empty text; a blank byte is nobody's passphrase either.
    var bytes = secret.withBytes { Array($0) }
    if bytes.isEmpty { bytes = [0] }
    defer { Secret.wipe(&bytes) }
    do {
      return try KDF.Scrypt.deriveKey(
        from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.block,
        parallelism: cost.lanes
      ).withUnsafeBytes { Array($0) }
    } catch {
      throw .failed("no key could be derived of a passphrase; there may be too little memory")
    }
  }

  private static func random(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }
}
