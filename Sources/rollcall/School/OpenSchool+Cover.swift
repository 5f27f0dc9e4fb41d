import Attendance
import Policies
import Storage

extension OpenSchool {
  /// What a group is to a person: their own by form, as its taker, or on a date by declared cover.
  func relations(
    of person: Actor, to group: String, on date: SchoolDate? = nil
  ) throws -> Set<Reach> {
    if group == person.group { return [.ownGroups] }
    let taker = try store.group(group).taker
    if !taker.isEmpty, taker == person.person.login { return [.ownGroups] }
    guard let date else { return [] }
    let covers = try store.covers(on: date)
    return covers.contains { $0.group == group && $0.by.login == person.person.login }
      ? [.ownGroups] : []
  }

  /// Why the person cannot declare cover of the register; nil where they can.
  func barToCover(_ key: RegisterKey, by person: Actor) throws -> String? {
    guard !person.isPass else {
      return "a pass is for the groups it names; ask the office for one that names \(key.group)"
    }
    guard policy.registers.anyTeacherMayCover else {
      return "this school's policy lets nobody declare cover; ask the office"
    }
    guard key.session.date == clock.now.date else {
      return "only a register of today can be covered"
    }
    if try store.taken(on: key.session.date)[key] != nil {
      return "the register of \(key.group) is taken already; the office can amend it"
    }
    return person.permissions(under: policy).denial(of: .declareCover)?.description
  }

  /// Keeps in the change log that the person covers the register's group today.
  func declareCover(of key: RegisterKey, by person: Actor) throws {
    if let bar = try barToCover(key, by: person) { throw Refused("rollcall: \(bar)") }
    try store.declare(
      Cover(of: key.group, on: key.session.date, by: person.person), at: clock.now)
  }
}
