import ArgumentParser
import Glibc

/// The answer given beforehand to what is asked where a change may be a slip.
struct AcceptOption: ParsableArguments {
  @Flag(help: "Yes to what is asked first: it is no slip.")
  var accept = false

  /// Says what the change does, and asks at a terminal; refuses where nobody can answer.
  func confirm(_ questions: [String]) throws {
    if questions.isEmpty { return }
    for question in questions { Output.refuse("notice: \(question)") }
    if accept { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Refused("rollcall: nothing was changed; check this, and say --accept if it is right")
    }
    Output.ask("Is this right? yes or no")
    if readLine()?.lowercased().hasPrefix("y") == true { return }
    throw Refused("rollcall: nothing was changed")
  }
}
