public import Attendance

/// What is known for a letter: a text for each field that is known, and none for the others.
public struct LetterFields: Hashable, Sendable {
  private var texts: [LetterField: String] = [:]
  private var reasons: [LetterField: String] = [:]

  /// Fields of which none is known yet.
  public init() {}

  /// The text of a field, or nil where it is not known.
  ///
  /// An empty text is no text: a letter shall not say "on " and nothing behind it.
  public subscript(field: LetterField) -> String? {
    get { texts[field] }
    set { texts[field] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Takes the field out, and keeps why a letter that says it cannot be made.
  public mutating func withhold(_ field: LetterField, because reason: String) {
    texts[field] = nil
    reasons[field] = reason
  }

  /// Why the field is held back, or nil where it is not.
  func reason(for field: LetterField) -> String? { texts[field] == nil ? reasons[field] : nil }

  /// Whether a flag is set, or a field known.
  func holds(_ field: LetterField) -> Bool { texts[field] != nil }

  /// Says yes or no.
  public mutating func set(_ flag: LetterField, _ isSet: Bool) { self[flag] = isSet ? "yes" : nil }

  /// Names the pupils it is about.
  public mutating func name(_ forenames: [String]) {
    self[.pupil] = forenames.first
    self[.pupils] = Self.joined(forenames)
    self[.several] = forenames.count > 1 ? "yes" : nil
  }

  /// Says the days it is about.
  public mutating func speak(of first: SchoolDate, through last: SchoolDate) {
    self[.firstDay] = first.inWords
    self[.lastDay] = last.inWords
    self[.oneDay] = first == last ? "yes" : nil
  }

  /// What the template is given: a text by the name of its field, yes for a flag.
  var context: [String: Any] {
    var context: [String: Any] = [:]
    for (field, text) in texts { context[field.rawValue] = field.isFlag ? true : text }
    return context
  }

  /// The names as a sentence has them: `Ada, Ben and Cy`.
  private static func joined(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
