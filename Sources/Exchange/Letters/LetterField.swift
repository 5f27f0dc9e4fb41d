/// What a letter, a text or a call script may name between its braces: `{{pupil}}`.
///
/// A closed list, so that a misspelt field is a complaint when the policy is checked and never a gap
/// in a text that went out.
public enum LetterField: String, CaseIterable, Hashable, Sendable {
  /// The school's name.
  case school
  /// The school's telephone, where the policy names one.
  case schoolPhone = "school_phone"
  /// The day on which it is made.
  case date
  /// Whom it is for, by name.
  case contact
  /// The pupil's forename as known.
  case pupil
  /// The pupil's forename and surname as the admission register has them.
  case legalName = "legal_name"
  /// Every pupil it is about: `Ada and Ben`.
  case pupils
  /// The pupil's group.
  case group
  /// An hour after it is made.
  case deadline
  /// The first day it speaks of.
  case firstDay = "first_day"
  /// The last day it speaks of.
  case lastDay = "last_day"
  /// The day on which the pupil is expected back.
  case expectedBack = "expected_back"
  /// The reason that was given.
  case reason
  /// Why a request is refused.
  case refusedBecause = "refused_because"
  /// This year's attendance in per cent.
  case attendance
  /// When the pupil's school day starts.
  case starts
  /// How often the pupil was late.
  case lates
  /// When the pupil came.
  case arrived
  /// How many minutes late.
  case minutes
  /// Who made it, by name.
  case signed
  /// The position of whoever made it.
  case position
  /// Whether it is about several pupils: `{{#several}}have{{/several}}`.
  case several
  /// Whether first and last day are one: `{{#one_day}}on that day{{/one_day}}`.
  case oneDay = "one_day"
  /// Whether whoever it is for asked for it: `{{#asked}}You asked{{/asked}}`.
  case asked
  /// Whether what was asked for is granted.
  case granted
  /// Whether a permission that was given is taken back.
  case ended

  /// Whether it is yes or no, and has no text of its own.
  public var isFlag: Bool {
    switch self {
    case .several, .oneDay, .asked, .granted, .ended: true
    case .school, .schoolPhone, .date, .contact, .pupil, .legalName, .pupils, .group, .deadline,
      .firstDay, .lastDay, .expectedBack, .reason, .refusedBecause, .attendance, .starts, .lates,
      .arrived, .minutes, .signed, .position:
      false
    }
  }
}
