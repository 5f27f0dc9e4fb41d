import Terminal

extension Command {
  /// Every command there is, most useful first.
  ///
  /// The letters A to Z are codes in a register, so commands there are digits, signs and Ctrl. Never
  /// used are ^A and ^B (tmux, screen), ^W, ^T and ^N (browsers), ^H, ^I, ^J and ^M (other keys).
  static let table: [Command] =
    marking + [doing] + ofQuestions + ofMorning + ofToday + ofCalls + ofLeave + ofAway + ofSite
    + ofFlags + ofCases + ofDue + ofAudit + ofFigures + ofYear + ofLetters + ofNotices
    + ofNotes + ofAdmission + ofRollover + ofLists + ofPasses + [palette] + toAway + toFlags
    + toFigures
    + looking
    + ofAmending + common + afterSearch

  private static let marking: [Command] = [
    row(
      .present, .mark, [.space, "/", "\\"], "Space", "present",
      "present at this session, then the next pupil"),
    row(
      .notHere, .mark, ["N", "n"], "N", "not here", "not here, no reason yet, then the next pupil"),
    row(.late, .mark, ["L", "l"], "L", "late", "late, with minutes by the clock"),
    row(.fill, .mark, ["="], "=", "fill blanks", "fill the blanks with present"),
    row(.submit, .finish, [.control("s")], "^S", "submit", "submit the register"),
    row(.settle, .mark, ["!"], "!", "settle", "settle two sightings that contradict each other"),
    row(
      .takeOver, .mark, ["&"], "&", "take over",
      "take over what another desk has marked and not sent"),
    row(.codes, .mark, ["*"], "*", "all codes", "list of all codes with their meanings"),
    row(.find, .move, ["'"], "'", "name", "find a name"),
    Command(
      id: .register(.row), places: [.register, .week], section: .move, keys: .digits,
      label: "1-9", words: "row", help: "go to the row of that number"),
    row(.clear, .mark, [.backspace, .delete], "Bksp", "clear", "clear this mark"),
    row(.note, .mark, [";"], ";", "note", "note, and minutes late"),
    row(.undo, .rescue, [.control("z")], "^Z", "undo", "undo, as often as you like"),
  ]

  private static let looking: [Command] = [
    row(.redo, .rescue, [.control("y")], "^Y", "redo", "redo what was undone"),
    row(.pupil, .look, [.enter], "Enter", "pupil", "this pupil's year"),
    row(.history, .look, [.control("o")], "^O", "history", "history of this mark: who, when, why"),
    row(.week, .look, [.control("g")], "^G", "week", "the week, or back to the roll"),
    row(
      .classView, .look, [.control("v")], "^V", "class view",
      "class view for a projector: present, late and away only"),
    row(.earlier, .look, ["["], "[", "earlier", "the session before this one"),
    row(.later, .look, ["]"], "]", "later", "the session after this one"),
    row(
      .move, .move, [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown], "arrows", "",
      "up, down, across; PgUp PgDn Home End"),
    row(.column, .move, [.tab, .backTab], "Tab", "", "the other column"),
    Command(
      id: .register(.code), places: [.register, .week], section: .mark, keys: .letters,
      label: "A-Z", words: "", help: "that code, then the next pupil"),
  ]

  private static let ofQuestions: [Command] = [
    Command(
      id: .answer(.accept),
      places: siteWords.union([
        .codes, .find, .note, .officeNote, .reason, .asSeen, .officeWords, .lateReason,
        .closingText, .listText, .madeText, .settlingN,
      ]),
      section: .answer, keys: .keys([.enter]), label: "Enter", words: "done", help: "done"),
    Command(
      id: .answer(.nextField), places: [.note, .passphrase], section: .answer,
      keys: .keys([.tab, .backTab]), label: "Tab", words: "next field", help: "the other field"),
    question(.blanksAsN, [.blanks], ["N", "n"], "N", "submit blanks as N"),
    question(.fill, [.blanks], ["="], "=", "fill blanks"),
    question(.isCode, [.codeOrRow], ["C", "c"], "C", "the code"),
    question(.isRow, [.codeOrRow], ["R", "r"], "R", "the row"),
    question(.keep, [.settle], ["1"], "1", "keep the first"),
    question(.take, [.settle], ["2"], "2", "take the second"),
    question(.next, [.settle], [.tab], "Tab", "next to settle"),
    question(.cover, [.cover], ["Y", "y"], "Y", "cover it today"),
    question(.loseAndLeave, [.leaving], ["Q", "q"], "Q", "leave and lose them"),
    Command(
      id: .answer(.cancel),
      places: siteWords.union([
        .codes, .find, .note, .officeNote, .reason, .asSeen, .blanks, .codeOrRow, .settle,
        .leaving, .cover, .contact, .outcome, .officeWords, .lateReason, .closing, .closingText,
        .closingPreview, .listText, .outPurpose, .madeText, .settlingN, .leaveLetter, .pupilLetter,
      ]), section: .answer, keys: .keys([.escape]), label: "Esc", words: "not now",
      help: "back, with nothing changed"),
  ]

  /// The places of the door, the handouts and the week where words are typed.
  private static let siteWords: Set<Place> = [
    .handoutFilter, .excuseWords, .outWords, .weekWords, .contactField, .flagFilter, .letterField,
    .agreedWords,
  ]

  private static let ofToday: [Command] = [
    Command(
      id: .common(.open), places: [.today], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "open", help: "open the register"),
    day(.cover, .mark, ["c"], "c", "cover", "cover this register today"),
    newCall(at: [.today]),
    day(.earlierDay, .look, ["["], "[", "earlier day", "the school day before"),
    day(.laterDay, .look, ["]"], "]", "later day", "the school day after"),
    Command(
      id: .common(.findPupil), places: [.today, .morning], section: .look, keys: .keys(["/"]),
      label: "/", words: "find pupil", help: "find a pupil by name"),
  ]

  private static let ofYear: [Command] = [
    year(
      .move, .move, [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown], "arrows",
      "day, week", "left and right a week, up and down half a day"),
    year(.mark, .look, [.enter, .control("o")], "Enter", "history", "history of this mark"),
    year(.table, .look, ["t"], "t", "table or map", "the absences as a table, or the map"),
    year(.earlierYear, .look, ["["], "[", "year before", "the school year before"),
    year(.laterYear, .look, ["]"], "]", "year after", "the school year after"),
  ]

  private static func row(
    _ id: OfRegister, _ section: Section, _ keys: [Key], _ label: String, _ words: String,
    _ help: String
  ) -> Command {
    Command(
      id: .register(id), places: [.register, .week], section: section, keys: .keys(keys),
      label: label, words: words, help: help)
  }

  private static func question(
    _ id: OfQuestion, _ places: Set<Place>, _ keys: [Key], _ label: String, _ words: String
  ) -> Command {
    Command(
      id: .answer(id), places: places, section: .answer, keys: .keys(keys), label: label,
      words: words, help: words)
  }

  private static func day(
    _ id: OfToday, _ section: Section, _ keys: [Key], _ label: String, _ words: String,
    _ help: String
  ) -> Command {
    Command(
      id: .today(id), places: [.today], section: section, keys: .keys(keys), label: label,
      words: words, help: help)
  }

  private static func year(
    _ id: OfYear, _ section: Section, _ keys: [Key], _ label: String, _ words: String,
    _ help: String
  ) -> Command {
    Command(
      id: .year(id), places: [.year], section: section, keys: .keys(keys), label: label,
      words: words, help: help)
  }
}
