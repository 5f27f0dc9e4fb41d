import Terminal

extension Command {
  /// The commands of the office's morning, most useful first.
  static let ofMorning: [Command] = [
    Command(
      id: .common(.open), places: [.morning], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "open the register, or the pupil's year"),
    office(
      .attempt, .mark, ["a"], "a", "attempt", "note a try at reaching a parent or carer"),
    office(
      .text, .mark, ["t"], "t", "text", "make the text of the next step, or show its call script"),
    newCall(at: [.morning, .calls]),
    office(.late, .mark, ["l"], "l", "late desk", "write down whoever comes after registration"),
    Command(
      id: .office(.done), places: [.morning, .calls], section: .mark, keys: .keys(["d"]),
      label: "d", words: "dealt with", help: "the message has been dealt with"),
    office(
      .handOn, .mark, ["h"], "h", "hand on",
      "hand the pupil on: to a visit, the police, the authority"),
    office(.safe, .mark, ["s"], "s", "seen or safe", "the pupil who is looked for is found"),
    office(
      .settleN, .mark, ["o"], "o", "settle N",
      "give every N past its day the code that the policy proposes"),
    office(.registers, .look, ["r"], "r", "registers", "the registers of the day"),
    Command(
      id: .office(.choose),
      places: [.contact, .outcome, .closing, .madeText, .leaveLetter, .pupilLetter],
      section: .answer,
      keys: .digits, label: "1-9", words: "choose", help: "the one of that number"),
    Command(
      id: .office(.morning), places: [.today], section: .look, keys: .keys(["m"]), label: "m",
      words: "this morning", help: "what waits for the office this morning"),
  ]

  private static func office(
    _ id: OfOffice, _ section: Section, _ keys: [Key], _ label: String, _ words: String,
    _ help: String
  ) -> Command {
    Command(
      id: .office(id), places: [.morning], section: section, keys: .keys(keys), label: label,
      words: words, help: help)
  }
}
