public import Attendance

/// What a new passphrase has to be: long, about nobody, and not among those tried first.
public struct PassphraseRules: Sendable {
  private let length: Int
  /// The login and the parts of the name, in small letters.
  private let own: [[UInt8]]

  /// The rules for a person under the policy.
  public init(_ policy: Policy, for member: Staff) {
    self.init(length: policy.registers.passphraseLength, for: member)
  }

  init(length: Int, for member: Staff) {
    self.length = length
    own = ([member.login] + member.name.split { !$0.isLetter }.map(String.init))
      .map { Array($0.lowercased().utf8) }.filter { $0.count >= 3 }
  }

  /// Why it will not do, and what would, in a sentence; nil where it will.
  public func complaint(about secret: Secret) -> String? {
    if secret.count < length {
      return "a passphrase has at least \(length) letters; three or four words are easy to keep"
    }
    var letters = secret.withBytes { $0.map { (65...90).contains($0) ? $0 | 0x20 : $0 } }
    defer { Secret.wipe(&letters) }
    if own.contains(where: { Self.holds(letters, $0) }) {
      return "it holds your login or your name; choose words that are not about you"
    }
    if Self.isPattern(letters) {
      return "it goes along the keyboard or says one thing again and again; choose words"
    }
    if CommonPassphrases.hold(letters) {
      return "it is one of those that are tried first; choose words that nobody would guess"
    }
    return nil
  }

  private static func holds(_ letters: [UInt8], _ part: [UInt8]) -> Bool {
    guard letters.count >= part.count else { return false }
    return (0...letters.count - part.count).contains { start in
      letters[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Whether it is made of few letters, of one piece repeated, or of neighbours in a row.
  private static func isPattern(_ letters: [UInt8]) -> Bool {
    if Set(letters).count < 5 { return true }
    for size in 1...max(letters.count / 2, 1)
    where letters.indices.allSatisfy({ letters[$0] == letters[$0 % size] }) {
      return true
    }
    let steps = zip(letters, letters.dropFirst()).count { abs(Int($0) - Int($1)) <= 1 }
    return steps * 4 >= (letters.count - 1) * 3
  }
}
