/// One pair of braces in a letter, with its place.
struct LetterTag: Hashable, Sendable {
  /// What the braces hold.
  enum Kind: Hashable, Sendable {
    /// `{{field}}`: its text.
    case text
    /// `{{#field}}`: what follows counts only where the field is known.
    case whereKnown
    /// `{{^field}}`: what follows counts only where it is not.
    case whereUnknown
    /// `{{/field}}`: the end of such a part.
    case end
  }

  let kind: Kind
  let field: LetterField
  let line: Int
  let column: Int
}

extension LetterTag {
  /// Every pair of braces in the text, with a complaint for each that cannot be meant.
  ///
  /// The template language could do more; a school's letters need no more, and what is not
  /// understood is told instead of printed.
  static func all(in text: String, _ faults: inout FaultList) -> [LetterTag] {
    var tags: [LetterTag] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line
      while let opening = rest.firstRange(of: "{{") {
        let column = line.distance(from: line.startIndex, to: opening.lowerBound) + 1
        rest = rest[opening.upperBound...]
        guard let closing = rest.firstRange(of: "}}") else {
          faults.add(
            line: index + 1, column: column, "these braces are not closed on their line; write }}")
          break
        }
        let inner = rest[..<closing.lowerBound]
        rest = rest[closing.upperBound...]
        if inner.first == "!" { continue }
        if let tag = tag(inner, line: index + 1, column: column, &faults) { tags.append(tag) }
      }
    }
    checkEnds(tags, &faults)
    return tags
  }

  private static func tag(
    _ inner: Substring, line: Int, column: Int, _ faults: inout FaultList
  ) -> LetterTag? {
    var name = inner
    let kind: Kind
    switch inner.first {
    case "#": kind = .whereKnown
    case "^": kind = .whereUnknown
    case "/": kind = .end
    default: kind = .text
    }
    if kind != .text { name = name.dropFirst() }
    let written = String(name.drop { $0 == " " }.prefix { $0 != " " })
    guard let field = LetterField(rawValue: written) else {
      faults.add(line: line, column: column, unknown(written))
      return nil
    }
    if kind == .text, field.isFlag {
      faults.add(
        line: line, column: column,
        "'\(written)' is yes or no; write {{#\(written)}} words {{/\(written)}}")
      return nil
    }
    return LetterTag(kind: kind, field: field, line: line, column: column)
  }

  private static func unknown(_ written: String) -> String {
    let names = LetterField.allCases.map(\.rawValue)
    let remedy =
      Nearest.name(to: written, among: names).map { "did you mean '\($0)'?" }
      ?? "there are " + names.joined(separator: ", ")
    return "no letter has a field '\(Nearest.clipped(written))'; \(remedy)"
  }

  /// Every part has an end, and parts lie whole in one another.
  private static func checkEnds(_ tags: [LetterTag], _ faults: inout FaultList) {
    var open: [LetterTag] = []
    for tag in tags {
      switch tag.kind {
      case .text: break
      case .whereKnown, .whereUnknown: open.append(tag)
      case .end:
        guard open.last?.field == tag.field else {
          faults.add(
            line: tag.line, column: tag.column,
            open.last.map {
              "the part of '\($0.field.rawValue)', begun in line \($0.line), must end first"
            } ?? "no part of '\(tag.field.rawValue)' has begun; take this end out")
          return
        }
        open.removeLast()
      }
    }
    if let first = open.first {
      faults.add(
        line: first.line, column: first.column,
        "this part has no end; write {{/\(first.field.rawValue)}} where it ends")
    }
  }
}
