import Attendance
import Policies
import Terminal

/// The words that are typed: a filter, or the name of whoever is asked about.
extension FlagsScreen {
  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    if form != nil { return typeInForm(key) }
    switch typing {
    case nil: return nil
    case .filter:
      guard filter.handle(key) else { return nil }
      return narrow(at: desk)
    case .name(var field, let found, let names):
      let before = field.text
      guard field.handle(key) else { return nil }
      typing = .name(field, found, names)
      return field.text == before ? [] : search(field)
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if form != nil {
      form?.typed.insert(text)
      return []
    }
    switch typing {
    case nil: return refuse("A paste does nothing here.")
    case .filter:
      filter.insert(text)
      return narrow(at: desk)
    case .name(var field, let found, let names):
      field.insert(text)
      typing = .name(field, found, names)
      return search(field)
    }
  }

  /// Shows what the filter leaves; where the pupil under the cursor is not left, from its beginning.
  private mutating func narrow(at desk: Desk) -> [Move] {
    let before = current?.pupil.id
    let moves = show(at: desk)
    if current?.pupil.id == before { return moves }
    list.move(by: -list.rows.count)
    return askForPage()
  }

  /// Asks whose flags are missed; without a name it is the pupil under the cursor.
  mutating func askWhom() -> [Move] {
    typing = .name(Field(limit: 40), [], ListView([], height: 10))
    sayWhom()
    return []
  }

  private mutating func sayWhom() {
    let here = current.map { ", or Enter for \($0.pupil.name.onRegister) \($0.form)" } ?? ""
    say("Why is who not flagged? Type a name\(here).")
  }

  private mutating func search(_ field: Field) -> [Move] {
    guard field.isEmpty else { return [.perform(.ask(.pupils(field.text)))] }
    typing = .name(field, [], ListView([], height: 10))
    sayWhom()
    return []
  }

  mutating func take(_ pupils: [FoundPupil], foundBy search: String) -> [Move] {
    guard case .name(let field, _, var names) = typing, field.text == search else { return [] }
    names.show(pupils.map(\.pupil.id))
    typing = .name(field, pupils, names)
    say(
      pupils.isEmpty
        ? "Nobody on roll is called '\(search)'."
        : "\(pupils.count.of("pupil")); Enter says why no rule flags this one.")
    return []
  }

  /// Asks what the rules say of the pupil that was chosen.
  mutating func choose() -> [Move] {
    guard case .name(let field, _, let names) = typing else { return [] }
    guard let pupil = field.isEmpty ? current?.pupil.id : names.current else { return [] }
    asked = pupil
    return [.perform(.ask(.flags(.pupil(pupil))))]
  }

  mutating func endAsking() -> [Move] {
    typing = nil
    asked = nil
    say("")
    return []
  }
}
