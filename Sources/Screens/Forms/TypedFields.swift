import Attendance
import Terminal

/// What names the fields of a form, with the words that stand about each.
protocol FormFieldName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The field's name.
  var label: String { get }
  /// What an empty field means.
  var unsaid: String { get }
  /// What stands below the fields while it has the keys.
  var hint: String { get }
  /// How many letters it holds.
  var limit: Int { get }
}

/// The fields of a form: what is typed in each, what each offers, and which has the keys.
struct TypedFields<Name: FormFieldName>: Hashable, Sendable {
  /// The fields, in the order in which they are come to.
  let names: [Name]
  /// What a field offers, by field; a digit chooses it.
  let offers: [Name: [String]]
  /// What is to be known where a field is filled in, by field.
  let guides: [Name: [String]]
  private(set) var focus: Name
  private(set) var texts: [Name: Field] = [:]

  init(
    _ names: [Name], offers: [Name: [String]] = [:], guides: [Name: [String]] = [:]
  ) {
    self.names = names
    self.offers = offers
    self.guides = guides
    focus = names[0]
  }

  subscript(name: Name) -> Field { texts[name] ?? Field(limit: name.limit) }

  /// Whether nothing was typed or chosen.
  var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

  /// Whether the last field has the keys.
  var isAtEnd: Bool { focus == names.last }

  mutating func move(by step: Int) {
    let place = names.firstIndex(of: focus) ?? 0
    focus = names[(place + step + names.count) % names.count]
  }

  /// Lets the field have the keys.
  mutating func go(to name: Name) { focus = name }

  /// Takes a key; false where it means nothing here.
  mutating func type(_ key: Key) -> Bool {
    if let offered = offers[focus], case .character(let digit) = key, self[focus].isEmpty,
      let number = digit.wholeNumberValue, digit.isASCII, offered.count <= 9,
      offered.indices.contains(number - 1)
    {
      texts[focus] = Field(offered[number - 1], limit: focus.limit)
      move(by: 1)
      return true
    }
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

  /// Puts back what was typed before, and the keys into the last field that holds something.
  mutating func restore(_ values: [String: String]) {
    for name in names {
      if let text = values[name.rawValue] { texts[name] = Field(text, limit: name.limit) }
    }
    focus = names.last { !self[$0].isEmpty } ?? names[0]
  }
}
