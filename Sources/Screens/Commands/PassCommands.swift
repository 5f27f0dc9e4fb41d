import Terminal

extension Command {
  /// The commands of day passes.
  static let ofPasses: [Command] = [
    Command(
      id: .answer(.accept), places: [.passForm], section: .answer, keys: .keys([.enter]),
      label: "Enter", words: "next", help: "on to the next question, and in the end the pass"),
    Command(
      id: .office(.pass), places: [.today], section: .mark, keys: .keys(["p"]), label: "p",
      words: "", help: "print a day pass for somebody who covers this register"),
    Command(
      id: .office(.pass), places: [.morning], section: .mark, keys: .keys([]), label: "",
      words: "", help: "print a day pass for somebody who covers a register"),
  ]
}
