import Terminal

extension Command {
  /// The commands of the move into a new year, and the ways to it.
  static let ofRollover: [Command] = [
    Command(
      id: .common(.open), places: [.rollover], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    ofDesk(
      .moveYear, [.rollover], .finish, ["g"], "g", "carry out",
      "move the school into the new year, after a question"),
    ofDesk(
      .showOthers, [.rollover], .look, [.tab], "Tab", "show",
      "all, or only those to decide, who leave, come or go up"),
    ofDesk(
      .undoAct, [.rollover], .rescue, [.control("z")], "^Z", "take back",
      "take the move back, until the first register of the new year"),
    Command(
      id: .answer(.accept), places: [.rolloverAsked], section: .answer, keys: .keys(["Y", "y"]),
      label: "Y", words: "do it", help: "do what is asked"),
    Command(
      id: .answer(.cancel), places: [.rolloverAsked], section: .answer, keys: .keys([.escape]),
      label: "Esc", words: "not now", help: "back, with nothing changed"),
    Command(
      id: .common(.move), places: [.rollover], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages; Home and End"),
    Command(
      id: .common(.back), places: [.rollover], section: .finish, keys: .keys([.escape]),
      label: "Esc", words: "back", help: "back; nothing is lost and the program stays"),
    ofDesk(
      .rollover, [.today, .morning, .flags, .overview, .year], .look, [], "", "",
      "rollover: who goes up, leaves and comes in the new school year"),
  ]
}
