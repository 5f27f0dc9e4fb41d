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
  /// Whether they hold a pass, and cover what it names and nothing else.
  let isPass: Bool

  /// The member of staff.
  init(_ staff: Staff) {
    person = Person(staff)
    group = staff.group
    role = staff.role
    isPass = staff.isPass
  }

  private init(_ person: Person, role: String?) {
    self.person = person
    group = ""
    self.role = role
    isPass = false
  }

  /// The practice school's built-in administrator.
  static let practice = Actor(
    Person(
      login: practiceAdministrator, name: "Practice administrator", position: "Administrator"),
    role: nil)

  /// Nobody yet: who may do nothing until they have signed in.
  static let nobody = Actor(Person(login: "", name: "", position: ""), role: "")

  /// The person of that login, or of this account, if they may sign in now; nil where a real school
  /// does not know the account.
  static func named(
    _ login: String?, isPractice: Bool, among staff: [Staff], at now: Instant
  ) throws -> Actor? {
    if !isPractice, login != nil {
      throw Refused(
        "rollcall: --as is for practice schools; in a real school the account that runs the "
          + "command acts, so leave it out")
    }
    if isPractice, login == nil || login == practiceAdministrator { return practice }
    let name = login ?? account
    // A pass has a login that some account may happen to have.
    guard let member = staff.first(where: { $0.login == name && (isPractice || !$0.isPass) }) else {
      guard isPractice else { return nil }
      throw Refused(
        "rollcall: nobody signs in as '\(name)'; 'rollcall staff list' names them all")
    }
    if let bar = member.bar(at: now) { throw Refused("rollcall: \(bar)") }
    return Actor(member)
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
