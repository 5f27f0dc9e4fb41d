/// A pupil marked N today whose absence nobody has explained: first-day contact is due.
public struct Unexplained: Hashable, Sendable {
  /// Who, with group, year and campus of the day.
  public let member: Roll.Member
  /// The mark that stands.
  public let standing: RegisterRow.Standing
  /// What has been tried so far, first try first.
  public let attempts: [DayLine]
  /// To whom the pupil was handed on, or nil; handed on is not found (U5).
  public let handedOn: DayLine?
  /// The circumstances that make the child more vulnerable, in words.
  public let concerns: [String]

  /// An absence with these details.
  public init(
    member: Roll.Member, standing: RegisterRow.Standing, attempts: [DayLine] = [],
    handedOn: DayLine? = nil
  ) {
    self.member = member
    self.standing = standing
    self.attempts = attempts
    self.handedOn = handedOn
    concerns = member.concerns
  }

  /// The session it is about.
  public var session: Session { standing.entry.session }

  /// Those among the members whose mark at the session is N, from registers that were taken (U7).
  ///
  /// A pupil leaves the list by a reason, which replaces the N, or by arriving; one handed on stays.
  public static func among(
    _ members: [Roll.Member], standing: [Pupil.ID: RegisterRow.Standing], _ book: DayBook
  ) -> [Unexplained] {
    let handedOn = Dictionary(
      book.handedOn.compactMap { line in line.pupil.map { ($0, line) } },
      uniquingKeysWith: { first, _ in first })
    // Most have one date: where everybody was is worked out once for each.
    let dates = Set(standing.values.map(\.entry.session.date))
    let places = Dictionary(
      dates.map { ($0, book.whereabouts(on: $0)) }, uniquingKeysWith: { first, _ in first })
    let found = members.compactMap { member -> Unexplained? in
      guard let mark = standing[member.pupil.id], mark.entry.code == "N" else { return nil }
      switch places[mark.entry.session.date]?[member.pupil.id] {
      case .arrived, .back, .seen: return nil
      case .left, .notHere, nil: break
      }
      return Unexplained(
        member: member, standing: mark,
        attempts: book.attempts(about: member.pupil.id, on: mark.entry.session.date).map(\.line),
        handedOn: handedOn[member.pupil.id])
    }
    return inOrder(found)
  }

  /// The most vulnerable first, then the longest unexplained, then as in a register.
  private static func inOrder(_ found: [Unexplained]) -> [Unexplained] {
    Pupil.inRegisterOrder(found, pupil: \.member.pupil).enumerated().sorted { one, other in
      let (mine, theirs) = (one.element, other.element)
      if mine.concerns.count != theirs.concerns.count {
        return mine.concerns.count > theirs.concerns.count
      }
      return (mine.standing.at, one.offset) < (theirs.standing.at, other.offset)
    }.map(\.element)
  }
}

extension Roll.Member {
  /// The circumstances that make the child more vulnerable, in words.
  public var concerns: [String] {
    let about = particulars.characteristics
    return [
      (about[.socialWorker] == "yes", "social worker"),
      (about[.lookedAfter] == "yes", "looked after"),
      (about[.yot] == "yes", "youth offending team"),
    ].compactMap { $0.0 ? $0.1 : nil }
  }
}
