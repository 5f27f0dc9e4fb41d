import ArgumentParser
import Exchange
import Glibc

/// Where a command writes: results to standard output and nothing else, sentences to standard error.
enum Output {
  /// Writes results; refuses where they cannot be written, since half of them would pass for all.
  ///
  /// On a terminal nothing in a name or a note moves the cursor or changes a colour; a file gets every
  /// byte.
  static func print(_ text: String) throws {
    let shown = isatty(STDOUT_FILENO) == 1 ? DisplayWidth.safe(lines: text) : text
    let number = write(shown, to: STDOUT_FILENO)
    switch number {
    case 0: return
    case EPIPE:
      // Whoever read them has heard enough; most often the signal has ended the program already.
      throw ExitCode.failure
    default: throw unwritable(number)
    }
  }

  /// Writes results that somebody relies on having from now on: into a file, they are on disk when this
  /// returns.
  static func hand(_ text: String) throws {
    try print(text)
    // A pipe or a terminal has no disk and says so; its reader has the bytes.
    if fsync(STDOUT_FILENO) != 0, ![EINVAL, EROFS, ENOTSUP, EBADF].contains(errno) {
      throw unwritable(errno)
    }
  }

  private static func unwritable(_ number: Int32) -> Refused {
    let why = String(cString: strerror(number)).lowercased()
    return Refused("rollcall: standard output cannot be written: \(why); send it elsewhere")
  }

  /// Writes one sentence that refuses, warns or tells of progress.
  static func refuse(_ sentence: String) {
    let safe = DisplayWidth.safe(lines: SchoolOptions.shortened(sentence))
    _ = write(safe + "\n", to: STDERR_FILENO)
  }

  /// Writes rows in the format asked for: a table on a terminal, else CSV.
  static func print(_ table: RowTable, as format: RowTable.Format?) throws {
    try print(table.written(as: format ?? (isatty(STDOUT_FILENO) == 1 ? .table : .csv)))
  }

  /// Writes the text, and says why not in the system's number; 0 where it is written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      bytes = bytes.dropFirst(count)
    }
    return 0
  }
}

/// A line that tells how far a long work has come; only on a terminal, and only once it is long.
final class Progress {
  private let what: String
  private let began = Progress.now
  private var shown = false

  init(_ what: String) {
    self.what = what
  }

  deinit {
    if shown { Output.erase() }
  }

  /// Shows the share done, 0 to 1.
  func show(_ share: Double) {
    guard isatty(STDERR_FILENO) == 1, Self.now - began > 0.5 else { return }
    shown = true
    Output.overwrite("\(what) \(Int((min(max(share, 0), 1) * 100).rounded())) %")
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Output {
  fileprivate static func overwrite(_ line: String) {
    _ = write("\r\u{1B}[K" + line, to: STDERR_FILENO)
  }
  fileprivate static func erase() { _ = write("\r\u{1B}[K", to: STDERR_FILENO) }
}

extension Output {
  /// Asks a person at the terminal; the answer is read by the caller.
  static func ask(_ question: String) {
    _ = write(DisplayWidth.safe(lines: question) + ": ", to: STDERR_FILENO)
  }
}
