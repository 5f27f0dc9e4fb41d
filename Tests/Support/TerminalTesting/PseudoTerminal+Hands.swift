internal import CPseudoTerminal
internal import Glibc

/// What a person and the machine do to the program.
extension PseudoTerminal {
  /// Sends keys as a keyboard would.
  public func type(_ keys: String) { type(bytes: Array(keys.utf8)) }

  /// Sends bytes as a keyboard would.
  public func type(bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty, master >= 0 {
      let count = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EAGAIN || !pump(seconds: Self.patience, wantsToWrite: true) {
        return
      }
    }
  }

  /// Changes the size of the window.
  public func resize(rows: Int, columns: Int) {
    emulator.resize(rows: rows, columns: columns)
    pseudoterminal_resize(master, Int32(rows), Int32(columns))
  }

  /// Shows bytes that the program did not send, as another program on the same terminal would.
  public func scribble(_ text: String) { _ = emulator.show(Array(text.utf8)[...]) }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Sends a signal to the program that a shell has put in the foreground.
  public func signalForeground(_ number: Int32) { kill(-tcgetpgrp(master), number) }

  /// Closes the window.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }
}
