public import Attendance
public import Policies

/// The registers of one day, as somebody may see them.
public struct DayOfRegisters: Hashable, Sendable {
  /// The day.
  public let date: SchoolDate
  /// Its registers.
  public let lines: [RegisterLine]
  /// Why the school does not meet that day, or nil where it does.
  public let closed: String?
  /// The school day before, or nil where no calendar has one.
  public let earlier: SchoolDate?
  /// The school day after, or nil.
  public let later: SchoolDate?

  /// How many contradictory sightings of the day wait to be settled.
  var toSettle: Int { lines.map(\.toSettle).reduce(0, +) }

  /// The registers of that day.
  public init(
    date: SchoolDate, lines: [RegisterLine], closed: String? = nil, earlier: SchoolDate? = nil,
    later: SchoolDate? = nil
  ) {
    self.date = date
    self.lines = lines
    self.closed = closed
    self.earlier = earlier
    self.later = later
  }
}

/// One register as a line of its day: thirty missing children are one line, not thirty.
public struct RegisterLine: Hashable, Sendable {
  /// Which register.
  public let key: RegisterKey
  /// Who takes it as a rule, by name, or empty.
  public let taker: String
  /// Who has declared to cover it that day, by name, or empty.
  public let cover: String
  /// The room, or empty.
  public let room: String
  /// How many pupils are due.
  public let pupils: Int
  /// How many of them a draft marks, whoever's it is.
  public let marked: Int
  /// Its times, or nil where the policy gives none.
  public let window: RegisterWindow?
  /// When it was taken and by whom, or nil while it is not.
  public let taken: Submission?
  /// How many contradictory sightings wait to be settled.
  public let toSettle: Int
  /// Why the group does not meet at this session, or nil where it does.
  public let closed: String?
  /// What the register is to the person.
  public let relations: Set<Reach>
  /// The colleague whose draft of it marks everybody, by login and name, or nil.
  public var wholeDraft: Colleague?

  /// Somebody on the staff, as a line names them.
  public struct Colleague: Hashable, Sendable {
    /// The login.
    public let login: String
    /// The name.
    public let name: String

    /// Somebody of that login and name.
    public init(login: String, name: String) {
      self.login = login
      self.name = name
    }
  }

  /// A register as a line.
  public init(
    key: RegisterKey, taker: String = "", cover: String = "", room: String = "", pupils: Int,
    marked: Int = 0,
    window: RegisterWindow?, taken: Submission? = nil, toSettle: Int = 0, closed: String? = nil,
    wholeDraft: Colleague? = nil, relations: Set<Reach> = []
  ) {
    self.key = key
    self.taker = taker
    self.cover = cover
    self.room = room
    self.pupils = pupils
    self.marked = marked
    self.window = window
    self.taken = taken
    self.wholeDraft = wholeDraft
    self.toSettle = toSettle
    self.closed = closed
    self.relations = relations
  }

  /// Where it stands at the moment; nil where the policy gives no times and nothing is on record.
  public func state(now: Instant) -> RegisterState? {
    if let closed { return .closedDay(reason: closed) }
    if let taken { return .taken(at: taken.at, by: taken.typist.name) }
    return window.map {
      RegisterState(
        window: $0, session: key.session, now: now, taken: nil, marked: marked, of: pupils)
    }
  }
}

extension RegisterState {
  /// What wants doing first comes first.
  var urgency: Int {
    switch self {
    case .overdue: 0
    case .closedNotTaken: 1
    case .open, .draft: 2
    case .notOpen: 3
    case .taken: 4
    case .closedDay: 5
    }
  }
}
