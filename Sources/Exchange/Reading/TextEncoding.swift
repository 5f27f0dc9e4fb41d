/// How the bytes of a file are to be taken as text, or why they cannot be.
enum TextEncoding: Equatable {
  /// UTF-8; the text begins after a byte order mark of so many bytes.
  case utf8(mark: Int)
  case utf16
  case workbook
  /// Most likely Windows-1252: the byte and its place.
  case windows1252(UInt8, at: Int)
  case damaged(UInt8, at: Int)
  /// A control character that UTF-8 writes with two bytes.
  case control(UInt8, at: Int)

  /// Looks at every byte once.
  init(of bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || Self.looksLikeUTF16(bytes)
    {
      self = .utf16
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else {
      self = Self.checked(bytes, mark: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
  }

  /// The fault in one sentence, with the remedy; nil where the text is UTF-8.
  var sentence: String? {
    let remedy = "save it as 'CSV UTF-8 (comma delimited)' and import that"
    switch self {
    case .utf8: return nil
    case .utf16: return "this file is UTF-16, not UTF-8; \(remedy)"
    case .workbook: return "this is a spreadsheet's own file, not CSV; \(remedy)"
    case .windows1252(let byte, _):
      let letter = Self.windowsLetters[byte] ?? Character(Unicode.Scalar(byte))
      return "this file is Windows-1252, not UTF-8 (here stands '\(letter)'); \(remedy)"
    case .damaged(let byte, _):
      return "this file is not UTF-8 (here stands byte \(Self.hexadecimal(byte))); \(remedy)"
    case .control(let byte, _):
      return "here stands a control character (U+00\(Self.hexadecimal(byte))); delete it"
    }
  }

  /// Where the fault lies; the beginning where it is the whole file's.
  var place: Int {
    switch self {
    case .utf8, .utf16, .workbook: 0
    case .windows1252(_, let place), .damaged(_, let place), .control(_, let place): place
    }
  }

  private static func checked(_ bytes: UnsafeRawBufferPointer, mark: Int) -> TextEncoding {
    var place = mark
    var sequences = 0
    var control: Int?
    while place < bytes.count {
      if bytes[place] < 0x80 {
        while place + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          place += 8
        }
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        continue
      }
      let length = sequenceLength(bytes, at: place)
      if length == 0 {
        let byte = bytes[place]
        let isWindows = sequences == 0 && byte >= 0x80 && !undefinedInWindows.contains(byte)
        return isWindows ? .windows1252(byte, at: place) : .damaged(byte, at: place)
      }
      if control == nil, bytes[place] == 0xC2, bytes[place + 1] < 0xA0 { control = place }
      sequences += 1
      place += length
    }
    return control.map { .control(bytes[$0 + 1], at: $0) } ?? .utf8(mark: mark)
  }

  /// The length of the well-formed sequence that begins here, 0 where there is none.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    let first = bytes[place]
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place + offset < bytes.count && range.contains(bytes[place + offset])
    }
    switch first {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether every other byte of the beginning is zero, as in UTF-16 without a mark.
  private static func looksLikeUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = bytes.prefix(64)
    guard head.count >= 4 else { return false }
    return [0, 1].contains { parity in
      head.enumerated().allSatisfy { ($0.offset % 2 == parity) == ($0.element == 0) }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static let undefinedInWindows: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

  /// The letters that Windows-1252 has where Latin-1 has control characters.
  private static let windowsLetters: [UInt8: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      (0x80...0x9F).filter { !undefinedInWindows.contains($0) }, "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"))
}
