/// A timetable of a pupil's own, for a limited time: part-time here, or shared with another school.
public struct Timetable: Hashable, Sendable {
  /// What kind of timetable it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// The slots are when the pupil is due here; at every other session they are not (U28).
    case partTime = "part-time"
    /// The slots are when the pupil is due at the other school (U30).
    case shared
  }

  /// One session of the week, with times where it is not the whole session.
  public struct Slot: Hashable, Sendable {
    /// The day of the week.
    public var weekday: Weekday
    /// The half of the day.
    public var half: HalfDay
    /// When the pupil is due, or nil for the session's own start.
    public var from: TimeOfDay?
    /// Until when, or nil for the session's own end.
    public var until: TimeOfDay?

    /// A slot with these details.
    public init(
      _ weekday: Weekday, _ half: HalfDay, from: TimeOfDay? = nil, until: TimeOfDay? = nil
    ) {
      self.weekday = weekday
      self.half = half
      self.from = from
      self.until = until
    }
  }

  /// What kind it is.
  public var kind: Kind
  /// The first day.
  public var from: SchoolDate
  /// The last day; a timetable never runs past it.
  public var until: SchoolDate
  /// When it is looked at again, or nil.
  public var review: SchoolDate?
  /// The sessions of the week.
  public var slots: [Slot]
  /// The other school, or empty.
  public var school: String
  /// The first day on which the pupil is of compulsory school age, or nil where that day was past.
  public var compulsoryFrom: SchoolDate?

  /// A timetable with these details.
  public init(
    _ kind: Kind, from: SchoolDate, until: SchoolDate, review: SchoolDate? = nil, slots: [Slot],
    school: String = "", compulsoryFrom: SchoolDate? = nil
  ) {
    self.kind = kind
    self.from = from
    self.until = until
    self.review = review
    self.slots = slots
    self.school = school
    self.compulsoryFrom = compulsoryFrom
  }

  /// The slot of that session, or nil where there is none.
  public func slot(at session: Session) -> Slot? {
    guard from <= session.date, session.date <= until else { return nil }
    return slots.first { $0.weekday == session.date.weekday && $0.half == session.half }
  }
}
