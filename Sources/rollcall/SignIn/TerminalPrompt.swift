import Attendance
import Glibc

/// Asks a person at the terminal itself, whatever standard input and output are.
enum TerminalPrompt {
  /// Whether there is a person to ask: a terminal among the standard streams.
  static var hasTerminal: Bool {
    guard isatty(STDIN_FILENO) == 1 || isatty(STDERR_FILENO) == 1 else { return false }
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    close(terminal)
    return true
  }

  /// Asks for a line that is seen while it is typed; nil where nothing is.
  static func line(_ question: String) throws -> String? {
    let typed = try read(question, isSeen: true)
    return typed.isEmpty ? nil : typed.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Asks for a passphrase, which is not seen.
  static func secret(_ question: String) throws -> Secret { try read(question, isSeen: false) }

  private static func read(_ question: String, isSeen: Bool) throws -> Secret {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Refused("rollcall: there is no terminal to ask on; run the command on one")
    }
    defer { close(terminal) }
    var before = termios()
    tcgetattr(terminal, &before)
    if !isSeen {
      var quiet = before
      quiet.c_lflag &= ~tcflag_t(ECHO)
      // ^C would end the program and leave the terminal silent: it ends the line instead.
      quiet.c_lflag &= ~tcflag_t(ISIG)
      withUnsafeMutableBytes(of: &quiet.c_cc) { $0[Int(VEOL)] = interrupt }
      tcsetattr(terminal, TCSAFLUSH, &quiet)
    }
    defer { if !isSeen { tcsetattr(terminal, TCSAFLUSH, &before) } }
    write(question + ": ", to: terminal)
    var line: [UInt8] = []
    line.reserveCapacity(Secret.limit)
    defer { Secret.wipe(&line) }
    var byte: UInt8 = 0
    while Glibc.read(terminal, &byte, 1) == 1, byte != newline, line.count < Secret.limit {
      if byte == interrupt {
        write("\n", to: terminal)
        throw Refused("rollcall: nothing was changed")
      }
      line.append(byte)
    }
    if !isSeen { write("\n", to: terminal) }
    return Secret(line)
  }

  private static let newline: UInt8 = 10
  private static let interrupt: UInt8 = 3

  private static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }
}

/// Passphrases for a new one: typed at the terminal, or one a line on standard input.
enum TypedSecrets {
  /// The passphrase typed in answer to the question.
  static func next(_ question: String) throws -> Secret {
    if isatty(STDIN_FILENO) == 1 { return try TerminalPrompt.secret(question) }
    guard let line = readLine() else {
      throw Refused(
        "rollcall: standard input ended before '\(question)'; write each passphrase on a line of its "
          + "own, or run the command on a terminal")
    }
    return Secret(line.utf8)
  }
}
