import Attendance

/// Finds a pupil by the thirteen bytes of a UPN without making a string of them.
struct UPNTable {
  private struct Key: Hashable {
    var head: UInt64
    var tail: UInt64
  }

  // A table of our own: hashing a String for each of a million rows would cost more than the rest
  // of the import together.
  private var keys: [Key]
  private var places: [Int32]
  private let mask: Int

  /// The places of these UPNs in their own order.
  init(_ upns: [UPN]) {
    var size = 16
    while size < upns.count * 4 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: Key(head: 0, tail: 0), count: size)
    places = Array(repeating: -1, count: size)
    for (place, upn) in upns.enumerated() {
      let key = Array(upn.text.utf8).withUnsafeBytes { Self.key($0, at: 0) }
      var slot = slot(of: key)
      while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      places[slot] = Int32(clamping: place)
    }
  }

  /// The place of the UPN that stands there, or nil.
  func place(_ bytes: UnsafeRawBufferPointer, _ field: CSVScanner.Field) -> Int? {
    guard field.end - field.start == 13 else { return nil }
    let key = Self.key(bytes, at: field.start)
    var slot = slot(of: key)
    while places[slot] >= 0 {
      if keys[slot] == key { return Int(places[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func slot(of key: Key) -> Int {
    let mixed = (key.head ^ (key.tail &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }

  /// Two words that overlap by three bytes hold all thirteen.
  private static func key(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Key {
    Key(
      head: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self),
      tail: bytes.loadUnaligned(fromByteOffset: start + 5, as: UInt64.self))
  }
}
