import Attendance

/// Who else is at a register: told when they come and go, and never a lock.
extension RegisterScreen {
  /// Somebody else's mark of the row that is not sent; nil where one's own or a sent one is the same.
  func unsent(at row: Int) -> UnsentMark? {
    guard let other = open.unsent[register.rows[row].pupil.id],
      other.mark.code != register.code(at: row)
    else { return nil }
    return other
  }

  /// Takes what others have marked and not sent into one's own draft, where a row is blank.
  mutating func takeOver(at desk: Desk) -> [Move] {
    // A mark that one could not type oneself stays in the other's draft.
    let rows = register.rows.indices.filter { row in
      guard shownCode(at: row).isEmpty, let other = unsent(at: row) else { return false }
      return (try? register.usable(other.mark.code, for: register.rows[row])) != nil
    }
    guard let first = rows.first, let other = unsent(at: first) else {
      return refuse("Nobody else has marked a row that is blank here.")
    }
    let last = rows.compactMap { unsent(at: $0)?.mark.at }.max() ?? desk.now
    let changes = register.takeOver(
      rows.compactMap { row in unsent(at: row).map { (row, $0.mark) } })
    if isLateTaking(at: desk) { observation = Observation(by: other.by.name, at: last) }
    say(
      "\(rows.count.of("mark")) taken over from \(other.by.name)'s draft, as seen till \(last.time). "
        + "^Z undoes.")
    return keep(changes)
  }

  /// Who has come to the register or left it since; nil where nobody has.
  func othersNews(since before: OpenRegister) -> String? {
    if let new = open.alsoOpen.first(where: { !before.alsoOpen.contains($0) }) {
      return "Also open: \(new). You can both mark; clashes are shown."
    }
    // A line that says somebody has it open must not outlast their going.
    guard let gone = before.alsoOpen.first(where: { !open.alsoOpen.contains($0) }),
      message.text.hasPrefix("Also open: ")
    else { return nil }
    return open.words ?? "\(gone.person.name) no longer has this register open."
  }
}

extension OpenRegister {
  /// Who else has it open or has left a draft of it, in a sentence; nil where nobody.
  var words: String? {
    if !alsoOpen.isEmpty {
      let names = alsoOpen.prefix(2).map(\.description).joined(separator: ", ")
      let more = alsoOpen.count > 2 ? " and \(alsoOpen.count - 2) more" : ""
      return "Also open: \(names)\(more). You can both mark; clashes are shown."
    }
    return leftDrafts.first.map {
      "\($0.person.name) began a draft of this register at \($0.since.time) and has left it."
    }
  }
}
