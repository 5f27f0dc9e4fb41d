import Attendance

/// The bytes of the codes that one act uses: a handful, found again faster by looking along them
/// than by hashing hundreds of thousands of texts.
struct CodeBytes {
  private let alphabet: SheetAlphabet
  private var used: [(code: String, byte: UInt8)] = []

  init(_ alphabet: SheetAlphabet) {
    self.alphabet = alphabet
  }

  /// The byte of the code, which the alphabet has; 0 for the blank that takes a mark back.
  mutating func byte(of code: String) throws -> UInt8 {
    for known in used where known.code == code { return known.byte }
    guard let byte = alphabet.byte(of: code) else {
      throw StoreFault.refused("'\(code)' is no attendance code")
    }
    used.append((code, byte))
    return byte
  }
}
