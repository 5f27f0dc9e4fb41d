import Attendance
import Policies
import Storage

/// About which pupils a person may do something: about everybody, or those of their own groups, years
/// and cases.
struct PupilReach {
  let school: OpenSchool
  let person: Actor
  let permissions: Permissions
  let right: Right

  init(_ right: Right, in school: OpenSchool, for person: Actor? = nil) {
    self.right = right
    self.school = school
    self.person = person ?? school.actor
    permissions = self.person.permissions(under: school.policy)
  }

  /// Those of the members whom the right reaches; refuses where it is not held for anybody at all.
  ///
  /// The years of a head of year with a form are found among everybody on roll.
  func reached(of members: [Roll.Member], among everybody: [Roll.Member]) throws -> [Roll.Member] {
    if permissions.may(right) { return members }
    guard permissions.mayEver(right) else {
      try refuse()
      return []
    }
    let years = person.ownYears(among: everybody)
    let ownCases = try self.ownCases()
    var known: [String: Set<Reach>] = [:]
    return try members.filter { member in
      let group = member.particulars.group
      var relations = try known[group] ?? school.relations(of: person, to: group)
      known[group] = relations
      if years.contains(member.particulars.yearGroup) { relations.insert(.ownYears) }
      if ownCases.contains(member.pupil.id) { relations.insert(.ownCases) }
      return permissions.may(right, relations: relations)
    }
  }

  /// The pupils who have an open case that is with the person, by name or by role.
  private func ownCases() throws -> Set<Pupil.ID> {
    let isAsked = permissions.roles.contains { $0.rights[right]?.contains(.ownCases) ?? false }
    guard isAsked else { return [] }
    let cases = try school.store.dayBook(.casework).cases
    return Set(cases.filter { $0.isOpen && $0.owner.isWith(person) }.compactMap(\.pupil))
  }

  /// Refuses in the words of the right that is missing.
  func refuse() throws {
    if let denial = permissions.denial(of: right) { throw Refused("rollcall: \(denial)") }
  }
}
