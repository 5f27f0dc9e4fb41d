/// The bytes that stand for codes in a year sheet.
///
/// Each code's byte is given once and kept for good, in a table of the register itself, so that the
/// order of a code file never matters. Byte 0 is a blank.
public struct SheetAlphabet: Hashable, Sendable {
  /// The code of each byte; the first is empty, for a blank.
  public private(set) var codes: [String]
  private var bytes: [String: UInt8]

  /// An alphabet that knows only the blank.
  public init() {
    codes = [""]
    bytes = ["": 0]
  }

  /// An alphabet of these codes, in the order of their bytes from 1.
  public init(_ codes: some Sequence<String>) {
    self.init()
    for code in codes { _ = byte(adding: code) }
  }

  /// The byte of a code, or nil where it has none.
  public func byte(of code: String) -> UInt8? { bytes[code] }

  /// The code of a byte, empty for a blank and for a byte that has none.
  public func code(of byte: UInt8) -> String {
    Int(byte) < codes.count ? codes[Int(byte)] : ""
  }

  /// The byte of a code, given now where it had none; nil once all 255 are given.
  public mutating func byte(adding code: String) -> UInt8? {
    if let byte = bytes[code] { return byte }
    guard let byte = UInt8(exactly: codes.count) else { return nil }
    codes.append(code)
    bytes[code] = byte
    return byte
  }
}
