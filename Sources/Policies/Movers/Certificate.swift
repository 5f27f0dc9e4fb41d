public import Attendance

/// Whether a pupil's attendance of a period earns a certificate, as far as marks can say.
public enum Certificate: String, CaseIterable, Hashable, Sendable {
  /// Every possible session attended, and none without a mark.
  case full = "100%"
  /// Only absences that leave was given for, as illness, treatment and circumstances: the register
  /// cannot know a health condition or what happened at home, so a person decides.
  case exempt
  /// Nothing missed, and sessions without a mark: nobody knows yet.
  case unmarked

  /// What the counts and the codes of the absences come to; nil where none is earned, or nothing was
  /// possible.
  public init?(_ tally: Tally, absences: Set<String>) {
    guard tally.possible > 0, tally.unauthorised == 0 else { return nil }
    if tally.absent > 0 {
      guard absences.isDisjoint(with: Self.neverExempt) else { return nil }
      self = .exempt
    } else {
      self = tally.missing > 0 ? .unmarked : .full
    }
  }

  /// Authorised absences that are neither health nor circumstance: suspension, and the holidays that
  /// could once be authorised.
  static let neverExempt: Set<String> = ["E", "H"]

  /// The list in words, as a heading.
  public var inWords: String {
    switch self {
    case .full: "100%"
    case .exempt: "exempt, for a person to decide"
    case .unmarked: "nothing missed, and sessions without a mark"
    }
  }
}
