/// The text of a file in which a key set twice is renamed, so that the rest can still be read.
struct Repeats {
  private(set) var text: String
  private var renamed = 0

  init(_ text: String) {
    self.text = text
  }

  /// Renames the next such key in the same column and says where it stands, or nil if not found.
  mutating func rename(_ key: String, after line: Int, column: Int) -> (line: Int, column: Int)? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line) else { return nil }
    for index in line..<lines.count {
      let scalars = lines[index].unicodeScalars
      let before = scalars.prefix(column - 1)
      // The group of settings is over at the first line that is indented less.
      if let first = lines[index].unicodeScalars.firstIndex(where: { $0 != " " }),
        scalars[first] != "#", scalars.distance(from: scalars.startIndex, to: first) < column - 1
      {
        return nil
      }
      for written in [key, "\"\(key)\"", "'\(key)'"] {
        let rest = Substring(scalars.dropFirst(column - 1))
        guard before.allSatisfy({ $0 == " " }), rest.hasPrefix(written) else { continue }
        let tail = rest.dropFirst(written.count)
        guard tail.drop(while: { $0 == " " }).first == ":" else { continue }
        renamed += 1
        lines[index] = Substring(
          String(Substring(before)) + key + " \(renamed)" + Setting.repeated + tail)
        text = lines.joined(separator: "\n")
        return (index + 1, column)
      }
    }
    return nil
  }
}
