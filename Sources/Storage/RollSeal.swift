import Attendance
import GRDB

/// A line of the change log, as the seal over it reads it.
struct KeptChange {
  static let columns = "id, at, login, name, position, what, before, after"

  let id: Int64
  let at: Int64
  let by: Person
  let what: String
  let before: String
  let after: String

  init(_ row: Row) throws {
    id = try row.value(0)
    at = try row.value(1)
    by = try row.person(2)
    what = try row.value(5)
    before = try row.value(6)
    after = try row.value(7)
  }

  init(
    id: Int64, at: Instant, by person: Person, what: String, before: String, after: String
  ) {
    self.id = id
    self.at = at.seconds
    by = person
    self.what = what
    self.before = before
    self.after = after
  }

  /// When it was made and by whom, as a fault names it.
  var place: String { "the change by \(by.name) at \(Instant(seconds: at))" }
}

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
