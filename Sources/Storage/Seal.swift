import Attendance
import Crypto

/// The seal of a submission: SHA-256 over the seal before it and everything the act says.
///
/// Changing, adding, removing or reordering anything breaks every seal from there on. Fields are
/// written with their lengths, so that no two acts can read alike.
struct Seal: Hashable {
  /// The 32 bytes.
  let bytes: [UInt8]

  /// The seal before the first submission.
  static let none = Seal(bytes: [UInt8](repeating: 0, count: 32))

  /// The seal as people copy it: 64 hexadecimal digits.
  var hex: String { Self.hex(bytes) }

  /// The seal that people copied, or nil where it is none.
  init?(hex text: some StringProtocol) {
    let digits = text.utf8.compactMap { UInt8(hexadecimal: $0) }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that so many pairs of hexadecimal digits stand for; none where they do not.
  static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.compactMap { UInt8(hexadecimal: $0) }
    guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return [] }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The SHA-256 of the bytes, in hexadecimal.
  static func digest(of bytes: [UInt8]) -> String { hex(Array(SHA256.hash(data: bytes))) }

  /// The hash of a note that the seal covers: over a salt and the text, so that redacting the text
  /// leaves nothing to guess at.
  static func hash(note: String, salt: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: salt)
    hasher.update(data: Array(note.utf8))
    return Array(hasher.finalize())
  }
}

/// Writes a submission and its entries into a seal.
struct Sealer {
  private var hasher = SHA256()
  private var buffer: [UInt8] = []

  /// Begins the seal of a submission that follows the seal given.
  init(
    after previous: Seal, _ submission: Submission, firstEntry: Int64, entries: Int,
    firstLine: Int64, lines: Int
  ) {
    buffer.reserveCapacity(16_384)
    buffer.append(contentsOf: previous.bytes)
    add(text: "rollcall seal 1")
    add(submission.id.number)
    add(text: submission.kind.rawValue)
    add(submission.at.seconds)
    add(text: submission.typist.login)
    add(text: submission.typist.name)
    add(text: submission.typist.position)
    add(text: submission.observer?.by)
    add(submission.observer?.at.seconds ?? 0)
    add(text: submission.register?.group)
    add(Int64(submission.register?.session.date.daysSince1970 ?? 0))
    add(Int64(submission.register?.session.half.index ?? 0))
    add(text: submission.detail)
    add(firstEntry)
    add(Int64(entries))
    add(firstLine)
    add(Int64(lines))
  }

  /// Adds a line of the day book.
  mutating func add(_ line: KeptLine) {
    add(line.id)
    add(line.pupil ?? 0)
    add(Int64(line.date))
    add(Int64(line.until ?? -1))
    add(line.about ?? 0)
    add(text: line.kind)
    buffer.append(line.waits ? 1 : 0)
    add(text: line.facts)
    buffer.append(UInt8(truncatingIfNeeded: line.wordsHash?.count ?? 0))
    if let hash = line.wordsHash { buffer.append(contentsOf: hash) }
    if buffer.count > 16_000 { flush() }
  }

  /// Begins the seal of a change to the roll that follows the seal given.
  init(afterRoll previous: Seal) {
    buffer.append(contentsOf: previous.bytes)
    add(text: "rollcall roll seal 1")
  }

  /// Begins the digest of something that is called so.
  init(of what: String) {
    add(text: "rollcall digest 1")
    add(text: what)
  }

  /// Adds a line of the change log.
  mutating func add(_ change: KeptChange) {
    add(change.id)
    add(change.at)
    add(text: change.by.login)
    add(text: change.by.name)
    add(text: change.by.position)
    add(text: change.what)
    add(text: change.before)
    add(text: change.after)
    if buffer.count > 16_000 { flush() }
  }

  /// Adds an entry.
  mutating func add(_ entry: KeptEntry) {
    add(entry.id)
    add(entry.pupil)
    add(Int64(entry.date))
    buffer.append(UInt8(truncatingIfNeeded: entry.half))
    add(text: entry.code)
    add(entry.minutes.map(Int64.init) ?? -1)
    add(text: entry.how)
    buffer.append(UInt8(truncatingIfNeeded: entry.basis))
    add(entry.replaces ?? 0)
    add(entry.beside ?? 0)
    add(text: entry.reason)
    buffer.append(UInt8(truncatingIfNeeded: entry.noteHash?.count ?? 0))
    if let hash = entry.noteHash { buffer.append(contentsOf: hash) }
    if buffer.count > 16_000 { flush() }
  }

  /// The finished seal.
  mutating func seal() -> Seal {
    flush()
    return Seal(bytes: Array(hasher.finalize()))
  }

  private mutating func flush() {
    hasher.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
  }

  /// Adds a text; a missing one is told from an empty one by its length.
  mutating func add(text: String?) {
    guard let text else { return add(Int64(-1)) }
    add(Int64(text.utf8.count))
    // A submission of a whole year writes a million short texts: bytes in one piece go in at once.
    if text.utf8.withContiguousStorageIfAvailable({ buffer.append(contentsOf: $0) }) == nil {
      buffer.append(contentsOf: text.utf8)
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, or nil where the character is none.
  fileprivate init?(hexadecimal character: UInt8) {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self = character - UInt8(ascii: "a") + 10
    default: return nil
    }
  }
}
