/// A time in which letters, ladders and rewards wait for a pupil (U36); its words say more.
public struct Hold: Hashable, Sendable {
  /// Why they wait.
  public enum Reason: String, CaseIterable, Sendable {
    case bereavement
    case longIllness = "long illness"
    case lookedAfter = "looked after"
    case partTime = "part-time"
    case court
  }

  /// Why they wait.
  public var reason: Reason
  /// Its first day.
  public var from: SchoolDate
  /// Its last day.
  public var until: SchoolDate

  /// A hold with these details.
  public init(_ reason: Reason, from: SchoolDate, until: SchoolDate) {
    self.reason = reason
    self.from = from
    self.until = until
  }
}
