import Attendance

/// What each code allows on each date, made ready for looking up by its bytes.
struct CodeRules {
  /// What a code allows in one stretch of dates.
  struct Rule: OptionSet {
    let rawValue: UInt8

    static let morning = Rule(rawValue: 1)
    static let afternoon = Rule(rawValue: 2)
    static let compulsory = Rule(rawValue: 4)
    static let notCompulsory = Rule(rawValue: 8)
    static let needsNote = Rule(rawValue: 16)
    /// It is accepted everywhere, but out of place for some pupils.
    static let needsLook = Rule(rawValue: 32)
  }

  /// The codes that are out of place for some pupils: see `Objection.misplaced` and `ClosureClaim`.
  static let lookedAt: Set<String> = ["D", "W", "S", "Z", "Y4", "#"]

  /// Every code once.
  let texts: [String]
  private let eras: [(from: SchoolDate, rules: [Rule])]
  private var keys = [UInt64](repeating: 0, count: 1024)
  private var places = [Int16](repeating: -1, count: 1024)

  /// The rules of the book.
  init(_ book: CodeBook) {
    let texts = book.texts
    let changes = Set(book.codes.flatMap { [$0.from, $0.retired].compactMap(\.self) })
    eras = ([SchoolDate(daysSince1970: .min)] + changes.sorted()).map { date in
      (date, texts.map { text in book.code(text, on: date).map(Self.rule) ?? [] })
    }
    self.texts = texts
    for (place, text) in texts.enumerated().prefix(keys.count / 2) {
      guard let key = Self.key(text) else { continue }
      var slot = Self.slot(of: key)
      while places[slot] >= 0 { slot = (slot + 1) % keys.count }
      keys[slot] = key
      places[slot] = Int16(clamping: place)
    }
  }

  /// The place of the code that stands there, or nil.
  func place(_ bytes: UnsafeRawBufferPointer, _ field: CSVScanner.Field) -> Int? {
    guard (1...8).contains(field.end - field.start) else { return nil }
    var key: UInt64 = 0
    for place in field.start..<field.end { key = key << 8 | UInt64(bytes[place]) }
    var slot = Self.slot(of: key)
    while places[slot] >= 0 {
      if keys[slot] == key { return Int(places[slot]) }
      slot = (slot + 1) % keys.count
    }
    return nil
  }

  /// What the code at that place allows on the date; nothing where it is not in force.
  func rule(_ place: Int, on date: SchoolDate) -> Rule {
    var era = eras.count - 1
    while era > 0, date < eras[era].from { era -= 1 }
    return eras[era].rules[place]
  }

  private static func rule(of code: AttendanceCode) -> Rule {
    var rule: Rule = []
    if code.half != .pm { rule.insert(.morning) }
    if code.half != .am { rule.insert(.afternoon) }
    switch code.age {
    case .any: rule.formUnion([.compulsory, .notCompulsory])
    case .compulsory: rule.insert(.compulsory)
    case .notCompulsory: rule.insert(.notCompulsory)
    }
    if code.neededNote != nil { rule.insert(.needsNote) }
    if lookedAt.contains(code.text) { rule.insert(.needsLook) }
    return rule
  }

  private static func key(_ text: String) -> UInt64? {
    guard (1...8).contains(text.utf8.count) else { return nil }
    return text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
