import Attendance

/// A form whose fields are typed as text and read when it is kept.
protocol TypedForm {
  /// What names its fields.
  associatedtype FieldName: Hashable & Sendable

  /// What stands in the field.
  func text(_ field: FieldName) -> String
}

/// Why a form is not kept, and the field at which it is said.
struct FieldFault<FieldName: Hashable & Sendable>: Error, Hashable {
  let field: FieldName
  let sentence: String

  init(_ field: FieldName, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

extension TypedForm {
  typealias Fault = FieldFault<FieldName>

  /// The day in the field, or nil where it is empty; `+2` and `mon` count from the start, and two
  /// digits of a year mean a past one where the day is one.
  func phrase(
    _ field: FieldName, from start: SchoolDate, today: SchoolDate, isPast: Bool = false
  ) throws(FieldFault<FieldName>) -> DayPhrase? {
    let typed = text(field)
    if typed.isEmpty { return nil }
    guard let phrase = DayPhrase(typed, from: start, today: today, isPast: isPast) else {
      throw FieldFault(
        field, "'\(typed)' is no day; type 23 Mar, mon, +2 or 2026-03-23, with am or pm behind it")
    }
    return phrase
  }
}
