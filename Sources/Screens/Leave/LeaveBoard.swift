public import Attendance
public import Policies

/// The requests for leave that wait or were decided lately, each with what the policy says of it.
public struct LeaveBoard: Hashable, Sendable {
  /// One request.
  public struct Row: Hashable, Identifiable, Sendable {
    /// The request with what became of it.
    public let leave: LeaveCase
    /// The pupil's name.
    public let name: String
    /// The pupil's group today.
    public let group: String
    /// What the policy says about the request.
    public let points: [LeavePoint]
    /// Whether the pupil is of compulsory school age on the first day asked for.
    public let isOfCompulsoryAge: Bool
    /// The first school day after the leave.
    public let back: SchoolDate?
    /// What is planned for these days already.
    public let planned: [EarlierPlan]

    /// The number of the request.
    public var id: DayLine.ID { leave.id }

    /// What is planned already, each with its number; empty where nothing is.
    public var plannedInWords: String {
      planned.map { "\($0.line.id.number): \($0.absence.inWords)" }.joined(separator: "; ")
    }

    /// A row with these details.
    public init(
      _ leave: LeaveCase, name: String, group: String, points: [LeavePoint],
      isOfCompulsoryAge: Bool, back: SchoolDate?, planned: [EarlierPlan] = []
    ) {
      self.leave = leave
      self.name = name
      self.group = group
      self.points = points
      self.isOfCompulsoryAge = isOfCompulsoryAge
      self.back = back
      self.planned = planned
    }
  }

  /// The requests: those that wait first, the longest waiting first; then the others, newest first.
  public let rows: [Row]
  /// The last session that has begun; leave is never granted for it or for one before.
  public let begun: Session
  /// When the school meets, by which the days of a new request are read.
  public let calendar: SchoolCalendar

  /// A board of these rows.
  public init(_ rows: [Row], begun: Session, calendar: SchoolCalendar) {
    self.calendar = calendar
    self.rows = rows
    self.begun = begun
  }
}
