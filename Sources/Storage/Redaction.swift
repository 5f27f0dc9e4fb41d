public import Attendance
import GRDB

/// How the redaction of a note stands in the change log: who and when, never the text.
enum Redaction {
  static let word = "redacted"
  static let noNote = StoreFault.refused("the entry has no note")
  static let noWords = StoreFault.refused("the line has no words")

  static let line = "words of line "
  static let entry = "note of entry "

  static func subject(ofLine line: Int64) -> String { Self.line + "\(line)" }

  static func subject(of entry: Int64) -> String { Self.entry + "\(entry)" }

  /// Why it was redacted, in a line of its own; it tells of a sensitive note what the note told, and
  /// names its nature.
  static func why(_ subject: String, _ nature: DayLine.Nature, _ reason: String) -> String {
    let whose = nature == .ordinary ? "" : " (\(nature.rawValue))"
    return "\(subject) \(word)\(whose): \(reason)"
  }

  /// What such a line of the change log says; nil where it is another.
  static func reason(in what: String) -> (nature: DayLine.Nature, text: String)? {
    guard let head = [line, entry].first(where: what.hasPrefix) else { return nil }
    let rest = what.dropFirst(head.count).drop(while: \.isNumber)
    for nature in DayLine.Nature.allCases {
      let start = why("", nature, "")
      if rest.hasPrefix(start) { return (nature, String(rest.dropFirst(start.count))) }
    }
    return nil
  }

  static func isLogged(_ db: Database, _ entry: Int64) throws -> Bool {
    try isLogged(db, subject(of: entry))
  }

  static func isLogged(_ db: Database, _ subject: String) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE what = ? AND after = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [subject, word]) ?? false
  }
}

extension LogLine {
  /// Why the line before this one took words out, and who may read it: whoever could read those
  /// words; nil where the line is about something else.
  public var redactionReason: (nature: DayLine.Nature, text: String)? { Redaction.reason(in: what) }
}
