internal import CPseudoTerminal
internal import Glibc

/// What the system knows of the program and its terminal.
extension PseudoTerminal {
  /// The number of the running program.
  public var processID: Int32 { process }

  /// A line of what the system knows of the running program, such as `VmRSS`.
  public func status(_ name: String) -> String? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 512)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(upToNul: buffer[...])
      if line.hasPrefix(name + ":") {
        return line.dropFirst(name.count + 1).split(whereSeparator: \.isWhitespace).first
          .map(String.init)
      }
    }
    return nil
  }

  /// Whether the terminal's modes are those a shell expects.
  public var isCooked: Bool { pseudoterminal_is_cooked(master) != 0 }
}
