import ArgumentParser
import Synchronization

/// How a value that could not be read would have been written: `as 2026-11-20`.
///
/// The argument parser says which value it could not read, and has no place for how it is written.
enum ArgumentForm {
  private static let missed = Mutex<String?>(nil)

  /// The value, or nil where there is none; the example is kept for the sentence that refuses it.
  static func read<Value>(_ value: Value?, as example: String) -> Value? {
    missed.withLock { $0 = value == nil ? example : nil }
    return value
  }

  /// The message of a fault of the command line, with the form of the value that could not be read.
  static func message(_ text: String) -> String {
    guard let example = missed.withLock({ $0 }), text.contains("is invalid for '"),
      let end = text.firstIndex(of: "\n")
    else { return text }
    return text[..<end] + "; write it as \(example)" + text[end...]
  }
}
