/// The names of a line with commas, where a comma may also stand within a name: `8B, Okoro, Ada`.
public struct NamesInLine: Hashable, Sendable {
  /// Each name, in the order of the line.
  public let names: [String]

  /// The names of the line; `answers` says whether a text names a form or a pupil by itself.
  ///
  /// Two parts are one name only where both together answer and not each by itself.
  public init(_ line: String, answers: (String) -> Bool) {
    let parts = line.split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    var names: [String] = []
    var place = 0
    while place < parts.count {
      let part = parts[place]
      let next = place + 1 < parts.count ? parts[place + 1] : nil
      if let next, !(answers(part) && answers(next)), answers("\(part), \(next)") {
        names.append("\(part), \(next)")
        place += 2
      } else {
        names.append(part)
        place += 1
      }
    }
    self.names = names
  }
}
