public import Attendance
public import Policies

/// The school at a glance: today, and attendance over the week, half term, term and year.
public struct Overview: Hashable, Sendable {
  /// A session of today that has begun.
  public struct Today: Hashable, Sendable {
    /// The half of the day.
    public let half: HalfDay
    /// The counts: of everybody whose sessions count here.
    public let tally: Tally
    /// How many are absent without any reason yet: the code N.
    public let unexplained: Int
    /// How many registers are kept.
    public let registers: Int
    /// How many of them nobody has taken.
    public let untaken: Int

    /// The counts of a session.
    public init(
      _ half: HalfDay, _ tally: Tally, unexplained: Int, registers: Int, untaken: Int
    ) {
      self.half = half
      self.tally = tally
      self.unexplained = unexplained
      self.registers = registers
      self.untaken = untaken
    }
  }

  /// A stretch of time up to now.
  public struct Stretch: Hashable, Sendable {
    /// The period, of which so far only a part has come.
    public let period: SchoolPeriod
    /// The figures of the school.
    public let row: ShownRow

    /// The figures of a period so far.
    public init(_ period: SchoolPeriod, _ row: ShownRow) {
      self.period = period
      self.row = row
    }
  }

  /// A week of the year.
  public struct Week: Hashable, Sendable {
    /// Its Monday.
    public let monday: SchoolDate
    /// The counts of the school.
    public let tally: Tally

    /// The counts of a week.
    public init(_ monday: SchoolDate, _ tally: Tally) {
      self.monday = monday
      self.tally = tally
    }
  }

  /// Up to which session the marks are counted.
  public let last: Session
  /// The day it is.
  public let date: SchoolDate
  /// Why there is no school today, or nil where there is.
  public let closed: String?
  /// The sessions of today that have begun.
  public let today: [Today]
  /// The week, half term, term and year that run, or ran last.
  public let stretches: [Stretch]
  /// The weeks of the year so far, earliest first.
  public let weeks: [Week]
  /// What the figures are held against.
  public let benchmarks: Benchmarks

  /// The school at a glance.
  public init(
    upTo last: Session, on date: SchoolDate, closed: String? = nil, today: [Today],
    stretches: [Stretch], weeks: [Week], benchmarks: Benchmarks
  ) {
    self.last = last
    self.date = date
    self.closed = closed
    self.today = today
    self.stretches = stretches
    self.weeks = weeks
    self.benchmarks = benchmarks
  }
}

extension SchoolPeriod.Kind {
  /// The period that runs, as a line of the overview names it.
  public var soFar: String {
    switch self {
    case .week: "This week"
    case .fortnight: "This fortnight"
    case .halfTerm: "This half term"
    case .term: "This term"
    case .year: "This year"
    }
  }
}
