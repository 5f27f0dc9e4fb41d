import Terminal

extension Command {
  /// The commands of the audit, and the way to it.
  static let ofAudit: [Command] = [
    Command(
      id: .common(.open), places: [.audit], section: .look, keys: .keys([.enter, .control("o")]),
      label: "Enter", words: "history", help: "the history of the mark; ^O does the same"),
    ofDesk(
      .gaps, [.audit], .look, ["g"], "g", "gaps", "registers that want something, or the acts"),
    ofDesk(.period, [.audit], .look, ["p"], "p", "period", "today, this week, this half term"),
    ofDesk(.filter, [.audit], .look, ["/"], "/", "kind", "only acts of one kind, or all"),
    ofDesk(
      .audit, [.today, .morning, .flags, .overview, .year], .look, [], "", "",
      "audit: who did what, and which registers want something"),
    Command(
      id: .common(.move), places: [.audit], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages; Home and End"),
    Command(
      id: .common(.back), places: [.audit], section: .finish, keys: .keys([.escape]),
      label: "Esc", words: "back", help: "back; nothing is lost and the program stays"),
  ]
}
