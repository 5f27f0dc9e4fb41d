import Terminal

extension Command {
  /// The commands of the flags, most useful first.
  static let ofFlags: [Command] = [
    Command(
      id: .common(.open), places: [.flags, .flagSheet], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    Command(
      id: .common(.open), places: [.flagName], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "choose", help: "choose this line"),
    ofDesk(
      .evidence, [.flags, .flagSheet], .look, ["e"], "e", "evidence",
      "every session that counts for each flag"),
    ofDesk(
      .whyNot, [.flags, .flagSheet], .look, ["w"], "w", "why not",
      "the rules that do not flag a pupil, and how far away each is"),
    ofDesk(
      .forecast, [.flags, .flagSheet], .look, ["f"], "f", "forecast",
      "what may still be missed this year before each line"),
    ofDesk(
      .pupilFlags, [.year], .look, ["f"], "f", "flags",
      "this pupil's flags, what may still be missed, and when absence falls"),
    ofDesk(.sort, [.flags], .look, ["o"], "o", "sort", "sort by the next column"),
    ofDesk(
      .filter, [.flags], .look, ["/"], "/", "filter",
      "only those with a name, form, year, rule or need"),
  ]

  /// The way to the flags from the registers of the day, and by name from elsewhere.
  static let toFlags: [Command] = [
    ofDesk(.flags, [.today], .look, ["f"], "f", "flags", "who is flagged, and why"),
    ofDesk(
      .flags, [.morning, .calls, .inOut, .weekClose, .pupilDay, .year, .leave], .look, [], "", "",
      "flags: who is flagged, and why"),
  ]
}
