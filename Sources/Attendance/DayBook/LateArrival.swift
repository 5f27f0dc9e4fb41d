/// A pupil's coming after registration, as the late desk writes it down.
public struct LateArrival: Hashable, Sendable {
  /// The session it is about.
  public var session: Session
  /// When the pupil came.
  public var time: TimeOfDay
  /// Who brought the pupil, or empty.
  public var broughtBy: String

  /// An arrival with these details.
  public init(at session: Session, time: TimeOfDay, broughtBy: String = "") {
    self.session = session
    self.time = time
    self.broughtBy = broughtBy
  }
}
