/// One thing that a typed line asks for, in the grammar of line mode.
enum LineStep: Hashable {
  /// Say these rows, counted from 1, without marking them.
  case look([Int])
  /// Mark these rows, counted from 1, or the row of the prompt where there are none.
  case mark([Int], code: String, reason: String)
  /// Words that mean nothing.
  case unclear(String)

  /// The steps of a line, parted by commas: `5 N, 11 L`; `2,3,4 N`; `5 I because ill, at home`.
  ///
  /// Numbers alone wait for the code that follows them. After `because` a comma parts nothing until
  /// another row's number.
  static func steps(in line: String) -> [LineStep] {
    var steps: [LineStep] = []
    var waiting: [Int] = []
    for part in line.split(separator: ",", omittingEmptySubsequences: true) {
      let words = part.split(separator: " ")
      guard let first = words.first else { continue }
      if case .mark(let rows, let code, let reason)? = steps.last, !reason.isEmpty, waiting.isEmpty,
        Int(first) == nil
      {
        let more = words.joined(separator: " ")
        steps[steps.count - 1] = .mark(rows, code: code, reason: reason + ", " + more)
      } else if words.count == 1, let number = Int(first) {
        waiting.append(number)
      } else {
        steps.append(step(of: words, after: waiting))
        waiting = []
      }
    }
    return waiting.isEmpty ? steps : steps + [.look(waiting)]
  }

  private static func step(of words: [Substring], after waiting: [Int]) -> LineStep {
    let parts = words.split(maxSplits: 1) { $0.lowercased() == "because" }
    guard var marking = parts.first, marking.startIndex == words.startIndex else {
      return .unclear(words.joined(separator: " "))
    }
    var rows = waiting
    if let number = marking.first.flatMap({ Int($0) }) {
      rows.append(number)
      marking.removeFirst()
    }
    guard marking.count == 1, let code = marking.first else {
      return .unclear(words.joined(separator: " "))
    }
    let reason = parts.count > 1 ? parts[1].joined(separator: " ") : ""
    return .mark(rows, code: String(code), reason: reason)
  }
}
