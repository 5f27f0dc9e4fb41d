public import Attendance
public import Policies

/// What every rule says of one pupil: the flags with their evidence, how near the others are, and what
/// may still be missed.
public struct PupilFlags: Hashable, Sendable {
  /// A session that counts, with the code that stands there, empty for none.
  public struct Counted: Hashable, Sendable {
    /// The session.
    public let session: Session
    /// Its code.
    public let code: String

    /// A session with its code.
    public init(_ session: Session, _ code: String) {
      self.session = session
      self.code = code
    }
  }

  /// One rule that flags the pupil.
  public struct Flag: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// What it measured, in words.
    public let figure: String
    /// The sessions that count, earliest first.
    public let sessions: [Counted]
    /// How many of them have no reason yet.
    public let provisional: Int
    /// Whether it did not flag the pupil when the person last looked, or on the school day before.
    public let isNew: Bool

    /// A flag with these figures.
    public init(
      _ rule: Rule, figure: String, sessions: [Counted], provisional: Int, isNew: Bool = false
    ) {
      self.rule = rule
      self.figure = figure
      self.sessions = sessions
      self.provisional = provisional
      self.isNew = isNew
    }
  }

  /// The pupil.
  public let pupil: Pupil
  /// The form.
  public let form: String
  /// Up to which day the marks are counted.
  public let date: SchoolDate
  /// The counts of the school year so far.
  public let tally: Tally
  /// The codes of the year's absence with how often each stands, most often first.
  public let codes: [CodeCount]
  /// The absence of the year so far on each weekday that had a session.
  public let weekdays: [WeekdayCount]
  /// The rules that flag, in the order of the policy.
  public let flags: [Flag]
  /// The rules that do not, and how far away each is.
  public let others: [WhyNot.Answer]
  /// How many sessions are still to come this year.
  public let ahead: Int
  /// Where the pupil stands to each line of the policy.
  public let lines: [Forecast.Line]

  /// What the rules say of the pupil as of the date.
  public init(
    of pupil: Pupil, form: String, on date: SchoolDate, tally: Tally, codes: [CodeCount],
    weekdays: [WeekdayCount], flags: [Flag], others: [WhyNot.Answer], ahead: Int,
    lines: [Forecast.Line]
  ) {
    self.pupil = pupil
    self.form = form
    self.date = date
    self.tally = tally
    self.codes = codes
    self.weekdays = weekdays
    self.flags = flags
    self.others = others
    self.ahead = ahead
    self.lines = lines
  }
}

extension PupilFlags {
  /// The year so far: `77.4% (48 of 62 sessions), 14 missed: 6 I, 6 O, 2 G`.
  var summary: String {
    guard let share = tally.attendance else { return "No session of this year counts yet." }
    let missed =
      tally.absent == 0
      ? "none missed"
      : "\(tally.absent) missed: "
        + codes.map { "\($0.count) \($0.code)" }.joined(separator: ", ")
    return "\(share)% (\(tally.attended) of \(tally.possible) sessions), \(missed)"
  }
}

extension PupilFlags.Flag {
  /// Name and figure, with what may still change, longest first:
  /// `Persistent absence: 14 of 62 sessions, 22.6%; 2 of them provisional (N)`.
  var words: [String] {
    let head = "\(rule.name)\(isNew ? " (new)" : ""): \(figure)"
    if provisional == 0 { return [head] }
    // Points are no sessions, of which some could be provisional.
    let kind = rule.measure.kind
    let of =
      kind == .fall || kind == .pattern ? provisional.of("session") : "\(provisional) of them"
    return [
      "\(head); \(of) provisional (N)", "\(head); \(provisional) provisional (N)",
      "\(head); \(provisional) N", head,
    ]
  }

  /// The rule in words and where it is written.
  var ruleWords: String { "\(rule.inWords) (\(rule.place.inShort))" }
}

/// What the screens ask of the rules.
public enum FlagQuestion: Hashable, Sendable {
  /// Everybody who is flagged; answered by `board`.
  case board
  /// What the rules say of that pupil; answered by `pupil`.
  case pupil(Pupil.ID)
}

/// What the rules say.
public enum FlagAnswer: Hashable, Sendable {
  /// Everybody who is flagged.
  case board(FlagBoard)
  /// What the rules say of one pupil.
  case pupil(PupilFlags)
}
