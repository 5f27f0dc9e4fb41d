/// Splits bytes into the rows and fields of RFC 4180, and nothing looser.
///
/// It copies nothing: a field is a range of the bytes, and one list of ranges serves every row, so
/// that a file of a million rows costs its own bytes and no more.
struct CSVScanner {
  /// One field: where its text lies, without the quotes around it.
  struct Field {
    var start: Int
    var end: Int
    /// Whether quotes within it are doubled and must be halved.
    var hasDoubledQuotes: Bool
  }

  /// What came next.
  enum Step: Equatable {
    case row
    case end
    /// The row is damaged, at that line; reading can go on after it.
    case damaged(line: Int, String)
    /// Nothing after this place can be trusted.
    case hopeless(line: Int, String)
  }

  /// No field of an import is longer; one that is hints at a missing quote.
  static let longestField = 10_000

  private let bytes: UnsafeRawBufferPointer
  private var place: Int
  private var nextLine = 1
  /// The line on which the row began.
  private(set) var line = 1
  /// The fields of the row, as many as are kept.
  private(set) var fields: [Field] = []
  /// How many fields the row has, kept or not.
  private(set) var fieldCount = 0
  /// Whether the row is an empty line.
  private(set) var isBlank = false
  /// How many fields are worth keeping; a row of a million commas is only counted.
  var mostFields = 1000

  init(_ bytes: UnsafeRawBufferPointer, from place: Int) {
    self.bytes = bytes
    self.place = place
    fields.reserveCapacity(64)
  }

  /// Reads the next row.
  mutating func next() -> Step {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    line = nextLine
    if place >= bytes.count { return .end }
    isBlank = isLineEnd(at: place)
    while true {
      let isQuoted = place < bytes.count && bytes[place] == Self.quote
      if let fault = isQuoted ? quotedField() : plainField() { return fault }
      guard place < bytes.count else { return .row }
      switch bytes[place] {
      case Self.comma:
        place += 1
      case Self.newline:
        place += 1
        nextLine += 1
        return .row
      default:
        // A carriage return; `plainField` and `quotedField` stop at nothing else.
        if isLineEnd(at: place) {
          place += 2
          nextLine += 1
          return .row
        }
        return damaged("a carriage return stands alone; save the file with ordinary line ends")
      }
    }
  }

  /// The text of a field, with doubled quotes halved.
  func text(of field: Field) -> String {
    let slice = UnsafeRawBufferPointer(rebasing: bytes[field.start..<field.end])
    guard field.hasDoubledQuotes else { return String(decoding: slice, as: UTF8.self) }
    var halved: [UInt8] = []
    halved.reserveCapacity(slice.count)
    var isSecond = false
    for byte in slice {
      isSecond = byte == Self.quote && !isSecond
      if !isSecond { halved.append(byte) }
    }
    return String(decoding: halved, as: UTF8.self)
  }

  private func isLineEnd(at place: Int) -> Bool {
    bytes[place] == Self.newline
      || (bytes[place] == Self.carriageReturn && place + 1 < bytes.count
        && bytes[place + 1] == Self.newline)
  }

  private mutating func plainField() -> Step? {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      // Everything that needs a look stands at or below the comma, but for DEL.
      if byte > Self.comma, byte != Self.delete {
        place += 1
        continue
      }
      if byte == Self.comma || byte == Self.newline || byte == Self.carriageReturn { break }
      if byte == Self.quote {
        return damaged(
          "a quote stands inside a field that does not begin with one; "
            + "put the whole field in quotes and double the quote")
      }
      if byte < Self.space || byte == Self.delete { return controlCharacter(byte) }
      place += 1
    }
    return keep(Field(start: start, end: place, hasDoubledQuotes: false))
  }

  private mutating func quotedField() -> Step? {
    let opened = nextLine
    place += 1
    let start = place
    var isDoubled = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte > Self.quote, byte != Self.delete {
        place += 1
      } else if byte == Self.quote {
        if place + 1 < bytes.count, bytes[place + 1] == Self.quote {
          isDoubled = true
          place += 2
          continue
        }
        let end = place
        place += 1
        if place < bytes.count, bytes[place] != Self.comma, bytes[place] != Self.newline,
          bytes[place] != Self.carriageReturn
        {
          return damaged(
            "text stands after a closing quote; double each quote that belongs to the text")
        }
        return keep(Field(start: start, end: end, hasDoubledQuotes: isDoubled))
      } else if byte == Self.newline {
        nextLine += 1
        place += 1
      } else if byte == Self.carriageReturn || byte >= Self.space && byte != Self.delete {
        place += 1
      } else {
        return controlCharacter(byte)
      }
      if place - start > Self.longestField {
        return .hopeless(
          line: opened,
          "the quote opened here is not closed within \(Self.longestField) bytes; "
            + "close it, or delete it")
      }
    }
    return .hopeless(line: opened, "the quote opened here is never closed; close it, or delete it")
  }

  private mutating func keep(_ field: Field) -> Step? {
    fieldCount += 1
    if field.end - field.start > Self.longestField {
      return damaged(
        "a field has \(field.end - field.start) bytes, more than \(Self.longestField); shorten it")
    }
    if fields.count < mostFields { fields.append(field) }
    return nil
  }

  private mutating func controlCharacter(_ byte: UInt8) -> Step {
    let name =
      switch byte {
      case 0: "NUL"
      case 9: "a tab"
      default: "control character \(byte)"
      }
    return damaged("here stands \(name); delete it")
  }

  /// Skips the rest of the line, so that reading goes on with the next row.
  private mutating func damaged(_ sentence: String) -> Step {
    let fault = Step.damaged(line: nextLine, sentence)
    while place < bytes.count, bytes[place] != Self.newline { place += 1 }
    place += 1
    nextLine += 1
    return fault
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let delete: UInt8 = 0x7F
}
