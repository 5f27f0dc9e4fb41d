import Attendance
import Policies
import Terminal

extension Command {
  /// The commands of the admission register, most useful first.
  static let ofAdmission: [Command] = [
    ofDesk(
      .newPupil, [.morning, .today], .mark, ["+"], "+", "",
      "add a child: names, birth, form, starting day, first contact"),
    ofDesk(
      .deletePupil, [.year], .finish, ["x"], "x", "",
      "delete this pupil's name from the admission register, on a ground"),
    Command(
      id: .answer(.accept), places: [.admissionForm], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "next", help: "the next field; at the last one, keep the form"),
    ofDesk(.save, [.admissionForm], .finish, [.control("s")], "^S", "keep", "keep the form"),
    Command(
      id: .answer(.nextField), places: [.admissionForm], section: .move,
      keys: .keys([.tab, .backTab]), label: "Tab", words: "field", help: "the next field"),
    Command(
      id: .common(.back), places: [.admissionForm], section: .finish, keys: .keys([.escape]),
      label: "Esc", words: "back",
      help: "back; what is typed stays, and the same key goes on with it"),
  ]

  /// What is done where a search has found nobody.
  static let afterSearch: [Command] = [
    ofDesk(
      .newPupil, [.findPupil], .mark, [.control("e")], "^E", "add a child",
      "add a child who is not on the books")
  ]
}

extension Shell {
  /// The way to the form of a new child; nil for any other command.
  func openingOfAdmission(_ command: Command.ID) -> (moves: [Move], bar: Bar?)? {
    if command == .office(.rollover) {
      let may = desk.permissions.may(.editGroups) || desk.permissions.may(.deletePupils)
      return (
        RolloverScreen.opening(),
        may
          ? nil
          : desk.permissions.denial(of: .editGroups, to: "move the school into a new year").map {
            Bar($0)
          }
      )
    }
    guard command == .office(.newPupil) else { return nil }
    var surname = ""
    if case .find(let screen) = stack[stack.count - 1] { surname = screen.searched }
    return (
      [.open(.admission(AdmissionScreen(adding: surname, at: desk)))],
      desk.permissions.denial(of: .editPupils, to: "add a pupil").map { Bar($0) }
    )
  }
}
