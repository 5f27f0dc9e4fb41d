import Policies
import Terminal

extension Command {
  /// The commands of notices, most useful first.
  static let ofNotices: [Command] = [
    ofDesk(
      .notices, [.flagSheet, .year], .look, ["n"], "n", "notices",
      "whether a penalty notice is possible, and what stands in the way"),
    // The footer of the list has no room for it on a narrow screen; the help names it.
    ofDesk(
      .notices, [.flags], .look, ["n"], "n", "",
      "notices: whether a penalty notice is possible, and what stands in the way"),
    ofDesk(
      .makePack, [.notices], .finish, ["p"], "p", "make pack",
      "write the evidence pack, and note that it was made"),
    ofDesk(
      .issueNotice, [.notices], .mark, ["i"], "i", "issue",
      "issue a notice to a parent, or refer it to the authority"),
    Command(
      id: .common(.open), places: [.notices], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
    Command(
      id: .answer(.accept), places: [.noticeForm], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "send", help: "the next field; at the last one, keep the notice"),
    Command(
      id: .answer(.nextField), places: [.noticeForm], section: .move,
      keys: .keys([.tab, .backTab]), label: "Tab", words: "next field", help: "the next field"),
    Command(
      id: .answer(.cancel), places: [.noticeForm], section: .answer, keys: .keys([.escape]),
      label: "Esc", words: "not now", help: "back, with what was typed kept"),
    Command(
      id: .common(.move), places: [.notices], section: .move,
      keys: .keys([.up, .down, .pageUp, .pageDown, .home, .end]), label: "Up Down", words: "move",
      help: "up and down; PgUp and PgDn by pages; Home and End"),
    Command(
      id: .common(.back), places: [.notices], section: .finish, keys: .keys([.escape]),
      label: "Esc", words: "back", help: "back; nothing is lost and the program stays"),
  ]
}

extension Desk {
  /// Why the person may not weigh notices about anybody; about whom they may is asked with the sheet.
  var barToNotices: Bar? {
    permissions.mayEver(.workCases)
      ? nil : permissions.denial(of: .workCases, to: "weigh notices and agreements").map { Bar($0) }
  }
}
