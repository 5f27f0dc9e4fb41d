public import Attendance

/// A penalty notice to one parent about one child, considered on a date: what counts, what stands in
/// the way, and which notice would be the next.
///
/// It decides nothing. A school must consider each case; a person does.
public struct NoticeConsidered: Hashable, Sendable {
  /// The parent.
  public let contact: Contact
  /// The date on which it is considered.
  public let date: SchoolDate
  /// What counts, less what was used for earlier notices to this parent.
  public let count: NoticeCount
  /// The earlier notices to this parent about this child, oldest first.
  public let earlier: [PenaltyRecord]
  /// Which notice would be the next.
  public let next: NextNotice
  /// Everything that is looked at, in the order in which it is read.
  public let points: [NoticePoint]

  /// What stands in the way.
  public var blockers: [NoticePoint] { points.filter { $0.standing == .blocks } }

  /// Considers a notice to the parent under the policy in force on the date.
  ///
  /// Below the line, a notice can rest on one of the school's own grounds where the policy has such.
  public init(
    to contact: Contact, _ grounds: NoticeGrounds, under policy: Policy, ground: String? = nil
  ) {
    let earlier = grounds.notices(to: contact.name)
    let count = NoticeCount(grounds.window, after: earlier)
    let next = NextNotice(after: earlier.count { $0.counts(on: grounds.date) })
    self.contact = contact
    date = grounds.date
    self.count = count
    self.earlier = earlier
    self.next = next
    let points = NoticePoints(grounds: grounds, notices: policy.penaltyNotices)
    self.points =
      [points.contact(contact), points.age] + points.threshold(count, ground: ground)
      + points.unexplained(count) + points.blanks + points.spent(count)
      + points.earlier(earlier) + points.next(next) + points.issuing + points.holds
      + points.improvement(to: contact.name) + points.support + points.weighing
  }
}

extension NoticeConsidered {
  /// The notice that would be issued on the date, or asked for; refuses where something stands in the
  /// way.
  public func notice(
    checked: SchoolDate, issuer: PenaltyNotices.Issuer
  ) throws(NoticeRefusal) -> PenaltyNotice {
    guard blockers.isEmpty, let level = next.level, let sessions = count.range else {
      throw .blocked(parent: contact.name, blockers)
    }
    return PenaltyNotice(
      parent: contact.name, issued: date, issuer: issuer.rawValue, level: level,
      checked: checked, sessions: sessions, count: count.left.count)
  }
}

extension [NoticeConsidered] {
  /// The points that are the same for every parent: about the child, not about one of them.
  public var shared: [NoticePoint] {
    (first?.points ?? []).filter { point in allSatisfy { $0.points.contains(point) } }
  }
}
