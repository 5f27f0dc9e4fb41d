import Terminal

extension Command {
  /// The commands of what falls due, and the ways to it.
  static let ofDue: [Command] = [
    Command(
      id: .common(.open), places: [.due], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    ofDesk(
      .record, [.due], .mark, ["r"], "r", "record",
      "record that it was considered, or that the return was made"),
    Command(
      id: .answer(.accept), places: [.dueWords], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "record", help: "record it with these words"),
    Command(
      id: .answer(.cancel), places: [.dueWords], section: .answer, keys: .keys([.escape]),
      label: "Esc", words: "not now", help: "back, with nothing recorded"),
    ofDesk(
      .due, [.flags], .look, ["d"], "d", "due", "what falls due: thresholds, returns, reviews"),
    ofDesk(
      .due, [.today, .morning, .year], .look, [], "", "",
      "due: what falls due, thresholds, returns, reviews"),
    Command(
      id: .common(.move), places: [.due], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages; Home and End"),
    Command(
      id: .common(.back), places: [.due], section: .finish, keys: .keys([.escape]), label: "Esc",
      words: "back", help: "back; nothing is lost and the program stays"),
  ]
}
