public import Attendance

/// The school a policy is for.
public struct School: Hashable, Sendable {
  /// What kind of school it is.
  public enum Phase: String, Choice, Hashable, Sendable {
    case primary
    case secondary
    case allThrough = "all-through"
    case special
    case alternativeProvision = "alternative provision"
  }

  /// Its name, as it stands on registers and letters.
  public let name: String
  /// The telephone that parents ring, or nil where the file names none.
  public let telephone: String?
  /// What kind of school it is.
  public let phase: Phase
  /// The trust or company it belongs to, if any.
  public let trust: String?
  /// Whether the file says that the state pays for it: maintained, or an academy.
  public let isStateSchool: Bool
  /// The year groups it has, youngest first.
  public let years: [YearGroup]
  /// The system its official returns run through; free text that nothing depends on.
  public let officialSystem: String?
  /// When the printed policy was approved, in its own words.
  public let policyDated: String
  /// When the printed policy is to be reviewed, in its own words.
  public let nextReview: String
  /// The law and guidance the printed policy names.
  public let lawNamed: [String]

  init(_ section: Section) {
    name = section.text("name")
    telephone = section.optionalText("telephone")
    phase = section.choice("phase", orElse: .secondary)
    trust = section.optionalText("trust")
    isStateSchool = section.flag("state_school", orElse: false)
    years = section.years("years").sorted()
    officialSystem = section.optionalText("official_system")
    policyDated = section.text("policy_dated")
    nextReview = section.text("next_review")
    lawNamed = section.texts("law_named")
    if years.isEmpty, let value = section.required("years") {
      section.complaints.fault(value, "'years' must name a year group (N1, N2, R or 1 to 14)")
    }
    section.finish()
  }
}
