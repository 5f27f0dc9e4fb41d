/// A pupil's leaving the site during the school day.
public struct Departure: Hashable, Sendable {
  /// Why pupils leave during the day.
  public enum Purpose: String, CaseIterable, Sendable {
    case appointment
    case illness
    case lunch
    case home = "sent home"
    case withdrawn = "withdrawn by a parent"
    case other
    /// A sixth-former's own time; leaving in it is no absence.
    case freePeriod = "free period"
  }

  /// When.
  public var time: TimeOfDay
  /// Why.
  public var purpose: Purpose
  /// With whom, or empty.
  public var with: String
  /// When the pupil is expected back, or nil where not today.
  public var expected: TimeOfDay?

  /// A departure with these details.
  public init(
    time: TimeOfDay, purpose: Purpose, with: String = "", expected: TimeOfDay? = nil
  ) {
    self.time = time
    self.purpose = purpose
    self.with = with
    self.expected = expected
  }
}
