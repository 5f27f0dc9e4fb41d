public import Attendance

/// What is known of one unexplained absence when the policy is asked for the next step.
public struct ContactFacts: Hashable, Sendable {
  /// The school day of the absence, counted from 1.
  public var day: Int
  /// The circumstances that make the child more vulnerable, in words.
  public var concerns: [String]
  /// Whether the pupil is registered at another school too, or a guest.
  public var isRegisteredElsewhere: Bool
  /// Whether every message about the absence came by email.
  public var isReportedByEmail: Bool
  /// Those who may be told, first to be called first.
  public var contacts: [Contact]
  /// The lines about the pupil that stand, from the first day of the absence on.
  public var lines: [DayLine]

  /// These facts.
  public init(
    day: Int = 1, concerns: [String] = [], isRegisteredElsewhere: Bool = false,
    isReportedByEmail: Bool = false, contacts: [Contact] = [], lines: [DayLine] = []
  ) {
    self.day = day
    self.concerns = concerns
    self.isRegisteredElsewhere = isRegisteredElsewhere
    self.isReportedByEmail = isReportedByEmail
    self.contacts = contacts
    self.lines = lines
  }

  /// The attempts of a day, first try first.
  func attempts(on date: SchoolDate) -> [Attempt] {
    lines.compactMap { line in
      guard line.date == date, case .attempt(let attempt) = line.matter else { return nil }
      return attempt
    }
  }
}
