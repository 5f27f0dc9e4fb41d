public import Attendance

/// The admission register as it is printed: a block for each pupil, in alphabetical order.
public struct AdmissionSheet: Sendable {
  /// What is printed of one pupil.
  public struct Entry: Sendable {
    /// The name and the UPN.
    public let heading: String
    /// The lines under it.
    public let lines: [(field: String, value: String)]

    /// A block of these lines.
    public init(heading: String, lines: [(field: String, value: String)]) {
      self.heading = heading
      self.lines = lines
    }
  }

  private let title: String
  private let school: String
  private let date: SchoolDate
  private let printed: Instant
  private let person: String
  private let entries: [Entry]

  /// The register of a school as it stood on the date.
  public init(
    title: String, school: String, on date: SchoolDate, printed: Instant, by person: String,
    _ entries: [Entry]
  ) {
    self.title = title
    self.school = school
    self.date = date
    self.printed = printed
    self.person = person
    self.entries = entries
  }

  private static let width = 80
  /// How far the values stand in.
  private static let margin = 18

  /// The sheet, at most 80 columns wide, each line ended by a line feed.
  public var text: String {
    let count = entries.count == 1 ? "1 pupil" : "\(entries.count) pupils"
    var text = "\(title)  \(DisplayWidth.safe(school))\n"
    text += "As on \(date.inWords), \(count). "
    text += "Printed \(printed.date) \(printed.time) by \(DisplayWidth.safe(person)).\n"
    for entry in entries {
      text += "\n\(DisplayWidth.safe(entry.heading))\n"
      for line in entry.lines { text += Self.block(line.field, line.value) }
    }
    return text
  }

  /// A field with its value, over as many lines as it needs.
  private static func block(_ field: String, _ value: String) -> String {
    let head = "  " + field
    var text = head + String(repeating: " ", count: max(margin - DisplayWidth.of(head), 1))
    var column = max(margin, DisplayWidth.of(head) + 1)
    var isFirst = true
    for word in DisplayWidth.safe(value).split(separator: " ") {
      let wide = DisplayWidth.of(String(word))
      if !isFirst, column + 1 + wide > width {
        text += "\n" + String(repeating: " ", count: margin)
        column = margin
        isFirst = true
      }
      text += (isFirst ? "" : " ") + word
      column += (isFirst ? 0 : 1) + wide
      isFirst = false
    }
    return text + "\n"
  }
}
