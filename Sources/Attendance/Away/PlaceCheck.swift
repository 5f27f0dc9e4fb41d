/// Pupils due in no group at a session, or in two at once (U13).
public struct PlaceCheck: Hashable, Sendable {
  /// A pupil whose place is not plain.
  public struct Finding: Hashable, Sendable {
    /// Who.
    public let member: Roll.Member
    /// The groups that each say the pupil is due there; none where no group does.
    public let groups: [String]

    /// Whether nobody would take the pupil's mark.
    public var isInNone: Bool { groups.isEmpty }
  }

  /// The findings, in the order of a register.
  public let findings: [Finding]

  /// The check of everybody due at the session.
  ///
  /// A place in another group stands above the form, so that one such place is plain; two are not,
  /// since only one of their takers will have the pupil. A list away from the form stands above a
  /// teaching set, unless the set was entered later and has the pupil.
  public init(_ roll: Roll, at session: Session, lists: Set<String> = []) {
    let places = Dictionary(
      grouping: roll.memberships.filter { $0.applies(at: session) }, by: \.pupil)
    findings = roll.members(on: session.date).filter(\.enrolment.isMarked).compactMap { member in
      let elsewhere = Set((places[member.pupil.id] ?? []).map(\.group)).sorted()
      let away = elsewhere.filter(lists.contains)
      let isListed = away.count == 1 && roll.group(of: member, at: session) == away[0]
      if elsewhere.count > 1, !isListed { return Finding(member: member, groups: elsewhere) }
      let group = away.first ?? elsewhere.first ?? member.particulars.group
      return group.allSatisfy(\.isWhitespace) ? Finding(member: member, groups: []) : nil
    }
  }
}
