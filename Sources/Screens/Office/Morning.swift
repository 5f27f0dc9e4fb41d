public import Attendance

/// The office's morning on one screen: what waits for somebody, section by section.
public struct Morning: Hashable, Sendable {
  /// The sections, in the order in which they stand.
  public enum Section: String, CaseIterable, Hashable, Sendable {
    case notHere = "Marked in, not here"
    case whereabouts = "Whereabouts unknown"
    case registers = "Registers not taken"
    case unexplained = "Unexplained absences"
    case messages = "Messages"
    case offSite = "Off-site to confirm"
    case leave = "Leave to decide"
    case overdue = "N to settle"
    case notBack = "Not back from leave"
    case back = "Expected back today"
    case ended = "Timetables ended"
  }

  /// What a row stands for, the same from one reading to the next.
  public enum RowID: Hashable, Sendable {
    case register(RegisterKey)
    case pupil(Section, Pupil.ID, Session?)
    case line(DayLine.ID)
    case place(String)
    case leave(DayLine.ID)
  }

  /// One thing that waits.
  public struct Row: Hashable, Sendable {
    /// What it stands for.
    public let id: RowID
    /// The section it stands in.
    public let section: Section
    /// The register or the pupil by name.
    public let name: String
    /// The group, or empty.
    public let group: String
    /// What is known, in words.
    public let words: String
    /// The same in fewer words, longest first, for where the whole has no room.
    public let shorter: [String]
    /// What can be done about it where no key of this screen does it, in a few words, or empty.
    public let hint: String

    /// A row of that section.
    public init(
      id: RowID, section: Section, name: String, group: String, words: String,
      shorter: [String] = [], hint: String = ""
    ) {
      self.id = id
      self.section = section
      self.name = name
      self.group = group
      self.words = words
      self.shorter = shorter
      self.hint = hint
    }
  }

  /// The day.
  public let date: SchoolDate
  /// Everything that waits, in order.
  public let rows: [Row]
  /// The times at which registers open and close, when it is worked out afresh.
  public let boundaries: [TimeOfDay]

  /// The morning of a day.
  public init(date: SchoolDate, rows: [Row], boundaries: [TimeOfDay] = []) {
    self.date = date
    self.rows = rows
    self.boundaries = boundaries
  }

  /// How many rows a section has.
  public func count(_ section: Section) -> Int { rows.count { $0.section == section } }
}
