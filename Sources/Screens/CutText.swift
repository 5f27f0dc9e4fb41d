import Terminal

/// Texts that have less room than they need.
extension String {
  /// As much of it as fits; where something is left out, three stops say so.
  ///
  /// In a few columns, which those would fill, one stop stands for what is missing.
  func cut(to columns: Int) -> String { clipped(to: columns, mark: columns >= 8 ? "..." : ".") }

  /// Its words in lines of at most so many columns; a longer word, as a path, goes over several.
  func wrapped(to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let joined = line.isEmpty ? String(word) : line + " " + word
      if joined.columns <= columns {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = String(word)
      while line.columns > columns {
        // A letter wider than the line goes on one of its own.
        let part = line.clipped(to: columns)
        lines.append(part.isEmpty ? String(line.prefix(1)) : part)
        line.removeFirst(max(part.count, 1))
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Its words in at most so many lines; where they do not suffice, the last one says so.
  func wrapped(to columns: Int, lines most: Int) -> [String] {
    let lines = wrapped(to: columns)
    guard most > 0, lines.count > most else { return most > 0 ? lines : [] }
    let last = lines[(most - 1)...].joined(separator: " ")
    return lines[..<(most - 1)] + [last.cut(to: columns)]
  }
}
