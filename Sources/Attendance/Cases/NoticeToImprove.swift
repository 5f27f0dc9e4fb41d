/// A notice to improve, as it was given to a parent; its words are what enough improvement is.
public struct NoticeToImprove: Hashable, Sendable {
  /// To which parent, by name.
  public var parent: String
  /// The first day of its period.
  public var from: SchoolDate
  /// The last day of its period.
  public var until: SchoolDate
  /// The points of the checklist that it holds.
  public var holds: [String]
  /// On what ground a penalty notice may come before the end of the period.
  public var earlyGround: String

  /// A notice with these details.
  public init(
    parent: String, from: SchoolDate, until: SchoolDate, holds: [String], earlyGround: String
  ) {
    self.parent = parent
    self.from = from
    self.until = until
    self.holds = holds
    self.earlyGround = earlyGround
  }
}
