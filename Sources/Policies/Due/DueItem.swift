public import Attendance

/// Something that asks to be done about a pupil, once, with its dates.
public struct DueItem: Hashable, Sendable {
  /// What kinds of things ask.
  public enum Kind: String, CaseIterable, Sendable {
    /// A threshold was met, and nobody has considered it.
    case threshold
    /// The authority, or another, is to be told.
    case localReturn = "return"
    /// Nobody sees the pupil.
    case missing
    /// A step about lateness.
    case lateness
    /// The next step of a case, or a look at it.
    case review
    /// A meeting or visit whose day has come, and of which nothing is known.
    case meeting
    /// A contract or plan to be reviewed.
    case agreement
    /// A notice to improve whose time is up.
    case notice
    /// A hold that ends.
    case hold
    /// A flag that still stands after its case was closed, from the day that was named then.
    case back
    /// What was left for later, and comes back.
    case snooze
  }

  /// How an item stands on a day.
  public enum State: Hashable, Sendable {
    /// Its day is still to come.
    case coming
    case dueToday
    case overdue
    /// It waits while a hold stands.
    case held(until: SchoolDate)
    /// Nothing is asked any more, in words.
    case settled(String)
  }

  /// What kind it is.
  public let kind: Kind
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// The rule, return, ladder or letter, by its id, or what is arranged.
  public let what: String
  /// Its name in words.
  public let name: String
  /// The day on which it began: that of the episode, by which it is recorded.
  public let since: SchoolDate
  /// When it is due.
  public let due: SchoolDate
  /// The figures, in words.
  public let value: String
  /// What to do next.
  public let next: String
  /// Who sees to it, by role or login.
  public let owner: CaseOwner
  /// The line of the day book it rests on: the case, the meeting; or the one that settled it.
  public let line: DayLine.ID?
  /// What is recorded once a return is made; nil for anything else.
  public let made: ReturnMade?
  /// What settled it, in words, or nil.
  public var settled: String?
  /// The last day of the hold that lets it wait, or nil.
  public var held: SchoolDate?

  /// An item with these details.
  public init(
    _ kind: Kind, of pupil: Pupil.ID, what: String, name: String, since: SchoolDate,
    due: SchoolDate, value: String = "", next: String, owner: CaseOwner = CaseOwner(role: ""),
    line: DayLine.ID? = nil, made: ReturnMade? = nil, settled: String? = nil
  ) {
    self.kind = kind
    self.pupil = pupil
    self.what = what
    self.name = name
    self.since = since
    self.due = due
    self.value = value
    self.next = next
    self.owner = owner
    self.line = line
    self.made = made
    self.settled = settled
  }

  /// How it stands on the date.
  public func state(on date: SchoolDate) -> State {
    if let settled { return .settled(settled) }
    if let held { return .held(until: held) }
    return due == date ? .dueToday : due < date ? .overdue : .coming
  }
}

extension DueItem.State {
  /// The state in a word or two.
  public var inWords: String {
    switch self {
    case .coming: "coming"
    case .dueToday: "due today"
    case .overdue: "overdue"
    case .held(let until): "held to \(until)"
    case .settled(let words): words
    }
  }

  /// Whether it is settled.
  public var isSettled: Bool {
    switch self {
    case .settled: true
    case .coming, .dueToday, .overdue, .held: false
    }
  }
}
