/// Finds the word somebody meant to write.
enum Spelling {
  /// The known word nearest to the one written, where one is near enough to be meant.
  static func nearest(to written: String, among known: some Sequence<String>) -> String? {
    let word = Array(written.lowercased().utf8.prefix(60))
    let reach = max(1, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(word, Array(candidate.lowercased().utf8))
      if distance <= reach, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// How many letters must be added, dropped, changed or swapped to turn one word into the other.
  static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var twoAgo = [Int](repeating: 0, count: second.count + 1)
    var before = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var now = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(
          before[column] + (letter == other ? 0 : 1), before[column + 1] + 1, now[column] + 1)
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, twoAgo[column - 1] + 1)
        }
        now.append(cost)
      }
      (twoAgo, before) = (before, now)
    }
    return before[second.count]
  }
}
