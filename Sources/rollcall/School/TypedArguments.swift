import ArgumentParser
import CSystem

/// What was typed on the command line, which every account of the machine can read while the program
/// runs: `ps` shows it.
enum TypedArguments {
  /// Leaves the program's name and the command's in sight, and takes pupils' names and notes out.
  static func hide() {
    // Read first: the copy is what the command is parsed from.
    let typed = CommandLine.arguments.dropFirst()
    system_hide_arguments(Int32(commands(in: typed)))
  }

  /// How many of the first words name a command and commands under it.
  private static func commands(in typed: ArraySlice<String>) -> Int {
    var known = Rollcall.configuration.subcommands
    var count = 0
    for word in typed {
      guard let command = known.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      known = command.configuration.subcommands
      count += 1
    }
    return count
  }
}
