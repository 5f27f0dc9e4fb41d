import Terminal

extension Command {
  /// The commands of the call log, most useful first.
  static let ofCalls: [Command] = [
    Command(
      id: .common(.open), places: [.calls], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "link the message, or open the pupil's year"),
    Command(
      id: .office(.link), places: [.calls], section: .mark, keys: .keys(["u"]), label: "u",
      words: "link", help: "match a message that is not linked to its pupils"),
    Command(
      id: .office(.sibling), places: [.calls], section: .mark, keys: .keys(["a"]), label: "a",
      words: "and sibling", help: "write the same about a sibling who is unaccounted for"),
    Command(
      id: .answer(.accept), places: [.callForm, .leaveForm, .caseForm], section: .answer,
      keys: .keys([.enter]),
      label: "Enter", words: "next", help: "take what is offered, then the next field"),
    Command(
      id: .office(.save), places: [.callForm, .leaveForm, .caseForm], section: .finish,
      keys: .keys([.control("s")]),
      label: "^S", words: "save", help: "keep what is written, with all that follows from it"),
    Command(
      id: .answer(.nextField), places: [.callForm, .leaveForm, .caseForm], section: .move,
      keys: .keys([.tab, .down]),
      label: "Tab", words: "skip", help: "the next field, without what is offered"),
    Command(
      id: .office(.previousField), places: [.callForm, .leaveForm, .caseForm], section: .move,
      keys: .keys([.backTab, .up]), label: "Shift-Tab", words: "back", help: "the field before"),
    Command(
      id: .office(.keepDraft), places: [.callForm, .leaveForm, .caseForm], section: .finish,
      keys: .keys([.escape]),
      label: "Esc", words: "keep draft", help: "close the form; what is typed stays"),
  ]

  /// The way to a new message, from wherever the telephone may ring.
  static func newCall(at places: Set<Place>) -> Command {
    Command(
      id: .office(.newCall), places: places, section: .mark,
      keys: .keys(["n", .function(2)]), label: "n", words: "new message",
      help: "write down a message; F2 does the same")
  }
}
