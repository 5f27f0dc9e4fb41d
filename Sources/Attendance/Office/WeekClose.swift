/// What a week still leaves open, section by section, to be brought to zero and signed off (U37).
public struct WeekClose: Hashable, Sendable {
  /// What may be left open.
  public enum Section: String, CaseIterable, Hashable, Sendable {
    case untaken = "Registers never taken"
    case blanks = "Blanks"
    case contradictions = "Contradictions"
    case settle = "N to settle"
    case unconfirmed = "B K V D unconfirmed"
    case timetables = "Timetables ended"
    case suspensions = "E without dates"
    case groups = "In no group, or two"
  }

  /// One thing that is open.
  public struct Row: Hashable, Sendable {
    /// The section it stands in.
    public let section: Section
    /// Whom it is about, or nil for a register.
    public let pupil: Pupil.ID?
    /// The register it is settled in, or nil.
    public let register: RegisterKey?
    /// The pupil or the register by name.
    public let name: String
    /// What is open, in words.
    public let words: String

    /// A row of that section.
    public init(
      _ section: Section, _ pupil: Pupil.ID? = nil, _ register: RegisterKey? = nil, name: String,
      words: String
    ) {
      self.section = section
      self.pupil = pupil
      self.register = register
      self.name = name
      self.words = words
    }
  }

  /// The Monday of the week.
  public let monday: SchoolDate
  /// Everything that is open, in the order of the sections.
  public let rows: [Row]
  /// The line that signs it off, or nil.
  public let signedOff: DayLine?

  /// The week of that Monday with what is open.
  public init(of monday: SchoolDate, rows: [Row], signedOff: DayLine? = nil) {
    self.monday = monday
    self.rows = Section.allCases.flatMap { section in rows.filter { $0.section == section } }
    self.signedOff = signedOff
  }

  /// How many rows a section has.
  public func count(_ section: Section) -> Int { rows.count { $0.section == section } }

  /// What is left, in words: `2 registers never taken, 3 blanks`; or that nothing is.
  public var summary: String {
    let counts = Section.allCases.compactMap { section -> String? in
      let count = count(section)
      return count == 0 ? nil : "\(section.rawValue) \(count)"
    }
    return counts.isEmpty ? "nothing is left open" : counts.joined(separator: ", ")
  }

  /// The act that signs the week off: at zero, or with words for what is left.
  public func signOff(
    saying words: String = "", by person: Person, now: Instant
  ) throws(Refusal) -> Act {
    if let signedOff { throw .weekSignedOff(by: signedOff.by.name, at: signedOff.at) }
    if !rows.isEmpty, words.isEmpty { throw .weekLeftOpen(summary) }
    return Act(
      kind: .logged, by: person, at: now,
      lines: [ProposedLine(pupil: nil, date: monday, matter: .week, words: words)])
  }
}
