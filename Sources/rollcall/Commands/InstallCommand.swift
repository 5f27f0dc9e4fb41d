import ArgumentParser
import Glibc
import Policies
import Storage

/// Puts program, shipped policies, completions and manual page under a prefix.
struct InstallCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put program, shipped policies, completions and manual page under a prefix.")

  @Argument(help: "The prefix: /usr/local.")
  var prefix: String
  @Option(help: "Install it for a group, whose members then reach the school only through it.")
  var group: String?
  @Option(help: "The school's folder, for a program installed for a group.")
  var school: String?
  @OptionGroup var shipped: ShippedPolicies

  func validate() throws {
    guard (group == nil) == (school == nil) else {
      throw ValidationError("--group and --school belong together: name the group and its school")
    }
  }

  func perform() throws {
    try GroupInstallation.refuse("install it anew from a copy of one's own, as root")
    let shared = try group.flatMap { group in
      try school.map { try GroupFolder($0, of: group) }
    }
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
    if try Self.needsSwift {
      Output.refuse(
        "rollcall: this program needs Swift's own libraries, which another machine or account may not "
          + "have; install the release that is built with --static-swift-stdlib")
    }
    guard let shared else { return }
    try shared.make()
    try put(Array((shared.folder.path + "\n").utf8), at: "lib/rollcall/school")
    // Only now that nothing can lead it astray does the program get its rights.
    try shared.give(to: prefix + "/bin/rollcall")
    try Output.print(shared.sentences(program: prefix + "/bin/rollcall"))
  }

  /// Whether Swift's libraries were loaded beside the program.
  private static var needsSwift: Bool {
    get throws {
      String(decoding: try FileBytes.read("/proc/self/maps"), as: UTF8.self)
        .contains("/libswiftCore.so")
    }
  }

  private func put(_ bytes: [UInt8], at place: String, mode: UInt32 = 0o644) throws {
    let path = prefix + "/" + place
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    // Everybody runs and reads what is installed; what the school writes is its own.
    let usual = umask(0o022)
    defer { umask(usual) }
    try FileBytes.makeFolder(folder, mode: 0o755)
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
