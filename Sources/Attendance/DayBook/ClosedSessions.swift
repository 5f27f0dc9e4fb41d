/// A closure decided on the day or shortly before: which sessions, for whom, and as what.
///
/// The pupils' marks are made by the same act; its words are the reason.
public struct ClosedSessions: Hashable, Sendable {
  /// The first session.
  public var from: Session
  /// The last session.
  public var through: Session
  /// The code of those who could not attend: `Y4` for the whole site, `Y3` for a part of it, `#`.
  public var code: String
  /// The only campus, or empty for all.
  public var campus: String
  /// The only year groups, or none for all.
  public var years: [YearGroup]
  /// The only groups, or none for all.
  public var groups: [String]
  /// When it was decided, where that was earlier than it was entered.
  public var decided: Instant?

  /// A closure with these details.
  public init(
    from: Session, through: Session, code: String, campus: String = "", years: [YearGroup] = [],
    groups: [String] = [], decided: Instant? = nil
  ) {
    self.from = from
    self.through = through
    self.code = code
    self.campus = campus
    self.years = years
    self.groups = groups
    self.decided = decided
  }
}
