import Terminal

extension Command {
  /// The commands of lists away from the form, most useful first.
  static let ofAway: [Command] = [
    Command(
      id: .common(.open), places: [.lists], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "the pupils of that list or place"),
    ofDesk(.newList, [.lists], .mark, ["n"], "n", "new list", "make a list away from the form"),
    ofDesk(
      .endList, [.lists], .mark, ["e"], "e", "end list",
      "end the list: everybody is due in their form again"),
    ofDesk(
      .toggle, [.listPupils], .mark, [.space], "Space", "not there",
      "this pupil is not there, or is after all"),
    ofDesk(
      .confirmList, [.listPupils], .finish, ["c"], "c", "confirm",
      "everybody is there but those marked, who return to their forms"),
    ofDesk(
      .takeOff, [.listPupils], .mark, ["o"], "o", "take off",
      "take those marked off the list: they are blank in their forms at once"),
    ofDesk(.putOn, [.listPupils], .mark, ["p"], "p", "put on", "put further pupils on the list"),
    ofDesk(
      .earlierDay, [.lists, .listPupils], .look, ["["], "[", "session before",
      "the session before, for what is told later"),
    ofDesk(
      .laterDay, [.lists, .listPupils], .look, ["]"], "]", "session after",
      "the session after, up to now"),
  ]

  /// The ways to closures and lists, from where the office works.
  static let toAway: [Command] = [
    ofDesk(
      .confirmAll, [.morning], .mark, ["k"], "k", "confirm all",
      "everybody expected at that place is there, as somebody says"),
    ofDesk(
      .close, [.morning], .finish, ["x"], "x", "close",
      "close the school or a part of it, by three questions"),
    ofDesk(
      .lists, [.morning, .today], .look, ["e"], "e", "elsewhere",
      "trips, exam halls and providers: who is on them, and who has confirmed"),
  ]

  /// What is shown beforehand is done by the first key of the footer.
  static let doing = Command(
    id: .answer(.accept), places: [.closingPreview], section: .answer, keys: .keys([.enter]),
    label: "Enter", words: "do it", help: "do what is shown")
}
