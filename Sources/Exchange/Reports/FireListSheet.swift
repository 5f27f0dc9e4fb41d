public import Attendance

/// The fire list as it is printed: form by form, a box to tick for everybody, and how it is known.
///
/// It says at what time its facts stood, since it may be read when no computer can be.
public struct FireListSheet: Sendable {
  /// One person to be found.
  public struct Entry: Hashable, Sendable {
    /// The group in which they stand.
    public let group: String
    /// The name, with what tells look-alikes apart.
    public let name: String
    /// How it is known that they may be in the building.
    public let known: String

    /// A person of that group.
    public init(group: String, name: String, known: String) {
      self.group = group
      self.name = name
      self.known = known
    }
  }

  private let school: String
  private let moment: Instant
  private let entries: [Entry]
  private let missing: [Entry]

  /// The list of a school as its facts stood at a moment; the missing are those marked in and not
  /// found.
  public init(school: String, at moment: Instant, _ entries: [Entry], missing: [Entry]) {
    self.school = school
    self.moment = moment
    self.entries = entries
    self.missing = missing
  }

  /// The sheet, at most 80 columns wide, each line ended by a line feed.
  public var text: String {
    var text = "FIRE LIST  \(school)\n"
    text += "As known \(moment.date.inWords), \(moment.time).  \(entries.count) to be found"
    text += missing.isEmpty ? ".\n" : ", and \(missing.count) MARKED IN, NOT HERE.\n"
    if !missing.isEmpty {
      text += "\nMARKED IN, NOT HERE\n"
      for entry in missing { add(entry, "  \(entry.group)", to: &text) }
    }
    // It is written anew at every act of a morning: each group is counted once, and each line put
    // straight into the text.
    let counts = Dictionary(entries.map { ($0.group, 1) }, uniquingKeysWith: +)
    text.reserveCapacity(text.utf8.count + entries.count * 64)
    var group: String?
    for entry in entries {
      if entry.group != group {
        text += "\n\(entry.group)  (\(counts[entry.group] ?? 0))\n"
        group = entry.group
      }
      add(entry, "", to: &text)
    }
    return text
  }

  private func add(_ entry: Entry, _ group: String, to text: inout String) {
    let name = DisplayWidth.safe(group.isEmpty ? entry.name : entry.name + group)
    text += "  [ ] "
    text += name
    text += Self.gaps[max(Self.gaps.count - 1 - DisplayWidth.of(name), 2)]
    text += entry.known
    text += "\n"
  }

  /// The blanks after a name, by their number: up to as many as a name has columns.
  private static let gaps = (0...40).map { String(repeating: " ", count: $0) }
}
