public import Attendance
public import Policies

/// What the office needs to know of a pupil before it acts: whom it may ring, and what stands.
public struct PupilBrief: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The group the pupil is registered in today.
  public let group: String
  /// Whether the pupil is of compulsory school age today.
  public let isOfCompulsoryAge: Bool
  /// Those who may be told, first to be called first; others are not here at all (U6).
  public let contacts: [Contact]
  /// The circumstances that make the child more vulnerable, in words.
  public let concerns: [String]
  /// Every N on record this school year.
  public let unexplained: [RegisterRow.Standing]
  /// What was tried today, first try first.
  public let attempts: [DayLine]
  /// The absences known from today on.
  public let plans: [Plan]
  /// How many messages about the pupil came in the last seven days.
  public let recentMessages: Int
  /// On how many school days before today, one after another, the pupil was absent all day.
  public let daysAbsent: Int
  /// The first day on roll and the last, where there is one, or nil where that is not known.
  public let enrolment: Enrolment?
  /// This year's attendance, or nil where nothing was possible.
  public let attendance: Share?
  /// Where an arrival now would be marked, or nil where there is no session now.
  public let arrival: ArrivalPlace?
  /// What the pupil is to the person who asks.
  public let relations: Set<Reach>
  /// What matters before a code is chosen or a number is rung.
  public let matters: CallMatters

  /// The session an arrival belongs to, its times, and what stands there.
  public struct ArrivalPlace: Hashable, Sendable {
    /// The session.
    public let session: Session
    /// Its times.
    public let window: RegisterWindow
    /// The mark that stands there, or nil for a blank.
    public let standing: Entry?
    /// The code that is planned there, or empty.
    public let planned: String
    /// What there is for lunch now that orders have closed, or nil while they have not.
    public let lateLunch: String?

    /// That session with its times, mark and plan.
    public init(
      session: Session, window: RegisterWindow, standing: Entry?, planned: String = "",
      lateLunch: String? = nil
    ) {
      self.lateLunch = lateLunch
      self.session = session
      self.window = window
      self.standing = standing
      self.planned = planned
    }
  }

  /// What is known of the pupil.
  public init(
    pupil: Pupil, group: String, isOfCompulsoryAge: Bool, contacts: [Contact],
    concerns: [String] = [], unexplained: [RegisterRow.Standing] = [], attempts: [DayLine] = [],
    plans: [Plan] = [], recentMessages: Int = 0, daysAbsent: Int = 0, enrolment: Enrolment? = nil,
    attendance: Share? = nil, arrival: ArrivalPlace? = nil, relations: Set<Reach> = [],
    matters: CallMatters = CallMatters()
  ) {
    self.pupil = pupil
    self.group = group
    self.isOfCompulsoryAge = isOfCompulsoryAge
    self.contacts = contacts
    self.concerns = concerns
    self.unexplained = unexplained
    self.attempts = attempts
    self.plans = plans
    self.recentMessages = recentMessages
    self.daysAbsent = daysAbsent
    self.enrolment = enrolment
    self.attendance = attendance
    self.arrival = arrival
    self.relations = relations
    self.matters = matters
  }
}
