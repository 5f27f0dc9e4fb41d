import Glibc

/// The first hundred bytes of a file, which tell a whole register from a part of one.
struct RegisterHeader {
  private static let size = 100
  private let bytes: [UInt8]

  /// The header of an open file; nil where it is shorter.
  init?(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: Self.size)
    guard pread(descriptor, &bytes, Self.size, 0) == Self.size else { return nil }
    self.bytes = bytes
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is SQLite's and a register's.
  var isRegister: Bool {
    bytes.starts(with: Array("SQLite format 3\0".utf8))
      && number(at: 68) == UInt32(bitPattern: Schema.applicationID)
  }

  /// How long the whole file is.
  var length: Int {
    let page = Int(bytes[16]) << 8 | Int(bytes[17])
    return (page == 1 ? 65_536 : page) * Int(number(at: 28))
  }

  /// The number that every commit raises.
  var changes: UInt32 { number(at: 24) }

  private func number(at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
