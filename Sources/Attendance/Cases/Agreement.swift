/// A contract or plan that school and family agree; its words are what else was said.
public struct Agreement: Hashable, Sendable {
  /// What kinds there are.
  public enum Kind: String, CaseIterable, Sendable {
    case contract = "attendance contract"
    case action = "action plan"
    case improvement = "improvement plan"
    case lateness = "lateness plan"
    case reintegration = "reintegration plan"
    case partTime = "part-time timetable"
    case joint = "joint plan"
  }

  /// What it is.
  public var kind: Kind
  /// Its first day.
  public var from: SchoolDate
  /// Its last day, or nil where it runs until it is reviewed.
  public var until: SchoolDate?
  /// When it is reviewed.
  public var review: SchoolDate
  /// What is to be reached.
  public var targets: [String]
  /// What the school and others give.
  public var support: [String]
  /// Who is to sign.
  public var parties: [String]

  /// An agreement with these details.
  public init(
    _ kind: Kind, from: SchoolDate, until: SchoolDate? = nil, review: SchoolDate,
    targets: [String], support: [String] = [], parties: [String] = []
  ) {
    self.kind = kind
    self.from = from
    self.until = until
    self.review = review
    self.targets = targets
    self.support = support
    self.parties = parties
  }
}
