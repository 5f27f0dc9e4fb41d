/// The seal of a change to the roll: over the change log since the seal before it, and over the
/// parts as they stood then.
///
/// It is a line of the change log itself, the last of each change, and holds the seal before it in
/// place of what was known before.
struct RollSeal {
  /// What the line is called in the change log.
  static let word = "seal of the roll"

  /// The digest of every part.
  let digests: [RollPart: Seal]
  /// The parts that were no longer as the seal before had left them.
  let altered: [RollPart]

  init(digests: [RollPart: Seal], altered: [RollPart]) {
    self.digests = digests
    self.altered = altered
  }

  /// The digests as the log writes them.
  var text: String {
    (digests.sorted { $0.key < $1.key }.map { "\($0.key.rawValue):\($0.value.hex)" }
      + altered.sorted().map { "altered:\($0.rawValue)" }).joined(separator: " ")
  }

  /// The digests and the seal that a line of the log holds, or nil where it cannot be read.
  static func read(_ line: String) -> (content: RollSeal, text: String, seal: Seal)? {
    let words = line.split(separator: " ")
    guard let last = words.last, last.hasPrefix(sealWord), let seal = Seal(hex: last.dropFirst(5))
    else { return nil }
    var digests: [RollPart: Seal] = [:]
    var altered: [RollPart] = []
    for word in words.dropLast() {
      let parts = word.split(separator: ":")
      guard parts.count == 2 else { return nil }
      if let part = RollPart(rawValue: String(parts[0])), let digest = Seal(hex: parts[1]) {
        digests[part] = digest
      } else if parts[0] == "altered", let part = RollPart(rawValue: String(parts[1])) {
        altered.append(part)
      } else {
        return nil
      }
    }
    let text = words.dropLast().joined(separator: " ")
    return (RollSeal(digests: digests, altered: altered), text, seal)
  }

  /// The line of the log, with the seal at its end.
  func line(_ seal: Seal) -> String { "\(text) \(Self.sealWord)\(seal.hex)" }

  private static let sealWord = "seal:"
}
