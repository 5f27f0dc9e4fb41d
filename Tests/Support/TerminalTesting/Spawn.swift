internal import Glibc

/// Starts a program as the leader of a session whose terminal is the one at the path.
func spawn(
  _ file: String, _ arguments: [String], terminal: String, environment: [String]
) throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // The first terminal that a session's leader opens becomes the session's.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  let newSession: Int16 = 0x80
  posix_spawnattr_setflags(
    &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | newSession)
  var process: Int32 = 0
  let error = withStrings([file] + arguments) { arguments in
    withStrings(environment) { environment in
      posix_spawn(&process, file, &actions, &attributes, arguments, environment)
    }
  }
  guard error == 0 else { throw PseudoTerminal.Failure.notStarted(path: file, error: error) }
  return process
}

private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

/// A clock that nobody sets.
public enum Clock {
  /// Seconds since some moment that never changes.
  public static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

extension timeval {
  var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension String {
  /// The text that C left in a buffer.
  init(upToNul buffer: ArraySlice<CChar>) {
    self.init(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Where a symbolic link points.
  init(pathOfLink link: String) throws {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { throw PseudoTerminal.Failure.noTerminal }
    self.init(upToNul: buffer[..<count])
  }
}
