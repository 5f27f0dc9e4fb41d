/// The times of one register: when it opens, when arriving is late, when it closes.
public struct RegisterWindow: Hashable, Sendable {
  /// When the register may first be taken.
  public let opens: TimeOfDay
  /// From when an arrival is late.
  public let lateFrom: TimeOfDay
  /// When it closes; an arrival from then on is after closing.
  public let closes: TimeOfDay
  /// When the session ends; an arrival from then on no longer alters it.
  public let ends: TimeOfDay

  /// A window with these times.
  public init(opens: TimeOfDay, lateFrom: TimeOfDay, closes: TimeOfDay, ends: TimeOfDay) {
    self.opens = opens
    self.lateFrom = lateFrom
    self.closes = closes
    self.ends = ends
  }

  /// Whether the times come in their order: opens, late from, closes, ends.
  public var isInOrder: Bool {
    opens <= lateFrom && lateFrom <= closes && closes <= ends && opens < closes
  }

  /// Whether it stays open for more than 30 minutes after lateness begins.
  ///
  /// The guidance asks for no longer than 30 minutes; it is a warning, since schools may differ.
  public var isLong: Bool { closes.minutes - lateFrom.minutes > 30 }

  /// Where a time of the session's own day stands in the window.
  public enum Phase: String, Sendable {
    case notOpen
    case open
    case closed
    case ended
  }

  /// Where this time stands.
  public func phase(at time: TimeOfDay) -> Phase {
    if time < opens { return .notOpen }
    if time < closes { return .open }
    return time < ends ? .closed : .ended
  }

  /// Minutes late for an arrival while the register is open, 0 where it was not late.
  public func minutesLate(at time: TimeOfDay) -> Int {
    max(0, time.minutes - lateFrom.minutes)
  }
}
