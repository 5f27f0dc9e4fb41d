public import Attendance

/// A page for the parent meeting: what was missed, what it means, what may still be missed.
///
/// Plain words for one family: no code, no other child, and the figures of list, page and letter
/// (U43).
public struct ParentPage: Hashable, Sendable {
  /// How a school year went, or went up to a day.
  public struct Year: Hashable, Sendable {
    /// Its counts.
    public let tally: Tally
    /// The first day counted.
    public let from: SchoolDate
    /// The last day counted.
    public let through: SchoolDate

    /// Those counts of those days.
    public init(_ tally: Tally, from: SchoolDate, through: SchoolDate) {
      self.tally = tally
      self.from = from
      self.through = through
    }
  }

  /// How often the pupil was late, and how long.
  public struct Lateness: Hashable, Sendable {
    /// How often.
    public let times: Int
    /// The minutes of those times at which they were written down.
    public let minutes: Int
    /// At how many they were not.
    public let unknown: Int

    /// So often, with these minutes; a time without minutes has nil.
    public init(_ minutes: [Int?]) {
      times = minutes.count
      self.minutes = minutes.reduce(0) { $0 + ($1 ?? 0) }
      unknown = minutes.count { $0 == nil }
    }
  }

  /// The pupil.
  public let pupil: Pupil
  /// The form.
  public let form: String
  /// The school's name.
  public let school: String
  /// The year so far.
  public let now: Year
  /// The year before, up to the same day; nil where no marks of it are kept.
  public let before: Year?
  /// How much of the absence is an agreed part-time timetable.
  public let partTime: Int
  /// For how many missed sessions no reason is known yet.
  public let unexplained: Int
  /// What may still be missed before each line.
  public let forecast: Forecast
  /// How often the pupil was late this year.
  public let lateness: Lateness
  /// What was agreed; nothing where nothing was.
  public var agreed: [String]
  /// The attendance the school aims at, where it names one.
  public let target: Percentage?

  /// The page of the pupil.
  public init(
    of pupil: Pupil, form: String, school: String, now: Year, before: Year?, partTime: Int,
    unexplained: Int, forecast: Forecast, lateness: Lateness, agreed: [String] = [],
    target: Percentage? = nil
  ) {
    self.pupil = pupil
    self.form = form
    self.school = school
    self.now = now
    self.before = before
    self.partTime = partTime
    self.unexplained = unexplained
    self.forecast = forecast
    self.lateness = lateness
    self.agreed = agreed
    self.target = target
  }
}
