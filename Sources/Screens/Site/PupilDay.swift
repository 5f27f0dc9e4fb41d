public import Attendance
public import Policies

/// The day of a pupil on one page (U39).
public struct PupilDay: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The group the pupil is registered in on the day.
  public let group: String
  /// The day.
  public let date: SchoolDate
  /// Why the school does not meet that day, or nil where it does.
  public let closed: String?
  /// Everything that happened, in the order in which it was typed.
  public let timeline: Timeline
  /// What the pupil is to the person.
  public let relations: Set<Reach>

  /// That day of the pupil.
  public init(
    pupil: Pupil, group: String, date: SchoolDate, closed: String? = nil, timeline: Timeline,
    relations: Set<Reach> = []
  ) {
    self.pupil = pupil
    self.group = group
    self.date = date
    self.closed = closed
    self.timeline = timeline
    self.relations = relations
  }
}
