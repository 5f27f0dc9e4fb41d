import Terminal

extension Command {
  /// The commands of the door, the handouts, a pupil's day and the week, most useful first.
  static let ofSite: [Command] = [
    ofDesk(.nudge, [.morning], .mark, ["g"], "g", "remind", "remind whoever takes this register"),
    ofDesk(
      .inOut, [.morning], .look, ["i"], "i", "in and out",
      "the book at the door: who is out, and when they should be back"),
    ofDesk(
      .fireList, [.morning], .look, ["f"], "f", "fire list",
      "everybody who may be in the building"),
    ofDesk(
      .handouts, [.morning], .look, ["p"], "p", "handouts",
      "the lists of the day: shown, printed, as CSV"),
    ofDesk(
      .weekClose, [.morning], .look, ["w"], "w", "close week",
      "what the week leaves open, and its signing off"),
    Command(
      id: .answer(.nextField), places: [.lateReason], section: .move, keys: .keys([.tab]),
      label: "Tab", words: "time, brought by", help: "when they came, and who brought them"),
    ofDesk(.lateBook, [.lateName], .look, [.tab], "Tab", "late book", "the late book of the day"),
    ofDesk(
      .slip, [.lateName], .finish, [.control("p")], "^P", "slip",
      "write the slip of whoever came last"),
    Command(
      id: .common(.open), places: [.handouts], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "open this list"),
    Command(
      id: .office(.choose), places: [.handouts], section: .look, keys: .letters, label: "a-z",
      words: "open", help: "open the list of that letter"),
    Command(
      id: .office(.choose), places: [.handouts], section: .look, keys: .keys(["6"]), label: "6",
      words: "", help: "open the list of that digit"),
    Command(
      id: .common(.open), places: [.inOut], section: .mark, keys: .keys([.enter]), label: "Enter",
      words: "in, or out", help: "sign whoever is out back in; sign whoever is to leave out"),
    ofDesk(.signOut, [.inOut], .mark, ["o"], "o", "out", "let somebody out, or back in"),
    Command(
      id: .office(.choose), places: [.inOut], section: .mark, keys: .digits, label: "0-9",
      words: "by number", help: "sign a sixth-former out or in by number"),
    ofDesk(
      .fireList, [.inOut], .look, ["f"], "f", "fire list",
      "everybody who may be in the building"),
    Command(
      id: .office(.choose), places: [.outPurpose], section: .answer, keys: .digits, label: "1-9",
      words: "choose", help: "the purpose of that number"),
    Command(
      id: .common(.open), places: [.handout], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    ofDesk(
      .stepDone, [.handout], .mark, ["x"], "x", "step done", "this step of the search is done"),
    ofDesk(.print, [.handout], .finish, ["p"], "p", "print", "write a sheet into the lists folder"),
    ofDesk(.file, [.handout], .finish, ["c"], "c", "CSV", "write its rows into the lists folder"),
    ofDesk(.filter, [.handout], .look, ["/"], "/", "only", "only the lines with a name or group"),
    ofDesk(
      .excuse, [.handout], .mark, ["e"], "e", "let off", "let the pupil off, for a reason in words"),
    ofDesk(
      .earlierDay, [.handout, .pupilDay], .look, ["["], "[", "day before", "the school day before"),
    ofDesk(
      .laterDay, [.handout, .pupilDay], .look, ["]"], "]", "day after", "the school day after"),
    ofDesk(
      .pupilDay, [.year], .look, ["d"], "d", "day",
      "this pupil's day: plan, mark, arrival, calls, edits"),
    ofDesk(
      .contacts, [.year], .look, ["c"], "c", "contacts",
      "this pupil's contacts, siblings and preferred name"),
    Command(
      id: .common(.open), places: [.contacts], section: .mark, keys: .keys([.enter]),
      label: "Enter", words: "correct", help: "correct this contact, field by field"),
    ofDesk(.addContact, [.contacts], .mark, ["a"], "a", "add", "add a contact"),
    ofDesk(.removeContact, [.contacts], .mark, ["x"], "x", "remove", "remove this contact"),
    ofDesk(
      .restoreContacts, [.contacts], .rescue, [.control("z")], "^Z", "undo",
      "the contacts as they were before the last change here"),
    ofDesk(
      .preferredName, [.contacts], .mark, ["k"], "k", "known as",
      "the name by which the pupil is known"),
    Command(
      id: .answer(.nextField), places: [.contactField], section: .move, keys: .keys([.tab]),
      label: "Tab", words: "next field", help: "the next field"),
    Command(
      id: .common(.open), places: [.weekClose], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "open the register or the pupil"),
    ofDesk(.signOff, [.weekClose], .finish, ["s"], "s", "sign off", "sign the week off by name"),
    ofDesk(.earlierDay, [.weekClose], .look, ["["], "[", "week before", "the week before"),
    ofDesk(.laterDay, [.weekClose], .look, ["]"], "]", "week after", "the week after"),
    byName(.fireList, "fire list: everybody who may be in the building", besides: [.inOut]),
    byName(.handouts, "handouts: the lists of the day"),
    byName(.inOut, "in and out: the book at the door", besides: [.inOut]),
    byName(.weekClose, "close the week: what it leaves open", besides: [.weekClose]),
  ]

  /// A command that every screen of the office knows by name.
  private static func byName(
    _ id: OfOffice, _ help: String, besides own: Set<Place> = []
  ) -> Command {
    let places: Set<Place> = [.today, .calls, .inOut, .weekClose, .pupilDay, .year]
    return Command(
      id: .office(id), places: places.subtracting(own), section: .look, keys: .keys([]), label: "",
      words: "", help: help)
  }

  /// A command of the office by a key, at these places.
  static func ofDesk(
    _ id: OfOffice, _ places: Set<Place>, _ section: Section, _ keys: [Key], _ label: String,
    _ words: String, _ help: String
  ) -> Command {
    Command(
      id: .office(id), places: places, section: section, keys: .keys(keys), label: label,
      words: words, help: help)
  }
}
