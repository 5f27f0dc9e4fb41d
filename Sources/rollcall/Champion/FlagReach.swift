import Attendance
import Policies

/// Whose flags a person may see: everybody's, or those of their own groups and years.
struct FlagReach {
  private let desk: FlagDesk

  init(_ desk: FlagDesk) {
    self.desk = desk
  }

  /// The pupils whose flags the person may see; refuses where they may see none, or not the one that
  /// is named.
  func members(named name: String? = nil) throws -> [Roll.Member] {
    let school = desk.school
    let members = try name.map { [try named($0)] } ?? desk.members
    if school.permissions.may(.viewFlags) { return members }
    guard school.permissions.mayEver(.viewFlags) else {
      try school.require(.viewFlags)
      return []
    }
    let years = ownYears
    var known: [String: Set<Reach>] = [:]
    let seen = try members.filter { member in
      let group = member.particulars.group
      let relations = try known[group] ?? school.relations(of: school.actor, to: group)
      known[group] = relations
      let ofYear: Set<Reach> = years.contains(member.particulars.yearGroup) ? [.ownYears] : []
      return school.permissions.may(.viewFlags, relations: relations.union(ofYear))
    }
    if name != nil, seen.isEmpty { try school.require(.viewFlags) }
    return seen
  }

  /// The years of a head of year: the one that staff.csv gives in place of a form, or that of the form.
  private var ownYears: Set<YearGroup> {
    let group = desk.school.actor.group
    if group.isEmpty { return [] }
    if let year = YearGroup(group) { return [year] }
    return Set(
      desk.members.filter { $0.particulars.group == group }.map(\.particulars.yearGroup))
  }

  private func named(_ name: String) throws -> Roll.Member {
    let member = try OfficeDesk(desk.school).member(name, on: desk.date)
    guard member.enrolment.isCounted else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is a guest or boards here, and is in no figures; ask the "
          + "school at which the pupil is registered")
    }
    return member
  }
}
