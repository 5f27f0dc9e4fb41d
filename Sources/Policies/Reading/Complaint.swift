/// What a file is told about one of its lines: a fault, a warning or an assumption.
public struct Complaint: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    case assumption
    case warning
    case fault

    /// Whether the first weighs less; only a fault fails the check.
    public static func < (lighter: Severity, heavier: Severity) -> Bool {
      switch (lighter, heavier) {
      case (.assumption, .warning), (.assumption, .fault), (.warning, .fault): true
      case (.assumption, .assumption), (.warning, _), (.fault, _): false
      }
    }
  }

  /// How much it weighs.
  public let severity: Severity
  /// The file, as it was named to the reader.
  public let file: String
  /// The line, counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// The column, counted from 1 in characters; nil where the whole line is meant.
  public let column: Int?
  /// The line as it stands in the file.
  public let excerpt: String?
  /// What is the matter and what to do about it.
  public let sentence: String
}

extension Complaint: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: sentence`, then the line and a caret under the place.
  public var description: String {
    var text = place + ": " + (severity == .fault ? "" : severity.rawValue + ": ") + sentence
    if let excerpt {
      text += "\n  " + excerpt
      if let column { text += "\n  " + Self.indent(excerpt, to: column) + "^" }
    }
    return text
  }

  /// `FILE:LINE:COLUMN`, as far as it is known.
  public var place: String {
    ([file] + [line, column].compactMap { $0 }.map(String.init)).joined(separator: ":")
  }

  // A tab before the place stays a tab, so that the caret stands under it on every terminal.
  private static func indent(_ excerpt: String, to column: Int) -> String {
    excerpt.unicodeScalars.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
  }
}
