/// What an arrival makes of a session's mark.
///
/// L before the register closes; after closing, U where nothing else applies, that is over N or a
/// blank; over any other code the code stays and the arrival is noted beside it. An arrival after
/// the session's end never alters it.
public struct Arrival: Hashable, Sendable {
  /// When the pupil came.
  public let time: TimeOfDay
  /// The window of the session's register.
  public let window: RegisterWindow

  /// An arrival at that time.
  public init(at time: TimeOfDay, window: RegisterWindow) {
    self.time = time
    self.window = window
  }

  /// The mark that stands after it: the code, and minutes late where it is L or U.
  ///
  /// The standing code is empty for a blank. Throws a refusal once the session has ended.
  public func mark(
    over standing: String, at half: HalfDay
  ) throws(Refusal) -> (code: String, minutes: Int?) {
    if time >= window.ends { throw .arrivalAfterSession(ends: window.ends) }
    if time < window.closes {
      return time < window.lateFrom
        ? (half == .am ? "/" : "\\", nil) : ("L", window.minutesLate(at: time))
    }
    return standing.isEmpty || standing == "N"
      ? ("U", window.minutesLate(at: time)) : (standing, nil)
  }
}
