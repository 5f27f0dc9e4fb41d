/// Something the program waits for.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, as it came; its newlines are `\n`.
  case paste(String)
  case resized(Size)
  /// One of the watched descriptors can be read.
  case woken(Int32)
  /// The moment waited for has come, or the machine's clock was set.
  case deadline
  /// The program is back from the shell and the screen must be shown again.
  case resumed
  /// The terminal is gone: keep what there is and leave.
  case hangUp
  /// The machine asks the program to leave.
  case terminate

  /// The keys that type a text, for scripts of a whole visit.
  public static func typing(_ text: String) -> [Event] {
    text.map { .key(Key($0)) }
  }
}
