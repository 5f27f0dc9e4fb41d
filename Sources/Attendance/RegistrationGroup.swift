/// A group whose register is taken: a form, a teaching set, a trip, a base, an exam hall.
public struct RegistrationGroup: Hashable, Sendable {
  /// The name of the group: `8B`.
  public var name: String
  /// Who takes its register, by login, or empty where nobody is named.
  public var taker: String
  /// The room, or empty.
  public var room: String

  /// A group with these details.
  public init(name: String, taker: String = "", room: String = "") {
    self.name = name
    self.taker = taker
    self.room = room
  }
}

/// A pupil's place in a group other than the form, by date, weekday and session.
///
/// A pupil due in such a group at a session is marked there and not in the form.
public struct Membership: Hashable, Sendable {
  /// The name of the group.
  public var group: String
  /// Who belongs to it.
  public var pupil: Pupil.ID
  /// The first day, or nil from the beginning.
  public var from: SchoolDate?
  /// The last day, or nil without end.
  public var until: SchoolDate?
  /// The only weekday, or nil on every one.
  public var weekday: Weekday?
  /// The only half of the day, or nil for both.
  public var half: HalfDay?

  /// A place in the group on those days.
  public init(
    group: String, pupil: Pupil.ID, from: SchoolDate? = nil, until: SchoolDate? = nil,
    weekday: Weekday? = nil, half: HalfDay? = nil
  ) {
    self.group = group
    self.pupil = pupil
    self.from = from
    self.until = until
    self.weekday = weekday
    self.half = half
  }

  /// Whether the pupil is due in the group at that session.
  public func applies(at session: Session) -> Bool {
    (from.map { $0 <= session.date } ?? true) && (until.map { session.date <= $0 } ?? true)
      && (weekday.map { $0 == session.date.weekday } ?? true)
      && (half.map { $0 == session.half } ?? true)
  }
}
