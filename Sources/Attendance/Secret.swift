/// A text that is typed and never shown, wiped from memory once nobody holds it.
///
/// It is never changed: another key makes another one, so that no half of it is left behind in the
/// room that a growing text gives up.
public final class Secret: Hashable, @unchecked Sendable, CustomStringConvertible {
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// The longest that is taken; what is typed beyond it is left out.
  public static let limit = 256

  /// A secret of these bytes of UTF-8.
  public init(_ text: some Collection<UInt8>) {
    bytes = .allocate(capacity: min(text.count, Self.limit))
    _ = bytes.initialize(from: text.prefix(Self.limit))
  }

  /// Nothing typed yet.
  public convenience init() { self.init([]) }

  deinit {
    // The wiped bytes are given back to the allocator by a call the optimiser cannot see through,
    // so the writes stay.
    bytes.update(repeating: 0)
    bytes.deallocate()
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { bytes.isEmpty }

  /// How many letters it has, for as many stars.
  public var count: Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// The secret with a letter more.
  public func adding(_ letter: Character) -> Secret {
    var longer = Array(bytes)
    longer.append(contentsOf: letter.utf8)
    defer { Self.wipe(&longer) }
    return bytes.count + letter.utf8.count > Self.limit ? self : Secret(longer)
  }

  /// The secret without its last letter.
  public func droppingLast() -> Secret {
    let end = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return Secret(bytes[..<end])
  }

  /// The secret as a pass reads it: small letters and digits, however they were set apart.
  public var folded: Secret {
    var plain = bytes.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: " "), UInt8(ascii: "-"): nil
      default: byte
      }
    }
    defer { Self.wipe(&plain) }
    return Secret(plain)
  }

  /// Hands the bytes to whoever derives a key of them.
  public func withBytes<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try body(UnsafeBufferPointer(bytes))
  }

  /// Stars, so that no log and no message shows it.
  public var description: String { "***" }

  /// Whether both hold the same text.
  public static func == (one: Secret, other: Secret) -> Bool {
    one.bytes.elementsEqual(other.bytes)
  }

  /// Feeds its length alone: a hash of the text would be one more copy of it.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes.count) }

  /// Overwrites bytes that held a secret.
  @inline(never)
  public static func wipe(_ bytes: inout [UInt8]) {
    for index in bytes.indices { bytes[index] = 0 }
  }
}
