import Terminal

extension Command {
  /// The commands of the cases, most useful first.
  static let ofCases: [Command] = [
    Command(
      id: .common(.open), places: [.cases], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    ofDesk(
      .stepCase, [.cases], .mark, ["n"], "n", "next step",
      "the next step of the ladder is taken; say how it went"),
    ofDesk(
      .stayCase, [.cases], .mark, ["y"], "y", "stay",
      "the case stays where it is after a review, and comes back by itself"),
    ofDesk(
      .addAction, [.flags, .cases], .mark, ["m"], "m", "note, meeting",
      "note what was done for the pupil, or arrange it for a day"),
    ofDesk(
      .outcome, [.cases], .mark, ["r"], "r", "result", "what became of what was arranged"),
    ofDesk(
      .openCase, [.flags], .mark, ["c"], "c", "case",
      "open a case for the pupil, or go to the one that is open"),
    ofDesk(
      .snooze, [.flags, .cases], .mark, ["s"], "s", "snooze",
      "leave it until a day, and say why; it comes back by itself"),
    ofDesk(
      .closeCase, [.flags, .cases], .mark, ["x"], "x", "close", "close the case, and say why"),
    ofDesk(
      .assignCase, [.flags, .cases], .mark, ["a"], "a", "assign", "give the case to somebody else"),
    ofDesk(
      .holdPupil, [.flags], .mark, [], "", "",
      "hold: letters, ladders and rewards wait for the pupil"),
    ofDesk(
      .undoLine, [.cases], .rescue, ["u"], "u", "take back",
      "take back the last line about the case; both stay on record"),
    ofDesk(
      .caseLines, [.cases, .caseLines], .look, ["e"], "e", "everything",
      "every line about the case, oldest first"),
    ofDesk(
      .showOthers, [.cases], .look, [.tab], "Tab", "show",
      "open cases, those that are due, those that are with you, or closed ones"),
    ofDesk(
      .leftForLater, [.flags], .look, ["z"], "z", "left",
      "show, or leave out, those who are left for later"),
    ofDesk(
      .cases, [.flags, .today], .look, ["k"], "k", "cases", "the cases: what is due, and what waits"
    ),
    ofDesk(
      .cases, [.morning, .calls, .inOut, .weekClose, .pupilDay, .leave], .look, [], "", "",
      "cases: what is due, and what waits"),
    ofDesk(.pupilCases, [.year], .look, ["k"], "k", "cases", "this pupil's cases"),
  ]

  /// What is written about a pupil without a case; it gives way to what is done more often.
  static let ofNotes: [Command] = [
    ofDesk(
      .addAction, [.year], .mark, ["m"], "m", "note",
      "add a note about the pupil: ordinary, about safeguarding or about health")
  ]
}
