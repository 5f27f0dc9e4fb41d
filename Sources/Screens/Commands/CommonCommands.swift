import Terminal

extension Command {
  /// The commands of every list.
  static let ofLists: [Command] = [
    Command(
      id: .common(.open), places: [.signIn, .findPupil, .lateName, .outName, .list],
      section: .answer,
      keys: .keys([.enter]), label: "Enter", words: "choose", help: "choose this line"),
    Command(
      id: .common(.open), places: [.passphrase], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "sign in", help: "sign in"),
    Command(
      id: .common(.move),
      places: [.signIn, .findPupil, .lateName, .outName, .flagName, .list, .codes],
      section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages"),
    Command(
      id: .common(.move),
      places: [
        .today, .morning, .calls, .leave, .history, .lists, .listPupils, .handouts, .handout,
        .inOut,
        .pupilDay, .weekClose, .contacts, .flags, .flagSheet, .cases, .caseLines, .letters,
        .pupilLetter, .parentPage, .overview, .groups, .groupKeys, .groupPupils, .movers,
      ], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages; Home and End"),
  ]

  /// The way to every command by name.
  static let palette = Command(
    id: .common(.palette), places: commands, section: .rescue, keys: .keys([":"]),
    label: ":", words: "command", help: "every command by name")

  /// The commands of every screen.
  static let common: [Command] = [
    Command(
      id: .common(.back),
      places: [
        .today, .morning, .calls, .leave, .register, .week, .year, .history, .findPupil, .lateName,
        .list,
        .lists, .listPupils,
        .handouts, .handout, .inOut, .outName, .pupilDay, .weekClose, .contacts, .flags,
        .flagName, .flagSheet, .cases, .caseLines, .letters, .parentPage, .overview, .groups,
        .groupKeys, .groupPupils, .movers, .passForm,
      ],
      section: .finish, keys: .keys([.escape]), label: "Esc", words: "back",
      help: "back; nothing is lost and the program stays"),
    Command(
      id: .common(.back), places: [.signIn, .passphrase], section: .finish,
      keys: .keys([.escape]), label: "Esc", words: "", help: "empty what was typed"),
    Command(
      id: .common(.leave), places: Set(Place.allCases), section: .finish,
      keys: .keys([.control("q"), .control("c")]), label: "^Q", words: "leave",
      help: "leave; every mark is kept as it was typed"),
    Command(
      id: .common(.help), places: commands.union(questions), section: .rescue, keys: .keys(["?"]),
      label: "?", words: "", help: "this help"),
    Command(
      id: .common(.repaint), places: Set(Place.allCases), section: .rescue,
      keys: .keys([.control("l")]), label: "^L", words: "", help: "paint the screen afresh"),
    Command(
      id: .common(.lock), places: Set(Place.allCases).subtracting([.signIn, .passphrase, .list]),
      section: .finish, keys: .keys([.control("x")]), label: "^X", words: "",
      help: "lock the screen; everything stays as it is typed"),
    Command(
      id: .common(.signOut), places: commands, section: .finish, keys: .keys([]),
      label: "",
      words: "", help: "sign out, so that somebody else can sign in"),
    Command(
      id: .common(.suspend), places: commands, section: .finish, keys: .keys([]),
      label: "",
      words: "", help: "suspend to the shell"),
  ]

  /// The places where letters are not text and no question is open; in a text a colon is a colon.
  private static let commands = Set(Place.allCases.filter { !$0.isText && !$0.isQuestion })
  private static let questions = Set(Place.allCases.filter(\.isQuestion))
}
