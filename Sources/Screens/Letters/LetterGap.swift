import Attendance

/// A field of a letter that somebody gives, as a form asks for it.
public struct LetterGap: Hashable, Sendable {
  /// What somebody gives.
  public enum Kind: Hashable, Sendable {
    case day
    case time
    case words
    /// Words of which each part between semicolons is a line of its own.
    case list
  }

  /// The name of the field: `meeting_date`.
  public let name: String
  /// What it is called: `the day of the meeting`.
  public let label: String
  /// What is given, and so how it is read.
  public let kind: Kind
  /// Whether the letter cannot be made without it.
  public let isNeeded: Bool

  /// A field of that name.
  public init(_ name: String, label: String, _ kind: Kind, isNeeded: Bool) {
    self.name = name
    self.label = label
    self.kind = kind
    self.isNeeded = isNeeded
  }
}

extension LetterGap {
  /// What was typed, as the letter takes it; a sentence where it cannot be read, nothing for nothing.
  func read(_ typed: String, today: SchoolDate) throws(FieldFault<String>) -> String {
    let text = typed.split(separator: " ").joined(separator: " ")
    if text.isEmpty { return "" }
    switch kind {
    case .words, .list: return text
    case .day:
      guard let phrase = DayPhrase(text, from: today, today: today) else {
        throw FieldFault(name, "'\(text)' is no day; type 3 Dec, thu, +5 or 2026-12-03.")
      }
      return "\(phrase.date)"
    case .time:
      guard let time = TimeOfDay.typed(text) else {
        throw FieldFault(name, "'\(text)' is no time; type 14:00 or 1400.")
      }
      return "\(time)"
    }
  }

  /// The question, with how it is answered and what Enter alone means.
  var question: String {
    let how =
      switch kind {
      case .day: " Like 3 Dec or thu."
      case .time: " Like 14:00."
      case .words: ""
      case .list: " A semicolon begins another line."
      }
    let head = label.prefix(1).uppercased() + label.dropFirst()
    return "\(head)?\(how)" + (isNeeded ? "" : " Enter alone leaves it out.")
  }
}
