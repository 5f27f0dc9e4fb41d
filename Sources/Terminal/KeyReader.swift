/// Makes events of the bytes and keys a terminal sends.
struct KeyReader {
  /// What came in.
  enum Input: Hashable {
    case byte(UInt8)
    case key(Key)
    case pasteBegins, pasteEnds
    /// A key that means nothing here.
    case other
    /// All that was sent has been read.
    case pause
  }

  private enum State {
    case ready
    /// After Esc, of which more may follow.
    case escape
    /// After `Esc [`: a sequence nobody has told us of. Its letters must not act as keys.
    case sequence([UInt8])
    case paste([UInt8])
  }

  private var state = State.ready
  private var partial: [UInt8] = []
  private var events: [Event] = []
  private var next = 0

  /// More than anyone pastes on purpose; the rest of it is dropped.
  static let longestPaste = 1 << 20

  /// The next event that is complete, if one is.
  mutating func popEvent() -> Event? {
    guard next < events.count else { return nil }
    defer {
      next += 1
      if next == events.count {
        events.removeAll(keepingCapacity: true)
        next = 0
      }
    }
    return events[next]
  }

  mutating func take(_ input: Input) {
    switch state {
    case .ready: takeReady(input)
    case .escape: takeAfterEscape(input)
    case .sequence(let bytes): takeSequence(input, after: bytes)
    case .paste: takePaste(input)
    }
  }

  private mutating func takeReady(_ input: Input) {
    switch input {
    case .byte(27):
      partial = []
      state = .escape
    case .byte(let byte): takeByte(byte)
    case .key(let key):
      partial = []
      events.append(.key(key))
    case .pasteBegins:
      partial = []
      state = .paste([])
    case .pasteEnds, .other, .pause: break
    }
  }

  private mutating func takeAfterEscape(_ input: Input) {
    if input == .byte(UInt8(ascii: "[")) {
      state = .sequence([])
      return
    }
    state = .ready
    events.append(.key(.escape))
    takeReady(input)
  }

  private mutating func takeSequence(_ input: Input, after bytes: [UInt8]) {
    switch input {
    case .byte(let byte) where (0x20..<0x40).contains(byte): state = .sequence(bytes + [byte])
    // The Linux console's function keys have two brackets.
    case .byte(UInt8(ascii: "[")) where bytes.isEmpty: state = .sequence([UInt8(ascii: "[")])
    case .byte(let byte) where (0x40..<0x7F).contains(byte): state = .ready
    case .byte, .key, .pasteBegins, .pasteEnds, .other:
      state = .ready
      takeReady(input)
    case .pause:
      state = .ready
      // Nothing followed: Esc and a bracket were typed.
      if bytes.isEmpty { events += [.key(.escape), .key("[")] }
    }
  }

  private mutating func takePaste(_ input: Input) {
    guard case .paste(var bytes) = state else { return }
    // Let the array be changed in place.
    state = .ready
    switch input {
    case .byte(let byte):
      if bytes.count < Self.longestPaste { bytes.append(byte) }
      state = .paste(bytes)
    case .pasteEnds:
      let text = String(decoding: bytes, as: UTF8.self)
      events.append(.paste(text.replacingCarriageReturns))
    case .key, .pasteBegins, .other, .pause: state = .paste(bytes)
    }
  }

  private mutating func takeByte(_ byte: UInt8) {
    if byte < 0x80 {
      partial = []
      events.append(.key(Self.key(ascii: byte)))
      return
    }
    // A byte that cannot go on with the letter begins another; a half letter is dropped.
    if byte >= 0xC0 { partial = [] } else if partial.isEmpty { return }
    partial.append(byte)
    let wanted = partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : 2
    guard partial.count >= wanted else { return }
    if let letter = String(validating: partial, as: UTF8.self)?.first {
      events.append(.key(.character(letter)))
    }
    partial = []
  }

  private static func key(ascii byte: UInt8) -> Key {
    switch byte {
    case 8, 127: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 27: .escape
    case 32: .space
    case 1...26: .control(Character(Unicode.Scalar(byte + 96)))
    case 0..<32: .control(Character(Unicode.Scalar(byte + 64)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }
}

extension String {
  /// With `\n` for each `\r\n` and `\r`, which is what terminals send for a newline.
  fileprivate var replacingCarriageReturns: String {
    var result = ""
    for letter in self { result.append(letter == "\r\n" || letter == "\r" ? "\n" : letter) }
    return result
  }
}
