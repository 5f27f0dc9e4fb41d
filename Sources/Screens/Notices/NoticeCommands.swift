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
    ofDesk(
      .improve, [.notices], .mark, ["t"], "t", "to improve",
      "give a parent a notice to improve, with its period and checklist"),
    ofDesk(
      .agreement, [.notices], .mark, ["a"], "a", "agree",
      "write a contract or plan: targets, review, who is to sign"),
    ofDesk(
      .outcome, [.notices], .mark, ["r"], "r", "result",
      "what became of a notice or agreement: signed, met, paid, withdrawn"),
    ofDesk(
      .otherNotice, [.notices], .mark, ["o"], "o", "other ground",
      "a notice by the count of an earlier day, on a ground of the school's own, or for an excluded "
        + "pupil"),
    Command(
      id: .common(.open), places: [.notices], section: .look, keys: .keys([.enter]),
      label: "Enter", words: "pupil", help: "open the pupil's year"),
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
