/// How often attendance is looked at, by whom, and against what.
public struct Monitoring: Hashable, Sendable {
  /// How often something is looked at.
  public enum Period: String, Choice, Hashable, Sendable {
    case week
    case fortnight
    case halfTerm = "half term"
    case term
    case year
  }

  /// How often the school's figures are looked at.
  public let every: [Period]
  /// How often each pupil is looked at, where the policy says.
  public let pupilsEvery: [Period]
  /// The groups figures are made for.
  public let groups: [String]
  /// The patterns looked for.
  public let patterns: [String]
  /// What the school compares itself with.
  public let benchmarks: [String]
  /// Who gets reports.
  public let reportsTo: [String]
  /// How parents are told.
  public let toParents: [String]
  /// How the Department for Education gets its data.
  public let nationalData: String?
  /// The support the school offers, in few words.
  public let support: [String]
  /// The training it gives.
  public let training: [String]

  init(_ section: Section) {
    every = section.choices("every", required: true)
    pupilsEvery = section.choices("pupils_every")
    groups = section.texts("groups")
    patterns = section.texts("patterns")
    benchmarks = section.texts("benchmarks")
    reportsTo = section.texts("reports_to")
    toParents = section.texts("to_parents")
    nationalData = section.optionalText("national_data")
    support = section.texts("support")
    training = section.texts("training")
    section.finish()
  }
}
