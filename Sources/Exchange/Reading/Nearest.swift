/// The right name that a wrong one was most likely meant to be.
public enum Nearest {
  /// The names near the wrong one, nearest first, at most so many; none where none is near.
  public static func names(
    to wrong: String, among names: some Sequence<String>, atMost count: Int
  ) -> [String] {
    let wanted = folded(wrong)
    // Beyond this no name of ours is meant, and measuring would take its time.
    guard wanted.count <= 40 else { return [] }
    let near = names.map { (name: $0, distance: distance(wanted, folded($0))) }
      .filter { $0.distance <= max(1, wanted.count / 3) }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(count).map(\.name)
  }

  /// The nearest of the names, or nil where none is near.
  static func name(to wrong: String, among names: some Sequence<String>) -> String? {
    self.names(to: wrong, among: names, atMost: 1).first
  }

  /// The text, shortened so that a sentence stays a sentence.
  static func clipped(_ text: String) -> String {
    let head = text.prefix(40)
    return head.endIndex == text.endIndex ? text : head + "…"
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") ? 0x5F : $0 }
  }

  /// How many letters must be changed, added or taken away.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in other.indices {
        let changed = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, min(diagonal, row[column]) + 1)
      }
    }
    return row[other.count]
  }
}
