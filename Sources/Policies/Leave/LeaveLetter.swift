public import Attendance

/// Which letter about a request for leave is made.
public enum LeaveLetterKind: String, CaseIterable, Hashable, Sendable {
  /// That it is granted, refused or taken back.
  case decision
  /// That the pupil was away though it was refused, once they are back.
  case afterReturn = "after return"
}

extension Policy {
  /// The letter of the policy that a request for leave has now.
  ///
  /// Refuses while nothing is decided, where the policy names no such letter, and a letter after the
  /// return where nobody was away or nobody is back.
  public func letter(
    _ kind: LeaveLetterKind, of leave: LeaveCase, _ after: AfterRefusal?
  ) throws(LeaveLetterRefusal) -> Letter {
    guard let decision = leave.decision else { throw .undecided(leave.id) }
    switch kind {
    case .decision:
      guard let letter = letter(for: decision.outcome, isLunch: leave.isLunch) else {
        throw .noLetter(for: decision.outcome, school: school.name)
      }
      return letter
    case .afterReturn:
      guard let letter = letter("after-return") else { throw .noLetterAfterReturn(school.name) }
      guard let after else { throw .notRefused(leave.id) }
      if after.away.isEmpty { throw .notAway(leave.id) }
      guard after.back != nil else { throw .notBack(leave.id) }
      return letter
    }
  }
}

/// Why no letter about a request for leave is made; its sentence says what to do instead.
public enum LeaveLetterRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case undecided(DayLine.ID)
  case noLetter(for: LeaveDecision.Outcome, school: String)
  case noLetterAfterReturn(String)
  case notRefused(DayLine.ID)
  case notAway(DayLine.ID)
  case notBack(DayLine.ID)
  case nobodyToWriteTo(String)
  case decidedAnew(DayLine.ID)

  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .undecided(let line):
      "request \(line.number) is not decided yet; grant or refuse it first"
    case .noLetter(let outcome, let school):
      "the policy of \(school) names no letter for leave that is \(outcome.rawValue); tell the "
        + "family by telephone and note it"
    case .noLetterAfterReturn(let school):
      "the policy of \(school) has no letter for after the return; the letter of the decision is "
        + "the one it names"
    case .notRefused(let line):
      "request \(line.number) is not refused, so no letter follows the return"
    case .notAway(let line):
      "the registers show no absence without leave on the days of request \(line.number); look at "
        + "the pupil's year first"
    case .notBack(let line):
      "the registers do not show the pupil of request \(line.number) back in school; the letter is "
        + "for after the return"
    case .nobodyToWriteTo(let name):
      "\(name) has no contact who may be written to; add one, or ask the safeguarding lead"
    case .decidedAnew(let line):
      "what is known of request \(line.number) has changed; look at the letter again"
    }
  }
}
