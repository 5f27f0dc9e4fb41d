import ArgumentParser
import Policies

/// Puts program, shipped policies, completions and manual page under a prefix.
struct InstallCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put program, shipped policies, completions and manual page under a prefix.")

  @Argument(help: "The prefix: /usr/local.")
  var prefix: String
  @OptionGroup var shipped: ShippedPolicies

  func perform() throws {
    try put(FileBytes.read("/proc/self/exe"), at: "bin/rollcall", mode: 0o755)
    let config = try shipped.folder
    for folder in ["codes", "policies", "calendars", "letters", "maps"] {
      for name in FileBytes.names(in: config + "/" + folder) {
        try put(
          FileBytes.read("\(config)/\(folder)/\(name)"),
          at: "share/rollcall/config/\(folder)/\(name)")
      }
    }
    let national = NationalFile(inSettings: config)
    if national.exists {
      try put(
        FileBytes.read(national.path), at: "share/rollcall/config/\(NationalReading.fileName)")
    }
    let completions: [(CompletionShell, String)] = [
      (.bash, "share/bash-completion/completions/rollcall"),
      (.zsh, "share/zsh/site-functions/_rollcall"),
      (.fish, "share/fish/vendor_completions.d/rollcall.fish"),
    ]
    for (shell, place) in completions {
      try put(Array(Rollcall.completionScript(for: shell).utf8), at: place)
    }
    try put(Array(ManualPage.text.utf8), at: "share/man/man1/rollcall.1")
    try Output.print("installed under \(prefix): \(prefix)/bin/rollcall\n")
  }

  private func put(_ bytes: [UInt8], at place: String, mode: UInt32 = 0o644) throws {
    let path = prefix + "/" + place
    try FileBytes.makeFolder(
      String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), mode: 0o755)
    try FileBytes.write(bytes, to: path, mode: mode)
  }
}

/// The manual page, made from what `help` says of each command, so that it cannot fall behind.
enum ManualPage {
  /// The page as man reads it.
  static var text: String {
    var page = [
      ".TH ROLLCALL 1", ".SH NAME", "rollcall \\- the attendance register for English schools",
      ".SH USAGE",
    ]
    page += verbatim(Rollcall.helpMessage(columns: 76))
    for command in Rollcall.configuration.subcommands {
      page.append(".SH " + (command.configuration.commandName ?? "").uppercased())
      page += verbatim(Rollcall.helpMessage(for: command, columns: 76))
      for inner in command.configuration.subcommands {
        page += verbatim(Rollcall.helpMessage(for: inner, columns: 76))
      }
    }
    return page.joined(separator: "\n") + "\n"
  }

  private static func verbatim(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = String(line).replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
    return [".nf"] + lines + [".fi"]
  }
}
