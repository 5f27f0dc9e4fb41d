import Attendance
import Policies
import Terminal

/// The short form by which a penalty notice is issued: to whom, when the authority was asked, why.
struct NoticeForm: TypedForm, Hashable, Sendable {
  enum FieldName: CaseIterable, Hashable, Sendable {
    case parent, checked, words

    var label: String {
      switch self {
      case .parent: "Parent"
      case .checked: "Authority asked on"
      case .words: "Ground"
      }
    }

    var hint: String {
      switch self {
      case .parent: "The number of the parent."
      case .checked: "The day, like today, mon or 18 Nov."
      case .words: "In words, as the notice will give it."
      }
    }
  }

  private(set) var focus = FieldName.parent
  private var texts: [FieldName: Field] = [:]

  subscript(field: FieldName) -> Field {
    texts[field] ?? Field(limit: field == .words ? 300 : 40)
  }

  func text(_ field: FieldName) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  mutating func move(by step: Int) {
    let all = FieldName.allCases
    focus = all[((all.firstIndex(of: focus) ?? 0) + step + all.count) % all.count]
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

  /// Whether nothing was typed.
  var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

  /// The field to go to before it can be sent: the first empty one after the one in focus.
  var nextEmpty: FieldName? { FieldName.allCases.first { text($0).isEmpty } }

  /// What is asked for; says at which field it is not.
  func order(
    about sheet: NoticeSheet, today: SchoolDate
  ) throws(FieldFault<FieldName>) -> NoticeOrder {
    let typed = text(.parent)
    let parents = sheet.considered.map(\.contact)
    let found = parents.filter { contact in
      Int(typed).map { $0 == contact.priority } ?? FoldedName.matches(contact.name, search: typed)
    }
    guard let parent = found.first, found.count == 1 else {
      let names = parents.map { "\($0.priority) \($0.name)" }.joined(separator: ", ")
      throw FieldFault(.parent, "Type the number of the parent: \(names)")
    }
    let blockers = sheet.considered.first { $0.contact == parent }?.blockers ?? []
    if let first = blockers.first {
      throw FieldFault(.parent, "No notice for \(parent.name): \(first.words)")
    }
    // Whoever says Monday means the last one.
    guard
      let checked = try phrase(.checked, from: today.adding(days: -6), today: today)?.date
    else { throw FieldFault(.checked, "Ask the authority first, and type the day") }
    guard checked <= today else {
      throw FieldFault(.checked, "\(checked.inWords) is still to come; type the day it was asked")
    }
    let words = text(.words)
    if words.isEmpty { throw FieldFault(.words, "A notice has its ground; type it in words") }
    return NoticeOrder(
      pupil: sheet.pupil.id, parent: parent.priority, checked: checked, words: words)
  }
}
