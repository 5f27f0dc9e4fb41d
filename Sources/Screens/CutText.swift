import Terminal

/// Texts that have less room than they need.
extension String {
  /// As much of it as fits; where something is left out, three stops say so.
  ///
  /// In a few columns, which those would fill, one stop stands for what is missing. A word with a
  /// figure in it is left out whole: `50` cut to `5` would be another figure, and `C1` another code.
  func cut(to columns: Int) -> String {
    let mark = columns >= 8 ? "..." : "."
    let cut = clipped(to: columns, mark: mark)
    guard columns > 0, cut != self else { return cut }
    let kept = cut.dropLast(mark.count)
    let rest = dropFirst(kept.count)
    guard let next = rest.first, next != " " else { return cut }
    let word = kept.suffix(while: { $0 != " " })
    guard (word + rest.prefix { $0 != " " }).contains(where: \.isNumber) else { return cut }
    let whole = kept.dropLast(word.count)
    // A long name with a number in it is still known by its beginning.
    if whole.isEmpty, word.first?.isLetter ?? false, !next.isNumber, !(word.last?.isNumber ?? false)
    {
      return cut
    }
    return String(whole) + mark
  }

  /// Its words in lines of at most so many columns; a longer word, as a path, goes over several.
  ///
  /// A short figure stays with the word after it, so that no digit to press stands apart from what it
  /// chooses; so do the parts of a telephone number.
  func wrapped(to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in boundWords(in: columns) {
      let joined = line.isEmpty ? word : line + " " + word
      if joined.columns <= columns {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while line.columns > columns {
        // A letter wider than the line goes on one of its own.
        let part = line.clipped(to: columns)
        lines.append(part.isEmpty ? String(line.prefix(1)) : part)
        line.removeFirst(max(part.count, 1))
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Its words, those that belong together as one wherever a line can hold them.
  private func boundWords(in columns: Int) -> [String] {
    var words: [String] = []
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let before = words.last ?? ""
      let isFigure =
        before.last?.isNumber ?? false && before.allSatisfy { $0.isNumber || $0 == "+" }
      let belongs = before.count <= 2 || (word.first?.isNumber ?? false)
      if isFigure, belongs, !word.isEmpty, before.columns + 1 + String(word).columns <= columns {
        words[words.count - 1] = before + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Its words in at most so many lines; where they do not suffice, the last one says so.
  func wrapped(to columns: Int, lines most: Int) -> [String] {
    let lines = wrapped(to: columns)
    guard most > 0, lines.count > most else { return most > 0 ? lines : [] }
    let last = lines[(most - 1)...].joined(separator: " ")
    return lines[..<(most - 1)] + [last.cut(to: columns)]
  }
}

extension Substring {
  /// Its last letters, for as long as each is of that kind.
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
