import Attendance

/// Who else is at a register: told when they come and go, and never a lock.
extension RegisterScreen {
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
