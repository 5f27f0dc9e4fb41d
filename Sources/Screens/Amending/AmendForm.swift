import Attendance
import Terminal

/// What is typed of an amendment: the code, what stands beside it, why, and which of many.
struct AmendForm: TypedForm, Hashable, Sendable {
  enum FieldName: CaseIterable, Hashable, Sendable {
    case code, minutes, note, which, reason

    var label: String {
      switch self {
      case .code: "Code"
      case .minutes: "Minutes late"
      case .note: "Note"
      case .which: "Only"
      case .reason: "Why"
      }
    }
  }

  private(set) var focus = FieldName.code
  private var texts: [FieldName: Field] = [:]
  let isMany: Bool

  init(isMany: Bool) { self.isMany = isMany }

  /// The fields that are asked for.
  var fields: [FieldName] { FieldName.allCases.filter { isMany || $0 != .which } }

  subscript(field: FieldName) -> Field {
    let limit =
      switch field {
      case .code: 2
      case .minutes: 3
      case .which: 6
      case .note, .reason: 200
      }
    return texts[field] ?? Field(limit: limit)
  }

  func text(_ field: FieldName) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  mutating func move(by step: Int) {
    focus = fields[((fields.firstIndex(of: focus) ?? 0) + step + fields.count) % fields.count]
  }

  mutating func turn(to field: FieldName) { focus = field }

  mutating func type(_ key: Key) -> Bool {
    var field = self[focus]
    guard field.handle(key) else { return false }
    texts[focus] = field
    return true
  }

  mutating func insert(_ text: String) {
    var field = self[focus]
    field.insert(text)
    texts[focus] = field
  }

  /// What is wished, with a reason that may have been chosen by its number.
  func wish(_ reasons: RecentReasons) throws(FieldFault<FieldName>) -> AmendmentWish {
    let code = text(.code)
    if code.isEmpty { throw FieldFault(.code, "Type the code that is right") }
    var minutes: Int?
    if !text(.minutes).isEmpty {
      guard let number = Int(text(.minutes)) else {
        throw FieldFault(.minutes, "'\(text(.minutes))' is no number of minutes")
      }
      minutes = number
    }
    let reason = reasons.reason(typed: text(.reason))
    if reason.isEmpty {
      let choices = reasons.inWords
      throw FieldFault(
        .reason, "Type why it is changed" + (choices.isEmpty ? "" : ", or choose: \(choices)"))
    }
    return AmendmentWish(
      code: code, minutes: minutes, note: text(.note).isEmpty ? nil : text(.note), reason: reason,
      which: which)
  }

  /// Of many only the blanks, unless a code or `all` is typed.
  private var which: AmendmentWish.Which {
    guard isMany else { return .every }
    switch text(.which).lowercased() {
    case "", "blank", "blanks": return .blanks
    case "all", "every": return .every
    default: return .having(text(.which))
    }
  }
}
