public import Attendance

/// Everybody whom a rule flags, as far as the person may see: one row a pupil.
public struct FlagBoard: Hashable, Sendable {
  /// One rule that flags a pupil.
  public struct Flag: Hashable, Sendable {
    /// The rule's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Whether it did not flag the pupil when the person last looked, or on the school day before.
    public let isNew: Bool

    /// A flag of that rule.
    public init(id: String, name: String, isNew: Bool = false) {
      self.id = id
      self.name = name
      self.isNew = isNew
    }
  }

  /// A flagged pupil.
  public struct Row: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// What tells the pupil apart from others on roll of nearly the same name, or nil.
    public let lookAlike: LookAlike?
    /// The form.
    public let form: String
    /// The counts of the school year so far.
    public let tally: Tally
    /// The rules that flag, in the order of the policy; a rule once, however often it is met.
    public let flags: [Flag]
    /// How the pupil is followed up.
    public let work: FlagFollowUp
    /// What a filter finds the pupil by.
    let words: FilterWords

    /// A flagged pupil's row.
    public init(
      _ pupil: Pupil, lookAlike: LookAlike? = nil, form: String, year: YearGroup, tally: Tally,
      flags: [Flag], work: FlagFollowUp = FlagFollowUp(), characteristics: [String] = []
    ) {
      self.pupil = pupil
      self.lookAlike = lookAlike
      self.form = form
      self.tally = tally
      self.flags = flags
      self.work = work
      words = FilterWords(
        name: pupil.name, form: form, year: year,
        terms: flags.flatMap { [$0.name, $0.id] } + work.terms,
        characteristics)
    }

    /// Whether a flag is new since the person last looked, or since the school day before.
    public var isNew: Bool { flags.contains(where: \.isNew) }
  }

  /// Up to which day the marks are counted.
  public let date: SchoolDate
  /// The day with which this one is compared, or nil where there is none: that of the person's last
  /// visit, or the school day before on a first one.
  public let before: SchoolDate?
  /// Whether that is the day of the person's last visit.
  public let isVisit: Bool
  /// The flagged pupils, in the order of a register.
  public let rows: [Row]
  /// How many pupils were looked at.
  public let lookedAt: Int
  /// How many rules there are.
  public let rules: Int
  /// The file in which the rules are written, without its folder.
  public let file: String

  /// The flagged pupils as of the date.
  public init(
    on date: SchoolDate, before: SchoolDate?, isVisit: Bool = false, rows: [Row], lookedAt: Int,
    rules: Int, file: String
  ) {
    self.date = date
    self.before = before
    self.isVisit = isVisit
    self.rows = rows
    self.lookedAt = lookedAt
    self.rules = rules
    self.file = file
  }

  /// How many pupils have a flag that is new.
  var fresh: Int { rows.count(where: \.isNew) }

  /// How many are left for later, whom the list leaves out until they are asked for.
  var left: Int { rows.count { $0.work.left != nil } }

  /// How many have something due, today or since before.
  var due: Int { rows.count { $0.work.left == nil && $0.work.due.map { $0 <= date } ?? false } }

  /// The counts in words, longest first: `42 pupils flagged, 5 new since Thu 19 Nov`.
  var counts: [String] {
    let flagged = "\(rows.count.of("pupil")) flagged"
    guard let before else { return [flagged, "\(rows.count)"] }
    let since = "\(before.weekday.short) \(before.short)"
    let waiting = due > 0 ? ", \(due) due" : ""
    return [
      "\(flagged), \(fresh) new since \(isVisit ? "you looked " : "")\(since)\(waiting)",
      "\(flagged), \(fresh) new since \(since)\(waiting)",
      "\(flagged), \(fresh) new since \(since)", "\(rows.count) flagged, \(fresh) new",
      "\(rows.count), \(fresh) new",
    ]
  }
}
