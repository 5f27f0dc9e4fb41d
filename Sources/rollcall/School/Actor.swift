import Attendance
import Glibc
import Policies

/// Who acts: the operating-system account in a real school, the name picked in a practice school.
struct Actor {
  /// The name the practice school's built-in administrator signs in by.
  static let practiceAdministrator = "admin"
  /// The role of the first administrator, which every shipped policy has.
  static let administrator = "administrator"

  let person: Person
  /// The group whose register is theirs, or empty.
  let group: String
  /// Their role, or nil for the practice school's administrator, who may do all that any role may.
  let role: String?

  /// The member of staff.
  init(_ staff: Staff) {
    person = Person(staff)
    group = staff.group
    role = staff.role
  }

  /// The practice school's built-in administrator.
  private init() {
    person = Person(
      login: Self.practiceAdministrator, name: "Practice administrator",
      position: "Administrator")
    group = ""
    role = nil
  }

  /// The person of that login, or of this account, if they may sign in on the date.
  init(login: String?, isPractice: Bool, staff: [Staff], on date: SchoolDate) throws {
    if !isPractice, login != nil {
      throw Refused(
        "rollcall: --as is for practice schools; in a real school the account that runs the "
          + "command acts, so leave it out")
    }
    if isPractice, login == nil || login == Self.practiceAdministrator {
      self.init()
      return
    }
    let name = login ?? Self.account
    guard let member = staff.first(where: { $0.login == name }) else {
      throw Refused(
        isPractice
          ? "rollcall: nobody signs in as '\(name)'; 'rollcall staff list' names them all"
          : "rollcall: the account '\(name)' belongs to no member of staff; an administrator adds "
            + "it with 'rollcall staff add'")
    }
    if let ends = member.ends, ends < date {
      throw Refused(
        "rollcall: \(member.name) could sign in until \(ends); an administrator can renew it")
    }
    self.init(member)
  }

  /// The name of the account that runs the program.
  static var account: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid \(getuid())"
  }

  /// What they may do under the policy.
  func permissions(under policy: Policy) -> Permissions {
    role.map { policy.permissions(of: $0) } ?? policy.permissionsOfEveryRole
  }
}
