import Attendance
import Policies

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
    let asksForCases = permissions.roles.contains {
      $0.rights[right]?.contains(.ownCases) ?? false
    }
    let ownCases = asksForCases ? try school.ownCases(of: person) : []
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

  /// Refuses in the words of the right that is missing.
  func refuse() throws {
    if let denial = permissions.denial(of: right) { throw Refused("rollcall: \(denial)") }
  }
}
