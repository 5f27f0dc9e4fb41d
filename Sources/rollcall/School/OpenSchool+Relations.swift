import Attendance
import Policies
import Storage

extension OpenSchool {
  /// What a pupil is to the person: of one of their own groups, years or cases.
  func relations(
    of person: Actor, to member: Roll.Member, among members: [Roll.Member]
  ) throws -> Set<Reach> {
    let isOfYear = person.ownYears(among: members).contains(member.particulars.yearGroup)
    let isOfCase = try ownCases(of: person).contains(member.pupil.id)
    return try relations(of: person, to: member.particulars.group)
      .union(isOfYear ? [.ownYears] : []).union(isOfCase ? [.ownCases] : [])
  }

  /// The pupils who have an open case that is with the person, by name or by role.
  func ownCases(of person: Actor) throws -> Set<Pupil.ID> {
    let cases = try store.dayBook(.casework).cases
    return Set(cases.filter { $0.isOpen && $0.owner.isWith(person) }.compactMap(\.pupil))
  }
}
