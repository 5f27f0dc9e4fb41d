/// A threshold that was met on a day and has been considered.
public struct ConsideredEvent: Hashable, Sendable {
  /// The rule, by id.
  public var rule: String
  /// The day on which it was met.
  public var metOn: SchoolDate

  /// The event of a rule met on that day.
  public init(rule: String, metOn: SchoolDate) {
    self.rule = rule
    self.metOn = metOn
  }
}

/// A return to the authority that was made.
public struct ReturnMade: Hashable, Sendable {
  /// The return, by its id in the policy.
  public var id: String
  /// The day on which the episode began that it is about.
  public var episode: SchoolDate

  /// The return about the episode that began on that day.
  public init(_ id: String, episode: SchoolDate) {
    self.id = id
    self.episode = episode
  }
}
