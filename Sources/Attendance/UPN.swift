/// A unique pupil number: a check letter and twelve characters.
///
/// The twelve are digits; a temporary number ends in a letter instead. The letter is computed from
/// the others as the DfE's guide to UPNs lays down: each position weighs its number, modulo 23.
public struct UPN: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The thirteen characters.
  public let text: String

  /// Why a text is no unique pupil number.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    case wrongLength(Int)
    case wrongCharacter(Character)
    case wrongCheckLetter(Character, right: Character)

    /// The fault in one sentence, with the remedy.
    public var description: String {
      switch self {
      case .wrongLength(let count):
        "a UPN has 13 characters, this has \(count); copy it again"
      case .wrongCharacter(let character):
        "a UPN is a letter, eleven digits and a digit or letter; '\(character)' does not fit"
      case .wrongCheckLetter(let wrong, let right):
        "the check letter is '\(wrong)' but these digits need '\(right)'; copy the UPN again"
      }
    }
  }

  /// The number written so, or why it is none.
  public init(_ text: String) throws(Fault) {
    let characters = Array(text.utf8)
    guard characters.count == 13, let right = Self.checkLetter(of: characters[1...]),
      characters[1..<12].allSatisfy(Self.isDigit), Self.letters.contains(characters[0])
    else { throw Self.fault(in: text) }
    guard characters[0] == right else {
      throw .wrongCheckLetter(Self.character(characters[0]), right: Self.character(right))
    }
    self.text = text
  }

  /// What is wrong with a text that cannot even be checked, as its reader sees it.
  private static func fault(in text: String) -> Fault {
    let wrong = text.enumerated().first { place, character in
      guard let byte = character.asciiValue else { return true }
      return switch place {
      case 0: !letters.contains(byte)
      case 12: !isDigit(byte) && !letters.contains(byte)
      default: !isDigit(byte)
      }
    }
    guard text.count == 13, let wrong else { return .wrongLength(text.count) }
    return .wrongCharacter(wrong.element)
  }

  /// The temporary number of that serial, 0 to 2299, for a pupil who joined in that calendar year.
  ///
  /// The authority (three digits) and establishment (four) are those of the school.
  public init?(temporary serial: Int, year: Int, authority: Int = 0, establishment: Int = 0) {
    guard (0..<2300).contains(serial), (0..<1000).contains(authority),
      (0..<10_000).contains(establishment)
    else { return nil }
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: width - text.count) + text
    }
    let body =
      digits(authority, 3) + digits(establishment, 4) + digits(year % 100, 2)
      + digits(serial % 100, 2) + String(Self.character(Self.letters[serial / 100]))
    guard let check = Self.checkLetter(of: Array(body.utf8)[...]) else { return nil }
    text = String(Self.character(check)) + body
  }

  /// Whether the number is a temporary one.
  public var isTemporary: Bool { text.last?.isLetter ?? false }

  /// The thirteen characters.
  public var description: String { text }

  /// Whether the first comes earlier as text.
  public static func < (earlier: UPN, later: UPN) -> Bool { earlier.text < later.text }

  /// The letters a UPN uses: I, O and S are left out.
  private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  /// The letter that belongs before these twelve, or nil where one of them is no digit and no letter.
  private static func checkLetter(of body: ArraySlice<UInt8>) -> UInt8? {
    var sum = 0
    for (offset, byte) in body.enumerated() {
      let value = isDigit(byte) ? Int(byte - UInt8(ascii: "0")) : letters.firstIndex(of: byte)
      guard let value else { return nil }
      sum += value * (offset + 2)
    }
    return letters[sum % 23]
  }
}
