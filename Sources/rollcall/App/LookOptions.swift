import ArgumentParser
import Terminal

/// How the screen looks.
struct LookOptions: ParsableArguments {
  @Option(name: .customLong("theme"), help: "mono, light, dark or contrast.")
  var name: Theme.Name?
  @Flag(help: "Draw with plain ASCII only: accents are left out, other letters are ?.")
  var ascii = false

  /// The theme: of the command line, else as the environment says (`NO_COLOR`).
  var theme: Theme {
    Theme.chosen(
      name, ascii: ascii,
      environment: ["NO_COLOR", "TERM", "COLORFGBG", "LC_ALL", "LC_CTYPE", "LANG"]
        .reduce(into: [:]) { $0[$1] = SchoolOptions.environment($1) })
  }
}
