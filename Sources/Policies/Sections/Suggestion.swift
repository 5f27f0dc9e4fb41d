import Attendance

/// A code that certain words of a parent point to; a person always chooses.
public struct Suggestion: Hashable, Sendable {
  /// The code.
  public let code: String
  /// The words that point to it, each a word or a phrase.
  public let words: [String]

  init(_ section: Section) {
    code = section.text("code")
    words = section.texts("words")
    if words.isEmpty, let value = section.required("words") {
      section.complaints.fault(value, "'words' must name a word that parents say")
    }
    section.finish()
  }

  /// The first of its words that the text holds as a whole word, or nil.
  func word(in text: String) -> String? {
    let spoken = " " + Self.plain(text) + " "
    return words.first { word in
      let plain = Self.plain(word)
      return !plain.isEmpty && spoken.contains(" " + plain + " ")
    }
  }

  /// Folded word by word, so that `Dentist's` is heard as `dentist` and `poorly,` as `poorly`.
  private static func plain(_ text: String) -> String {
    text.replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map { word in FoldedName(String(word.hasSuffix("'s") ? word.dropLast(2) : word)).text }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Reporting {
  /// The codes that the words point to, each with the word that does, in the order of the policy.
  public func suggestions(for words: String) -> [(code: String, word: String)] {
    suggests.compactMap { suggestion in
      suggestion.word(in: words).map { (suggestion.code, $0) }
    }
  }

  /// Complains of a word that points to two codes.
  static func checkWords(_ sections: [Section]) {
    var seen: [String: String] = [:]
    for section in sections {
      guard let code = section.setting["code"]?.text, let words = section.setting["words"]?.items
      else { continue }
      for item in words {
        guard let word = item.text?.lowercased() else { continue }
        if let other = seen[word], !section.complaints.isFull {
          section.complaints.fault(
            item, "'\(word)' suggests \(other) already; keep it in one place")
        }
        seen[word] = code
      }
    }
  }
}
