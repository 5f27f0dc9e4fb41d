public import Attendance

/// The three answers as they were typed: names of campuses, years, forms and pupils are still words.
public struct ClosureWords: Hashable, Sendable {
  /// What kind of names are typed.
  public enum Part: Hashable, Sendable {
    case campus
    case years
    case groups
    case pupils
  }

  /// How far the school was open.
  public var extent = ClosureAnswers.Extent.nobody
  /// What kind of names say who could not be accommodated, or nil for everybody.
  public var part: Part?
  /// Those names, with commas.
  public var names = ""
  /// The first session, once it is known.
  public var from: Session?
  /// The last session, once it is known.
  public var through: Session?
  /// When it was decided, or nil for now.
  public var decided: Instant?
  /// Why.
  public var reason = ""

  /// Nothing answered yet.
  public init() {}
}

/// A closure that stands, as the screen lists it.
public struct StandingClosure: Hashable, Sendable {
  /// The line of the day book.
  public let line: DayLine.ID
  /// What is closed, in words.
  public let words: String

  /// That closure in words.
  public init(_ line: DayLine.ID, _ words: String) {
    self.line = line
    self.words = words
  }
}
