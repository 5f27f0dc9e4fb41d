import ArgumentParser

/// Reads policies and complains, lists them, shows them, adopts them.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Check, list, show and adopt policies.",
    subcommands: [PolicyCheck.self, PolicyList.self, PolicyShow.self, PolicyAdopt.self])
}
