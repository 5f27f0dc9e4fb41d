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
      text += "\nMARKED IN, NOT HERE\n" + missing.map { line($0, "  \($0.group)") }.joined()
    }
    var group: String?
    for entry in entries {
      if entry.group != group {
        let count = entries.count { $0.group == entry.group }
        text += "\n\(entry.group)  (\(count))\n"
        group = entry.group
      }
      text += line(entry, "")
    }
    return text
  }

  private func line(_ entry: Entry, _ group: String) -> String {
    let name = DisplayWidth.safe(entry.name + group)
    let gap = String(repeating: " ", count: max(40 - DisplayWidth.of(name), 2))
    return "  [ ] \(name)\(gap)\(entry.known)\n"
  }
}
