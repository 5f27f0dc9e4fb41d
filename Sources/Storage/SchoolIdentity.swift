public import Attendance

/// What a school is called, and whether it is a practice school with a clock of its own.
public struct SchoolIdentity: Hashable, Sendable {
  /// The name of the school.
  public var name: String
  /// The clock of a practice school, or nil in a real one.
  public var practice: PracticeClock?

  /// A school of that name.
  public init(name: String, practice: PracticeClock? = nil) {
    self.name = name
    self.practice = practice
  }
}

/// A clock that runs, from a moment of its own choosing.
public struct PracticeClock: Hashable, Sendable {
  /// How many seconds it is ahead of the machine's clock; negative where it is behind.
  public let secondsAhead: Int64

  /// A clock so many seconds ahead of the machine's.
  public init(secondsAhead: Int64) {
    self.secondsAhead = secondsAhead
  }

  /// A clock that shows the one moment when the machine shows the other.
  public init(showing moment: Instant, when machine: Instant) {
    secondsAhead = moment.seconds - machine.seconds
  }

  /// What it shows when the machine's clock shows that moment.
  public func shows(_ machine: Instant) -> Instant { machine.adding(seconds: secondsAhead) }
}
