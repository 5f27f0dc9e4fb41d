import Attendance
import Policies
import Terminal

/// A form for one deed about a case or a pupil: few fields, the words last.
struct CaseForm: TypedForm, Hashable, Sendable {
  /// What the form is for.
  enum Kind: Hashable, Sendable {
    case open, step, stay, close, snooze, assign, add, undo, hold
    /// What became of that line, named in words.
    case outcome(DayLine.ID)
  }

  let kind: Kind
  /// Whom it is about.
  let pupil: Pupil
  /// The case, or nil where the pupil has none.
  let one: DayLine.ID?
  /// What it is about, in a sentence.
  let heading: String
  /// The fields, in the order in which they are come to.
  let fields: [CaseField]
  /// What a field offers, by field.
  let offers: [CaseField: [String]]
  private(set) var focus: CaseField
  private var texts: [CaseField: Field] = [:]

  init(
    _ kind: Kind, about pupil: Pupil, _ one: DayLine.ID?, heading: String, ladders: [String] = []
  ) {
    self.kind = kind
    self.pupil = pupil
    self.one = one
    self.heading = heading
    var offers: [CaseField: [String]] = [:]
    switch kind {
    case .open:
      fields = [.ladder, .to, .words]
      offers[.ladder] = ladders
    case .step: fields = [.words, .early]
    case .stay: fields = [.words, .until]
    case .close:
      fields = [.outcome, .words, .back]
      offers[.outcome] = CaseClosing.Outcome.allCases.map(\.rawValue)
    case .snooze: fields = [.until, .words]
    case .assign: fields = [.to, .words]
    case .add:
      fields = [.kind, .words, .what, .day, .time, .with, .arranged]
      offers[.kind] = CaseAction.Kind.allCases.map(\.rawValue)
    case .undo: fields = [.words]
    case .hold:
      fields = [.reason, .until, .words]
      offers[.reason] = Hold.Reason.allCases.map(\.rawValue)
    case .outcome:
      fields = [.outcome, .words, .with]
      offers[.outcome] = CaseOutcome.Kind.allCases.map(\.rawValue)
    }
    self.offers = offers
    focus = fields[0]
  }

  subscript(field: CaseField) -> Field { texts[field] ?? Field(limit: field.limit) }

  func text(_ field: CaseField) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  /// Whether nothing was typed or chosen.
  var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

  mutating func move(by step: Int) {
    let place = fields.firstIndex(of: focus) ?? 0
    focus = fields[(place + step + fields.count) % fields.count]
  }

  /// Whether the last field has the keys.
  var isAtEnd: Bool { focus == fields.last }

  /// Lets the field have the keys.
  mutating func go(to field: CaseField) { focus = field }

  /// Takes a key; nil where it means nothing here.
  mutating func type(_ key: Key) -> Bool? {
    if let offered = offers[focus], case .character(let digit) = key, self[focus].isEmpty,
      let number = digit.wholeNumberValue, digit.isASCII, offered.count <= 9,
      offered.indices.contains(number - 1)
    {
      texts[focus] = Field(offered[number - 1], limit: focus.limit)
      move(by: 1)
      return true
    }
    var field = self[focus]
    guard field.handle(key) else { return nil }
    texts[focus] = field
    return true
  }

  mutating func insert(_ text: String) {
    var field = self[focus]
    field.insert(text)
    texts[focus] = field
  }

  /// What the field's text is the beginning of among what it offers; the whole of it comes first.
  func chosen(_ field: CaseField) throws(Fault) -> String? {
    let typed = text(field)
    if typed.isEmpty { return nil }
    let offered = offers[field] ?? []
    if let whole = offered.first(where: { $0 == typed }) { return whole }
    let wanted = FoldedName(typed).text
    let fits = offered.filter { FoldedName($0).text.hasPrefix(wanted) }
    if let only = fits.first, fits.count == 1 { return only }
    let names = (fits.isEmpty ? offered : fits).joined(separator: ", ")
    throw Fault(field, "'\(typed)' is none of them, or several; there is \(names)")
  }
}
