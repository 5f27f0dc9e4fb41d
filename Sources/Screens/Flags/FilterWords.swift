import Attendance

/// The words by which a filter finds a flagged pupil, folded as names are.
///
/// Made once for a row, so that typing compares and folds nothing but what was typed.
struct FilterWords: Hashable, Sendable {
  /// The words of which the beginning is enough.
  private let words: [String]
  /// The year, of which only the whole will do: `y1` is not Year 11.
  private let year: String

  init(
    name: PupilName, form: String, year: YearGroup, terms: [String], _ characteristics: [String]
  ) {
    let texts = [name.surname, name.forename, name.preferred, form] + terms + characteristics
    words = Array(
      Set(texts.flatMap { [$0] + Self.parts(of: $0) }.map { FoldedName($0).text })
    )
    .filter { !$0.isEmpty }.sorted()
    self.year = Self.year(year)
  }

  /// Whether every word that was typed is one of these, or the beginning of one.
  func hold(_ typed: [String]) -> Bool {
    typed.allSatisfy { wanted in
      wanted == year || words.contains { $0.utf8.starts(with: wanted.utf8) }
    }
  }

  /// The words of what was typed; `Year 8` and `y 8` are one word.
  static func typed(_ text: String) -> [String] {
    var words: [String] = []
    for part in parts(of: text).map({ FoldedName($0).text }) where !part.isEmpty {
      if let last = words.last, last == "year" || last == "y", Int(part) != nil {
        words[words.count - 1] = "y" + part
      } else {
        words.append(part)
      }
    }
    // Whoever is about to type the number of a year has not asked for anything yet.
    return words.last == "year" ? words.dropLast() : words
  }

  private static func year(_ year: YearGroup) -> String {
    Int(year.description).map { "y\($0)" } ?? FoldedName(year.name).text
  }

  private static func parts(of text: String) -> [String] {
    text.split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "," || $0 == "/" }.map(String.init)
  }
}
