/// Why no screen can be opened, so that the program goes on line by line instead.
public enum TerminalRefusal: Error, Hashable, Sendable {
  case notATerminal
  /// The name in `TERM`, perhaps empty.
  case unknownTerminal(String)
  case cannotMoveCursor(String)
  case alreadyOpen
}

extension TerminalRefusal: CustomStringConvertible {
  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .notATerminal: "no screen here: input or output is not a terminal"
    case .unknownTerminal(""): "no screen here: TERM is not set"
    case .unknownTerminal(let name):
      "no screen here: this machine does not know the terminal '\(name)'; "
        + "TERM=xterm-256color suits most"
    case .cannotMoveCursor(let name):
      "no screen here: the terminal '\(name)' cannot move its cursor"
    case .alreadyOpen: "the screen is already open"
    }
  }
}
