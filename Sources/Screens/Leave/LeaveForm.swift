import Attendance
import Policies
import Terminal

/// The form of one request for leave: what is typed in each field, and what was chosen.
struct LeaveForm: Hashable, Sendable {
  /// The field that keys go to.
  var focus = LeaveField.pupil
  /// The pupil, once chosen.
  private(set) var pupil: FoundPupil?
  /// What is known of the pupil, once it has come.
  private(set) var brief: PupilBrief?
  /// The pupil of a form that was kept, until it is known who it is.
  var awaited: Pupil.ID?
  private(set) var texts: [LeaveField: Field] = [:]
  /// When it was last handed on to be saved, or nil.
  var saving: Instant?
  private var found: [FoundPupil] = []
  private var foundFor = ""

  /// What came of a key in a field.
  enum Typed: Hashable, Sendable {
    /// The field has taken it.
    case taken
    /// The name to search for has changed.
    case search
    /// The choice is made; the next field comes.
    case chosen
  }

  subscript(field: LeaveField) -> Field { texts[field] ?? Field(limit: field.limit) }

  /// What was typed in a field, without the air around it.
  func text(_ field: LeaveField) -> String {
    self[field].text.split(separator: " ").joined(separator: " ")
  }

  /// Whether nothing was typed or chosen.
  var isEmpty: Bool { about == nil && texts.values.allSatisfy(\.isEmpty) }

  /// Whom it is about, as far as that was chosen.
  var about: Pupil.ID? { pupil?.pupil.id ?? awaited }

  /// The pupils that the search has found, while none is chosen.
  var choices: [FoundPupil] {
    pupil == nil && foundFor == self[.pupil].text && !foundFor.isEmpty ? found : []
  }

  /// Those who may be told of the pupil, and so may be written down as asking.
  var contacts: [Contact] { brief?.contacts ?? [] }

  /// The contact whom the field names, or nil.
  var asker: Contact? {
    let typed = FoldedName(text(.asker))
    return contacts.first { FoldedName($0.asCaller) == typed || FoldedName($0.name) == typed }
  }

  mutating func move(by step: Int) {
    let all = LeaveField.allCases
    focus = all[((all.firstIndex(of: focus) ?? 0) + step + all.count) % all.count]
  }

  mutating func take(_ pupils: [FoundPupil], for search: String) {
    found = pupils
    foundFor = search
  }

  mutating func take(_ brief: PupilBrief) {
    if brief.pupil.id == awaited {
      awaited = nil
      pupil = FoundPupil(brief.pupil, group: brief.group, relations: brief.relations)
    }
    if brief.pupil.id == pupil?.pupil.id { self.brief = brief }
  }

  mutating func type(_ key: Key) -> Typed? {
    if let number = Self.number(key), let typed = choose(number) { return typed }
    if focus == .pupil, key == .backspace, self[.pupil].isEmpty, pupil != nil {
      (pupil, brief) = (nil, nil)
      return .taken
    }
    var field = self[focus]
    let before = field.text
    guard field.handle(key) else { return nil }
    texts[focus] = field
    return focus == .pupil && field.text != before ? .search : .taken
  }

  mutating func insert(_ text: String) -> Typed {
    var field = self[focus]
    field.insert(text)
    texts[focus] = field
    return focus == .pupil ? .search : .taken
  }

  /// Takes what the field offers first, where nothing was typed; true where it did.
  mutating func takeFirst() -> Bool {
    switch focus {
    case .pupil where pupil == nil: choose(1) != nil
    case .asker where self[.asker].isEmpty: choose(1) != nil
    case .pupil, .asker, .purpose, .first, .last, .words, .received, .evidence, .travelsOut,
      .travelsBack:
      false
    }
  }

  /// Takes what the focused field offers under that number; nil where it offers none.
  private mutating func choose(_ number: Int) -> Typed? {
    switch focus {
    case .pupil:
      guard !self[.pupil].goesOnByDigits, choices.indices.contains(number - 1) else { return nil }
      pupil = choices[number - 1]
      write("", in: .pupil)
    case .asker:
      guard self[.asker].isEmpty || asker != nil, contacts.indices.contains(number - 1) else {
        return nil
      }
      write(contacts[number - 1].asCaller, in: .asker)
    case .purpose:
      guard self[.purpose].isEmpty || LeavePurpose(rawValue: text(.purpose)) != nil,
        LeavePurpose.allCases.indices.contains(number - 1)
      else { return nil }
      write(LeavePurpose.allCases[number - 1].rawValue, in: .purpose)
    case .first, .last, .words, .received, .evidence, .travelsOut, .travelsBack: return nil
    }
    return .chosen
  }

  mutating func write(_ text: String, in field: LeaveField) {
    texts[field] = Field(text, limit: field.limit)
  }

  private static func number(_ key: Key) -> Int? {
    guard case .character(let digit) = key, digit.isASCII, let number = digit.wholeNumberValue,
      number > 0
    else { return nil }
    return number
  }
}
