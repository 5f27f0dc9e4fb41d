/// A penalty notice for one parent about one child; its words are the ground.
public struct PenaltyNotice: Hashable, Sendable {
  /// To which parent, by name.
  public var parent: String
  /// The day of issue, or of the request where the authority issues.
  public var issued: SchoolDate
  /// Who issued it: the post of the issuer, or the authority.
  public var issuer: String
  /// Which it is within three years for this parent and child, counted from 1; nil for an excluded
  /// pupil's notice, which is outside the count.
  public var level: Int?
  /// When the authority was asked whether anything stands against it.
  public var checked: SchoolDate
  /// The first and last of the sessions it is for.
  public var sessions: ClosedRange<Session>
  /// How many sessions it is for.
  public var count: Int

  /// A notice with these details.
  public init(
    parent: String, issued: SchoolDate, issuer: String, level: Int?, checked: SchoolDate,
    sessions: ClosedRange<Session>, count: Int
  ) {
    self.parent = parent
    self.issued = issued
    self.issuer = issuer
    self.level = level
    self.checked = checked
    self.sessions = sessions
    self.count = count
  }
}
