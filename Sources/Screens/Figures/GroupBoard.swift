public import Attendance
public import Policies

/// Figures by group, as the person may see them.
public struct GroupBoard: Hashable, Sendable {
  /// What was asked for.
  public let asked: GroupsAsked
  /// The period whose sessions are counted.
  public let period: SchoolPeriod
  /// Up to which session.
  public let last: Session
  /// The groups, in the order in which people look for them.
  public let rows: [ShownRow]
  /// The figures of all of them together, or nil where there are none.
  public let whole: ShownRow?
  /// What the figures are held against.
  public let benchmarks: Benchmarks
  /// Whether small groups are hidden.
  public let isForGovernors: Bool

  /// Figures by group.
  public init(
    _ asked: GroupsAsked, over period: SchoolPeriod, upTo last: Session, rows: [ShownRow],
    whole: ShownRow?, benchmarks: Benchmarks, isForGovernors: Bool = false
  ) {
    self.asked = asked
    self.period = period
    self.last = last
    self.rows = rows
    self.whole = whole
    self.benchmarks = benchmarks
    self.isForGovernors = isForGovernors
  }
}

/// The pupils of a group, each with the counts that the group's are the sum of.
public struct GroupMembers: Hashable, Sendable {
  /// A pupil of the group.
  public struct Row: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The form, or empty for somebody who has left.
    public let form: String
    /// What tells the pupil apart from others of nearly the same name, or nil.
    public let lookAlike: LookAlike?
    /// The counts of the sessions in the group.
    public let tally: Tally

    /// A pupil with these counts.
    public init(_ pupil: Pupil, form: String, lookAlike: LookAlike? = nil, tally: Tally) {
      self.pupil = pupil
      self.form = form
      self.lookAlike = lookAlike
      self.tally = tally
    }
  }

  /// Of what the group was asked for.
  public let asked: GroupsAsked
  /// What the group is by each key.
  public let names: [String]
  /// The period whose sessions are counted.
  public let period: SchoolPeriod
  /// The pupils, lowest attendance first.
  public let rows: [Row]

  /// The pupils of the group of these names.
  public init(
    _ asked: GroupsAsked, of names: [String], over period: SchoolPeriod, rows: [Row]
  ) {
    self.asked = asked
    self.names = names
    self.period = period
    self.rows = rows
  }

  /// The counts of all of them.
  var tally: Tally { rows.reduce(Tally()) { $0 + $1.tally } }
}

extension FigureKey {
  /// The key as a screen names it: `half term`, `FSM`.
  var inWords: String {
    switch self {
    case .fsm, .sen, .eal: rawValue.uppercased()
    case .group: "form"
    case .pupil, .year, .code, .weekday, .session, .week, .halfTerm, .term, .schoolYear, .sex,
      .pupilPremium, .ethnicity, .lookedAfter, .socialWorker, .youngCarer, .campus, .school:
      rawValue.split(separator: "_").joined(separator: " ")
    }
  }

  /// What a row is called: `Year 7`, `SEN K`, `not recorded`.
  func name(of value: String) -> String {
    switch self {
    case .year: return YearGroup(value)?.name ?? "year not recorded"
    case .fsm, .pupilPremium, .sen, .eal, .lookedAfter, .socialWorker, .youngCarer:
      return "\(inWords): \(value.isEmpty ? "not recorded" : value)"
    case .code: return value.isEmpty ? "no mark" : "code \(value)"
    case .pupil, .group, .weekday, .session, .week, .halfTerm, .term, .schoolYear, .sex,
      .ethnicity, .campus, .school:
      return value.isEmpty ? "\(inWords) not recorded" : value
    }
  }
}

extension GroupsAsked {
  /// What a row is called by all of its keys.
  func name(of values: [String]) -> String {
    zip(keys, values).map { $0.name(of: $1) }.joined(separator: ", ")
  }

  /// The keys in words: `by year and sex`.
  var words: String { "by " + keys.map(\.inWords).joined(separator: " and ") }
}
