import Attendance
import Exchange
import Storage

extension OpenSchool {
  /// The group that somebody means by that name, in capitals or not, at the session.
  ///
  /// Refuses where there is no such group, with the names most like it.
  func group(named written: String, at session: Session) throws -> String {
    // The whole roll is only read for a name that is not written as it is known.
    if try !store.members(of: written, at: session).isEmpty { return written }
    let roll = try store.roll()
    let due = roll.groups(at: session).keys.sorted()
    let meant = due.filter { $0.lowercased() == written.lowercased() }
    if meant.count == 1 { return meant[0] }
    if meant.count > 1 {
      throw Refused(
        "rollcall: '\(written)' may be \(meant.joined(separator: " or ")); write it as one of them")
    }
    if due.isEmpty {
      throw Refused(
        "rollcall: nobody is on roll on \(session.date); check the date, or import pupils")
    }
    if let known = roll.everyGroup.first(where: { $0.lowercased() == written.lowercased() }) {
      throw Refused(
        "rollcall: nobody of group \(known) is due on \(session); check the date and the session")
    }
    throw Refused(
      "rollcall: there is no group '\(written)'; \(Self.remedy(for: written, among: due))")
  }

  /// The pupils of the group at the session; refuses where there is no such group.
  func members(of group: String, at session: Session) throws -> [Roll.Member] {
    let members = try store.members(of: group, at: session)
    if !members.isEmpty { return members }
    return try store.members(of: self.group(named: group, at: session), at: session)
  }

  private static func remedy(for written: String, among groups: [String]) -> String {
    let near = Nearest.names(to: written, among: groups, atMost: 3)
    if !near.isEmpty { return "did you mean \(near.joined(separator: " or "))?" }
    let shown = groups.prefix(12).joined(separator: ", ")
    return "there are \(shown)" + (groups.count > 12 ? " and \(groups.count - 12) more" : "")
  }
}

extension Roll {
  /// Every group that anybody is in or ever was, or that is described.
  fileprivate var everyGroup: Set<String> {
    Set(
      particulars.values.joined().map(\.group) + memberships.map(\.group) + groups.map(\.name))
  }
}
