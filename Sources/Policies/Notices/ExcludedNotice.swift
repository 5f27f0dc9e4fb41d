public import Attendance

/// A penalty notice because an excluded pupil was in a public place in the first five school days.
///
/// It lies outside the national framework: it counts towards no limit and uses no session.
public struct ExcludedNotice: Hashable, Sendable {
  /// How many school days the duty lasts.
  public static let days = 5

  /// The parent.
  public let contact: Contact
  /// What is looked at.
  public let points: [NoticePoint]
  private let sessions: [Session]
  private let issued: SchoolDate

  /// Considers it for that day, of whose sessions `excluded` says whether the pupil was suspended or
  /// excluded.
  public init(
    to contact: Contact, on day: SchoolDate, _ grounds: NoticeGrounds, under policy: Policy,
    over time: SchoolTime, excluded: (Session) -> Bool
  ) {
    self.contact = contact
    issued = grounds.date
    let notices = policy.penaltyNotices
    let known = NoticePoints(grounds: grounds, notices: notices)
    let place = time.end(of: day) - 1
    let today = place >= 0 ? time.day(at: place).map { time.sessions[$0] } : []
    let found = today.filter { $0.date == day && excluded($0) }
    sessions = found
    var points = [known.contact(contact), known.age]
    var count = 0
    var position = place
    while position >= 0 {
      let sessions = time.day(at: position).map { time.sessions[$0] }
      guard sessions.contains(where: excluded) else { break }
      count += 1
      position = time.day(at: position).lowerBound - 1
    }
    if day > grounds.date {
      points.append(NoticePoint(.threshold, .blocks, "\(day.inWords) is still to come"))
    } else if found.isEmpty {
      points.append(
        NoticePoint(
          .threshold, .blocks,
          "not suspended or excluded on \(day.inWords) by the register; correct it first"))
    } else if count > Self.days {
      points.append(
        NoticePoint(
          .threshold, .blocks,
          "\(day.inWords) is day \(count) of it; the duty is for the first \(Self.days)"))
    } else {
      points.append(
        NoticePoint(.threshold, .fine, "\(day.inWords) is day \(count) of the first \(Self.days)"))
    }
    if let amounts = notices.amounts(on: grounds.date), let amount = amounts.excluded,
      let late = amounts.excludedLate
    {
      points.append(
        NoticePoint(.amount, .fine, "\(amount) pounds if paid within 21 days, \(late) within 28"))
    } else {
      points.append(
        NoticePoint(
          .amount, .blocks, "the policy has no notice for an excluded pupil; ask the authority"))
    }
    self.points = points + known.issuing + known.holds
  }

  /// What stands in the way.
  public var blockers: [NoticePoint] { points.filter { $0.standing == .blocks } }

  /// The notice; refuses where something stands in the way.
  public func notice(
    checked: SchoolDate, issuer: PenaltyNotices.Issuer
  ) throws(NoticeRefusal) -> PenaltyNotice {
    guard blockers.isEmpty, let first = sessions.first, let last = sessions.last else {
      throw .blocked(parent: contact.name, blockers)
    }
    return PenaltyNotice(
      parent: contact.name, issued: issued, issuer: issuer.rawValue, level: nil, checked: checked,
      sessions: first...last, count: sessions.count)
  }
}
