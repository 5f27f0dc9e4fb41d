import Terminal

extension Command {
  /// The commands of amending: the same keys wherever marks are shown.
  static let ofAmending: [Command] = [
    ofDesk(
      .amend, [.register, .week, .year, .history, .pupilDay], .mark, ["@"], "@", "amend",
      "amend what is on record, with a reason: this mark, or those selected"),
    ofDesk(
      .select, [.register, .year], .mark, ["+"], "+", "select",
      "select marks, to be amended as one act"),
    ofDesk(
      .undoAct, [.amended, .history], .rescue, [.control("z")], "^Z", "take back",
      "take back the last amendment, as a new act"),
    ofDesk(
      .withdraw, [.register, .week], .finish, [], "", "",
      "withdraw this registration: wrong class or wrong session"),
    ofDesk(
      .sendDraft, [.today], .mark, ["s"], "s", "send draft",
      "send a colleague's finished draft as yourself"),
    ofDesk(
      .redact, [.history, .pupilDay], .mark, ["x"], "x", "take out text",
      "take the text of this note out of the register for good"),
    Command(
      id: .answer(.accept), places: [.amendForm, .amendWords], section: .answer,
      keys: .keys([.enter]), label: "Enter", words: "next, keep",
      help: "the next field; at the last one, keep it"),
    Command(
      id: .answer(.nextField), places: [.amendForm, .amendWords], section: .move,
      keys: .keys([.tab, .backTab]), label: "Tab", words: "next field", help: "the other field"),
    Command(
      id: .answer(.cancel), places: [.amendForm, .amendWords], section: .answer,
      keys: .keys([.escape]), label: "Esc", words: "not now", help: "back, with nothing changed"),
    Command(
      id: .common(.back), places: [.amended], section: .finish, keys: .keys([.escape]),
      label: "Esc", words: "back", help: "back to where you came from"),
    Command(
      id: .register(.history),
      places: [
        .pupilDay, .flagSheet, .flags, .morning, .weekClose, .amended, .amendForm, .cases,
        .caseLines, .notices, .calls, .callForm, .listPupils, .handout, .inOut, .outName, .leave,
        .lateName, .lateReason,
      ], section: .look,
      keys: .keys([.control("o")]), label: "^O", words: "history",
      help: "history of this mark: who, when, why"),
  ]
}
