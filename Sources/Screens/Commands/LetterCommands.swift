import Terminal

extension Command {
  /// The commands of letters and of the page for the parent meeting, most useful first.
  static let ofLetters: [Command] = [
    Command(
      id: .common(.open), places: [.letters], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "look", help: "look at this letter, or give what it needs"),
    Command(
      id: .answer(.accept), places: [.pupilLetter], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "make it", help: "write the letter, and note that it was made"),
    Command(
      id: .answer(.nextField), places: [.pupilLetter], section: .answer, keys: .keys([.tab]),
      label: "Tab", words: "fields", help: "what was given for it, once more from the first"),
    Command(
      id: .answer(.nextField), places: [.letterField], section: .answer, keys: .keys([.tab]),
      label: "Tab", words: "field before", help: "the field before this one"),
    ofDesk(
      .letters, [.year, .flags, .flagSheet], .mark, ["l"], "l", "letters",
      "the letters of the policy about this pupil"),
    ofDesk(
      .parentPage, [.year, .flags, .flagSheet], .look, ["p"], "p", "parent page",
      "days missed, what it means and days left, in plain words for a parent"),
    ofDesk(
      .print, [.parentPage], .finish, ["p"], "p", "print",
      "write the page into the lists folder, and note that it was made"),
    ofDesk(
      .agree, [.parentPage], .mark, ["a"], "a", "agreed", "add a sentence about what was agreed"),
    ofDesk(
      .letters, [.parentPage], .mark, ["l"], "l", "letters",
      "the letters of the policy about this pupil"),
  ]
}
