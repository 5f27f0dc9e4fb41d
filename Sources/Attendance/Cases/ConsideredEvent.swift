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
  /// The time on roll that it is about; nil where it is about none, or was made before that was kept.
  public var enrolment: Enrolment.ID?
  /// The ground of deletion that was told, or nil where none was.
  public var ground: DeletionGround?

  /// The return about the episode that began on that day.
  public init(
    _ id: String, episode: SchoolDate, enrolment: Enrolment.ID? = nil,
    ground: DeletionGround? = nil
  ) {
    self.id = id
    self.episode = episode
    self.enrolment = enrolment
    self.ground = ground
  }
}
