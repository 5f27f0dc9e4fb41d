import Attendance
import Terminal

/// A form about one pupil at the champion's desk: typed fields, and a name by which it is kept.
protocol DeskForm: TypedForm, Hashable, Sendable where FieldName: FormFieldName {
  /// What is typed.
  var typed: TypedFields<FieldName> { get set }
  /// When it was last handed on to be saved, or nil.
  var saving: Instant? { get set }
  /// What it is about, in a few words.
  var heading: String { get }
  /// The name under which it is kept until it is saved.
  var name: String { get }
}

extension DeskForm {
  subscript(field: FieldName) -> Field { typed[field] }

  func text(_ field: FieldName) -> String {
    typed[field].text.split(separator: " ").joined(separator: " ")
  }

  /// The parts of what stands in the field, between those signs.
  func parts(_ field: FieldName, by separators: String) -> [String] {
    text(field).split { separators.contains($0) }.map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// What the field's text is the beginning of among what it offers; the whole of it comes first.
  func chosen(_ field: FieldName) throws(Fault) -> String? {
    let text = text(field)
    if text.isEmpty { return nil }
    let offered = typed.offers[field] ?? []
    if let whole = offered.first(where: { $0 == text }) { return whole }
    let wanted = FoldedName(text).text
    let fits = offered.filter { FoldedName($0).text.hasPrefix(wanted) }
    if let only = fits.first, fits.count == 1 { return only }
    let names = (fits.isEmpty ? offered : fits).joined(separator: ", ")
    throw Fault(field, "'\(text)' is none of them, or several; there is \(names)")
  }

  /// The day in the field, or nil where it is empty; `+2` and `mon` count from the start.
  func day(
    _ field: FieldName, from start: SchoolDate, today: SchoolDate
  ) throws(Fault) -> SchoolDate? {
    // In the past no weekday is meant, but what was done may be written down later.
    if let date = SchoolDate(text(field)) { return date }
    return try phrase(field, from: start, today: today)?.date
  }

  /// The form as it is kept: what was typed by field.
  var draft: FormDraft {
    var values = Dictionary(
      uniqueKeysWithValues: typed.texts.map { ($0.key.rawValue, $0.value.text) })
    if !typed.isEmpty { values[FormDraft.heading] = heading }
    return FormDraft(name, values: values, saving: saving)
  }

  /// Puts back what was typed before.
  mutating func restore(_ draft: FormDraft) {
    typed.restore(draft.values)
    saving = draft.savedAt
  }
}
