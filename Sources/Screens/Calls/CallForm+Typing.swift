import Attendance
import Terminal

extension CallForm {
  /// What came of a key in a field.
  enum Typed: Hashable, Sendable {
    /// The field has taken it.
    case taken
    /// The name to search for has changed.
    case search
    /// The choice is made; the next field comes.
    case chosen
    case refused(String)
  }

  mutating func type(_ key: Key, repeating last: CallForm?) -> Typed? {
    if key == "\"", self[focus].isEmpty, let typed = repeatField(of: last) { return typed }
    switch focus {
    case .channel: return chooseChannel(key)
    case .overlap: return chooseFate(key)
    case .callBack: return chooseCallBack(key)
    case .pupil:
      if !self[.pupil].goesOnByDigits, let number = Self.number(key),
        choices.indices.contains(number - 1)
      {
        return choose(choices[number - 1])
      }
      if key == .backspace, self[.pupil].isEmpty, let last = chosen.popLast() {
        briefs[last.pupil.id] = nil
        return .taken
      }
      return handle(key).map { $0 ? .search : .taken }
    case .from:
      let isOpen = self[.from].isEmpty || caller != nil
      if isOpen, let number = Self.number(key), contacts.indices.contains(number - 1) {
        write(contacts[number - 1].asCaller, in: .from)
        return .chosen
      }
      return handle(key).map { _ in .taken }
    case .code:
      if key == "-" {
        write("", in: .code)
        return .taken
      }
      return handle(key).map { _ in .taken }
    case .words, .doubt, .first, .last, .out, .back, .telephone:
      return handle(key).map { _ in .taken }
    }
  }

  /// Hands the key to the field that is typed in: whether its text changed, nil for a key it has no
  /// use for.
  private mutating func handle(_ key: Key) -> Bool? {
    var field = self[focus]
    let before = field.text
    guard field.handle(key) else { return nil }
    texts[focus] = field
    return field.text != before
  }

  mutating func insert(_ text: String) -> Typed {
    if focus.isChoice {
      return .refused("A paste says nothing here; press a key of the line above")
    }
    var field = self[focus]
    field.insert(text)
    texts[focus] = field
    return focus == .pupil ? .search : .taken
  }

  /// Takes what the field offers first, where nothing else was chosen; true where it did.
  mutating func takeFirst() -> Bool {
    switch focus {
    case .pupil:
      // A sibling is offered by a digit and never taken by an Enter that was meant to go on.
      guard let first = choices.first, !self[.pupil].isEmpty else { return false }
      _ = choose(first)
    case .from:
      guard self[.from].isEmpty, let first = contacts.first else { return false }
      write(first.asCaller, in: .from)
    case .words, .code, .doubt, .first, .last, .overlap, .out, .back, .channel, .callBack,
      .telephone:
      return false
    }
    return true
  }

  private mutating func choose(_ pupil: FoundPupil) -> Typed {
    chosen.append(pupil)
    write("", in: .pupil)
    return .chosen
  }

  mutating func write(_ text: String, in field: CallField) {
    texts[field] = Field(text, limit: field.limit)
  }

  private mutating func repeatField(of last: CallForm?) -> Typed? {
    guard let last else { return nil }
    switch focus {
    case .pupil:
      let others = last.chosen.filter { !chosen.contains($0) }
      guard !others.isEmpty else { return nil }
      chosen += others
      return .chosen
    case .overlap: return nil
    case .channel:
      channel = last.channel
      return .taken
    case .callBack:
      wantsCall = last.wantsCall
      return .taken
    case .from, .words, .code, .doubt, .first, .last, .out, .back, .telephone:
      guard !last[focus].isEmpty else { return nil }
      write(last[focus].text, in: focus)
      return .taken
    }
  }

  private mutating func chooseChannel(_ key: Key) -> Typed? {
    let all = Attendance.Message.Channel.allCases
    if let number = Self.number(key) {
      guard all.indices.contains(number - 1) else {
        return .refused("There are \(all.count) channels; press 1 to \(all.count)")
      }
      channel = all[number - 1]
      return .chosen
    }
    guard key == .space else { return Self.isText(key) ? .refused("Press a digit, or Space") : nil }
    channel = all[((all.firstIndex(of: channel) ?? 0) + 1) % all.count]
    return .taken
  }

  private mutating func chooseFate(_ key: Key) -> Typed? {
    let all = EarlierPlan.Fate.allCases
    guard let number = Self.number(key), all.indices.contains(number - 1) else {
      return Self.isText(key) ? .refused("Press 1 to keep both, or 2") : nil
    }
    fate = all[number - 1]
    return .chosen
  }

  private mutating func chooseCallBack(_ key: Key) -> Typed? {
    switch key {
    case "y", "Y": wantsCall = true
    case "n", "N": wantsCall = false
    case .space: wantsCall.toggle()
    default: return Self.isText(key) ? .refused("Press y or n") : nil
    }
    return .taken
  }

  private static func number(_ key: Key) -> Int? {
    guard case .character(let digit) = key, digit.isASCII, let number = digit.wholeNumberValue,
      number > 0
    else { return nil }
    return number
  }

  private static func isText(_ key: Key) -> Bool {
    if case .character = key { true } else { false }
  }
}
