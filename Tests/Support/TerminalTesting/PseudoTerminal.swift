internal import CPseudoTerminal
internal import Glibc

/// A real program on a terminal of its own, driven by keys and watched by what it shows.
///
/// Nothing sleeps: every wait is for a condition, and gives up after a time that only a program
/// that hangs would need.
///
/// ```swift
/// let terminal = try PseudoTerminal("rollcall", size: (24, 80))
/// terminal.type("5N11L")
/// #expect(terminal.wait { $0.contains("Blank 28") })
/// ```
public final class PseudoTerminal {
  /// Why a program could not be started.
  public enum Failure: Error {
    case noTerminal
    case notStarted(path: String, error: Int32)
  }

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// How long a condition may take on a busy machine.
  public static let patience = 30.0

  let emulator: Emulator
  var master: Int32
  /// The number by which the system knows the program.
  public let process: Int32
  private let processWatch: Int32
  private var ending: Ending?
  /// The processor time the program took, known once it has ended.
  public private(set) var processorSeconds = 0.0
  /// When the program was started, by the `Clock`.
  public let startedAt: Double
  /// When it last sent something, by the same clock.
  public private(set) var heardAt: Double
  /// All that the program has sent.
  public private(set) var received: [UInt8] = []

  /// Starts a program that was built beside the tests, or one at an absolute path.
  ///
  /// - Parameter environment: the whole of it but for `TERM`; without it a UTF-8 locale and a
  ///   path.
  public init(
    _ program: String, _ arguments: [String] = [], size: (rows: Int, columns: Int) = (24, 80),
    terminal: String? = "xterm-256color", environment: [String: String] = [:]
  ) throws {
    guard let emulator = Emulator(rows: size.rows, columns: size.columns) else {
      throw Failure.noTerminal
    }
    self.emulator = emulator
    var path = [CChar](repeating: 0, count: 128)
    master = pseudoterminal_open(Int32(size.rows), Int32(size.columns), &path, Int32(path.count))
    guard master >= 0 else { throw Failure.noTerminal }
    var variables = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables["TERM"] = terminal
    variables.merge(environment) { _, new in new }
    let file = program.hasPrefix("/") ? program : Self.productsFolder + "/" + program
    startedAt = Clock.seconds
    heardAt = startedAt
    do {
      process = try spawn(
        file, arguments, terminal: String(upToNul: path[...]),
        environment: variables.map { "\($0.key)=\($0.value)" })
    } catch {
      Glibc.close(master)
      throw error
    }
    processWatch = pseudoterminal_watch_process(process)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(processWatch)
    if master >= 0 { close(master) }
  }

  /// Where the tests and the programs they drive are built.
  public static var productsFolder: String {
    let path = (try? String(pathOfLink: "/proc/self/exe")) ?? ""
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  /// Reads what the program sends until a condition holds; false when it never did.
  public func wait(
    seconds: Double = PseudoTerminal.patience, until holds: (PseudoTerminal) -> Bool
  ) -> Bool {
    let end = Clock.seconds + seconds
    while !holds(self) {
      let left = end - Clock.seconds
      if left <= 0 || !pump(seconds: left) { return holds(self) }
    }
    return true
  }

  /// Reads for a time, whatever comes.
  public func listen(seconds: Double) {
    let end = Clock.seconds + seconds
    while Clock.seconds < end, pump(seconds: end - Clock.seconds) {}
  }

  /// Reads what has been sent, and waits for nothing.
  public func drain() {
    while pump(seconds: 0) {}
  }

  /// Waits for the program's end; nil when it goes on.
  public func waitForEnd(seconds: Double = PseudoTerminal.patience) -> Ending? {
    let end = Clock.seconds + seconds
    while ending == nil {
      let left = end - Clock.seconds
      if left <= 0 { return nil }
      _ = pump(seconds: left)
      var status: Int32 = 0
      var usage = rusage()
      if wait4(process, &status, WNOHANG, &usage) == process {
        processorSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
        let signal = status & 0x7F
        ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
        // What it sent last.
        while pump(seconds: 0) {}
      }
    }
    return ending
  }

  /// Waits for output, the end of the program or the time; false when nothing more can come.
  func pump(seconds: Double, wantsToWrite: Bool = false) -> Bool {
    var watched = [
      pollfd(
        fd: master, events: Int16(wantsToWrite ? POLLIN | POLLOUT : POLLIN), revents: 0),
      pollfd(fd: ending == nil ? processWatch : -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&watched, 2, Int32(min(max(seconds, 0) * 1000 + 0.999, 1e9)))
    if count <= 0 { return count < 0 && errno == EINTR }
    if wantsToWrite, watched[0].revents & Int16(POLLOUT) != 0 { return true }
    let isOpen = watched[0].revents & Int16(POLLIN) != 0 && readOnce()
    return isOpen
  }

  private func readOnce() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    if count <= 0 { return count < 0 && (errno == EAGAIN || errno == EINTR) }
    heardAt = Clock.seconds
    received += buffer[..<count]
    var answer = emulator.show(buffer[..<count])
    if !answer.isEmpty { _ = Glibc.write(master, &answer, answer.count) }
    return true
  }
}
