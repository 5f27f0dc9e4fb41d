import Attendance

/// The kinds of value a policy is made of.
extension Section {
  /// A whole number within the range.
  func number(_ key: String, in range: ClosedRange<Int> = 0...1000) -> Int {
    optionalNumber(key, in: range, required: true) ?? range.lowerBound
  }

  /// A whole number within the range, or nil where it is left out.
  func optionalNumber(
    _ key: String, in range: ClosedRange<Int> = 0...1000, required: Bool = false
  ) -> Int? {
    parsed(
      key, required: required,
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
    ) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// Yes or no.
  func flag(_ key: String, orElse standing: Bool) -> Bool {
    parsed(key, required: false, expected: "yes or no", Self.flag) ?? standing
  }

  /// Yes or no, which must be said.
  func flag(_ key: String) -> Bool { parsed(key, expected: "yes or no", Self.flag) ?? false }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  /// A time of day.
  func time(_ key: String) -> TimeOfDay {
    parsed(key, expected: "a time like 08:45", TimeOfDay.init) ?? TimeOfDay(minutes: 0)
  }

  /// A time of day, or nil where it is left out.
  func optionalTime(_ key: String) -> TimeOfDay? {
    parsed(key, required: false, expected: "a time like 08:45", TimeOfDay.init)
  }

  /// A date.
  func date(_ key: String) -> SchoolDate {
    parsed(key, expected: "a date like 2026-11-21", SchoolDate.init)
      ?? SchoolDate(daysSince1970: 0)
  }

  /// A date, or nil where it is left out.
  func optionalDate(_ key: String) -> SchoolDate? {
    parsed(key, required: false, expected: "a date like 2026-11-21", SchoolDate.init)
  }

  /// A percentage, or nil where it is left out.
  func optionalPercentage(_ key: String) -> Percentage? {
    parsed(
      key, required: false, expected: "a percentage with at most one decimal, like 95 or 95.5",
      Percentage.init)
  }

  /// The year groups in a list; none where it is left out.
  func years(_ key: String) -> [YearGroup] {
    parsedList(key, expected: "a year group (N1, N2, R or 1 to 14)", YearGroup.init)
  }

  /// One of the words this choice knows.
  func choice<Word: Choice>(_ key: String, orElse standing: Word) -> Word {
    required(key).flatMap { choice($0, key) } ?? standing
  }

  /// One of the words this choice knows, or nil where it is left out.
  func optionalChoice<Word: Choice>(_ key: String, _: Word.Type = Word.self) -> Word? {
    value(key).flatMap { choice($0, key) }
  }

  /// Any of the words this choice knows, one or a list of them.
  func choices<Word: Choice>(
    _ key: String, _: Word.Type = Word.self, required: Bool = false
  ) -> [Word] {
    (required ? self.required(key) : value(key)).map { value in
      values(value, key).compactMap { choice($0, key) }
    } ?? []
  }

  /// The word in a value, complaining with the nearest known one.
  func choice<Word: Choice>(_ value: Setting, _ key: String) -> Word? {
    guard let text = text(of: value, key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    complaints.fault(
      value, "'\(key)' knows no '\(text)'; " + Self.suggestion(for: text, among: known))
    return nil
  }

  /// What to write instead of a word that is not known.
  static func suggestion(for text: String, among known: [String]) -> String {
    if let nearest = Spelling.nearest(to: text, among: known) {
      return "did you mean '\(nearest)'?"
    }
    return known.isEmpty
      ? "there are none" : "use " + known.map { "'\($0)'" }.joined(separator: ", ")
  }
}
