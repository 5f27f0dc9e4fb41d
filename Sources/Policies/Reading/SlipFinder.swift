/// Finds the slip behind a fault of form: the parser stumbles where a slip ends, not where it began.
struct SlipFinder {
  static let openQuote = "this quotation mark is never closed; close it"

  let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The slip in or before that line, with its place, where it is a common one.
  func slip(before line: Int) -> (line: Int, column: Int, sentence: String)? {
    for number in lines.indices.prefix(line) {
      if let (column, sentence) = slip(in: Array(lines[number].unicodeScalars)) {
        return (number + 1, column, sentence)
      }
      if let slip = openBracket(in: number) { return slip }
    }
    return nil
  }

  private func slip(in line: [Unicode.Scalar]) -> (column: Int, sentence: String)? {
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    if let tab = indent.firstIndex(of: "\t"), indent.count < line.count, line[indent.count] != "#" {
      return (tab + 1, "a tab indents this line; use spaces")
    }
    guard let start = valueStart(line), line[start] == "\"" || line[start] == "'" else {
      return nil
    }
    guard let end = closing(line, from: start) else {
      return (start + 1, Self.openQuote)
    }
    let rest = line[(end + 1)...].drop { $0 == " " }
    let mayFollow: Set<Unicode.Scalar> = ["#", ":", ",", "]", "}"]
    guard let next = rest.first, !mayFollow.contains(next) else { return nil }
    return (rest.startIndex + 1, "text goes on after a quotation mark; put all of it in quotes")
  }

  /// Where the value of `- value`, `setting: value` or `- setting: value` begins.
  func valueStart(_ line: [Unicode.Scalar]) -> Int? {
    var start = line.firstIndex { $0 != " " && $0 != "-" } ?? line.count
    guard start < line.count, line[start] != "#" else { return nil }
    if line[start] != "\"", line[start] != "'" {
      guard
        let colon = line.indices.dropFirst(start).first(where: {
          line[$0] == ":" && $0 + 1 < line.count && line[$0 + 1] == " "
        })
      else { return nil }
      start = line.indices.dropFirst(colon + 1).first { line[$0] != " " } ?? line.count
    }
    return start < line.count ? start : nil
  }

  func closing(_ line: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start + 1
    while index < line.count {
      if line[start] == "\"", line[index] == "\\" {
        index += 1
      } else if line[index] == line[start] {
        return index
      }
      index += 1
    }
    return nil
  }
}
