import Terminal

extension Command {
  /// The commands of leave, most useful first.
  static let ofLeave: [Command] = [
    Command(
      id: .office(.leave), places: [.morning, .today, .overview], section: .look,
      keys: .keys(["v"]),
      label: "v",
      words: "requests", help: "requests for leave: those that wait, and a new one"),
    Command(
      id: .common(.open), places: [.leave], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "open the pupil's year"),
    leave(.newRequest, ["n"], "n", "new request", "write down a request for leave"),
    leave(.grant, ["g"], "g", "grant", "grant the request, under a code and with words"),
    leave(.refuse, ["x"], "x", "refuse", "refuse the request in words; its dates stay watched"),
    leave(.letter, ["v"], "v", "letter", "the letter of the decision: seen, written, noted"),
    Command(
      id: .answer(.accept), places: [.leaveLetter], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "write it", help: "write the letter, and note that it was made"),
    Command(
      id: .answer(.nextField), places: [.leaveLetter], section: .answer, keys: .keys([.tab]),
      label: "Tab", words: "other letter", help: "the letter after the return, or of the decision"),
    Command(
      id: .common(.move), places: [.leaveLetter], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "more",
      help: "the rest of the letter"),
    leave(.endLeave, ["e"], "e", "end", "take the permission back, with what it planned"),
  ]

  private static func leave(
    _ id: OfOffice, _ keys: [Key], _ label: String, _ words: String, _ help: String
  ) -> Command {
    Command(
      id: .office(id), places: [.leave], section: .mark, keys: .keys(keys), label: label,
      words: words, help: help)
  }
}
