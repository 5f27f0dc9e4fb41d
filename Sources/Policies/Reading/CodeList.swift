import Attendance

/// Checks codes named in settings against the code sets.
enum CodeList {
  /// What to say of a code that no set has; nil where no set could be read, which is told once.
  static func unknown(_ code: String, _ book: CodeBook) -> String? {
    if book.codes.isEmpty { return nil }
    if let nearest = book.texts.first(where: { $0.lowercased() == code.lowercased() }) {
      return "there is no code '\(code)'; write '\(nearest)'"
    }
    return "there is no code '\(code)' in the code sets; use " + book.texts.joined(separator: " ")
  }
}
