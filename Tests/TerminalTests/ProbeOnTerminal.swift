import TerminalTesting

/// The probe on a terminal of its own.
extension PseudoTerminal {
  /// Starts the probe and waits until it is seen.
  static func probe(
    _ arguments: [String] = [], size: (rows: Int, columns: Int) = (24, 80),
    terminal: String? = "xterm-256color", environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let probe = try PseudoTerminal(
      "TerminalProbe", arguments, size: size, terminal: terminal, environment: environment)
    if size.rows > 3, size.columns > 15 {
      guard probe.waitForPicture(events: 0) else { throw Unseen(screen: probe.text) }
    }
    return probe
  }

  struct Unseen: Error {
    let screen: String
  }

  /// Waits until the picture after so many events is there, cursor and all.
  func waitForPicture(events: Int) -> Bool {
    wait { $0.lines.last?.hasSuffix(" events \(events)") == true && $0.cursor.row == 3 }
  }

  /// The last event the probe heard, in words.
  var last: String { String(lines[2].dropFirst("last: ".count)) }
}
