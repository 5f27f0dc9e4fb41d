import Foundation
import TerminalTesting

/// A program run to its end, from no input into a file.
struct Child {
  /// Why a program was not run, or did not do what it was to do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where a command of that name is, or nil.
  static func path(of command: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + command }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  /// Runs a program and gives the seconds from its start to its end.
  ///
  /// Throws where it ends with another status than 0.
  @discardableResult
  static func run(
    _ program: String, _ arguments: [String], input: String = "/dev/null",
    output: String = "/dev/null", environment: [String: String] = [:]
  ) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { $1 }
    let words = ([program] + arguments).map { strdup($0) }
    let settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    let start = Clock.seconds
    let error = posix_spawn(&process, program, &actions, nil, words + [nil], settings + [nil])
    guard error == 0 else { throw Failure(description: "\(program) cannot be run") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let seconds = Clock.seconds - start
    guard status == 0 else {
      throw Failure(description: "\(program) \(arguments.joined(separator: " ")): \(status)")
    }
    return seconds
  }
}
