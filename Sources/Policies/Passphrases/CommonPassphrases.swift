/// The passphrases that are tried first: lists that leaked, and what schools make of them.
///
/// Read only when somebody chooses one; never at a start of the program.
enum CommonPassphrases {
  /// Whether the letters, in small ones, are one of them or made of nothing but their pieces.
  ///
  /// Digits that stand for letters are read as them, and what is left over of digits and signs at the
  /// ends changes nothing: `P4ssw0rd!2026` is `password`.
  static func hold(_ letters: [UInt8]) -> Bool {
    let plain = letters.filter { ![32, 45, 95, 46].contains($0) }
    if whole.contains(where: { plain.elementsEqual($0.utf8) }) { return true }
    return [trimmed(plain).map(read), plain.map(read).filter(isLetter)].contains(where: isPieces)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.drop { !isLetter($0) }.reversed().drop { !isLetter($0) }.reversed())
  }

  private static func read(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    default: byte
    }
  }

  /// Whether the letters fall into common pieces without a rest.
  private static func isPieces(_ letters: [UInt8]) -> Bool {
    guard !letters.isEmpty else { return true }
    var reached = Set([0])
    for start in letters.indices where reached.contains(start) {
      for piece in pieces where letters[start...].starts(with: piece.utf8) {
        reached.insert(start + piece.utf8.count)
      }
    }
    return reached.contains(letters.count)
  }

  private static let pieces = """
    password passw pass passphrase passcode secret letmein let me in welcome hello admin
    administrator root user login sign guest test testing temp changeme change default qwerty
    qwertyuiop uiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm abc abcd abcdef iloveyou i love you
    monkey dragon football liverpool arsenal chelsea rugby cricket master princess sunshine shadow
    superman batman michael charlie jordan summer winter spring autumn monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october
    november december school schools primary secondary academy college teacher teachers teaching
    headteacher tutor office attendance register registers rollcall roll call class pupil pupils
    student students england english london manchester nottingham leicester my the to is a new old one
    this your for at computer internet whatever trustno starwars pokemon mustang baseball access
    flower lovely cheese family baby angel
    """.split(whereSeparator: \.isWhitespace)

  private static let whole = """
    correcthorsebatterystaple correcthorsebattery thequickbrownfox thequickbrownfoxjumps
    tobeornottobe tobeornottobethatisthequestion maytheforcebewithyou iloveyousomuch
    onceuponatime happybirthday merrychristmas godsavethequeen godsavetheking
    rulebritannia youllneverwalkalone manchesterunited manchestercity tottenhamhotspur
    newcastleunited nottinghamforest leicestercity letmeinplease openthedoor opensesame
    openupplease itsasecret donttellanyone idontknow1234 nopasswordneeded notmypassword
    1qaz2wsx3edc 1q2w3e4r5t6y qazwsxedcrfv zaq12wsxcde3 q1w2e3r4t5y6 a1b2c3d4e5f6 1234qwerasdf
    qwertyqwerty qwerty123456 asdfghjkl123 zxcvbnm12345 123456789abc abc123456789 abcd12345678
    """.split(whereSeparator: \.isWhitespace)
}
