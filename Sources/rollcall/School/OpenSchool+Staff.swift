import Attendance
import Policies
import Storage

extension OpenSchool {
  /// Keeps members of staff, new ones and changed ones.
  ///
  /// Refuses somebody without a name or a position, which every amendment states by law, and what
  /// would leave nobody who may manage staff: a real school would be locked for good.
  func keep(staff changed: [Staff]) throws {
    for member in changed
    where [member.login, member.name, member.position].contains(where: \.isBlank) {
      throw Refused(
        "rollcall: '\(member.login)' needs a login, a name and a position; every mark states them")
    }
    if identity.practice == nil {
      let logins = Set(changed.map(\.login))
      let all = try store.staff().filter { !logins.contains($0.login) } + changed
      let managers = all.filter { member in
        member.post(at: clock.now) == .current
          && policy.permissions(of: member.role).denial(of: .manageStaff) == nil
      }
      guard !managers.isEmpty else {
        throw Refused(
          "rollcall: nobody would be left who may manage staff; give somebody else that role first")
      }
    }
    try store.keep(changed, by: actor.person, at: clock.now)
  }
}

extension String {
  /// Whether it holds nothing but blanks.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
