public import Attendance

/// Reads staff.csv: who may sign in, and as what.
public enum StaffImport {
  enum Column: String, ImportColumn {
    case login
    case name
    case position
    case role
    case registrationGroup = "registration_group"

    var isRequired: Bool { self != .registrationGroup }
  }

  /// What the file changes, or every fault that keeps it out.
  ///
  /// Staff the file does not name stay as they are; nobody's access ends by being left out.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext
  ) throws(FaultList) -> ImportPlan<Staff> {
    let known = Dictionary(
      context.staff.map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String: Int] = [:]
    var plan = ImportPlan<Staff>(file: file.name, one: "member of staff", many: "members of staff")
    var faults = FaultList(file: file.name)
    ImportRow<Column>.read(file, faults: &faults) { row in
      let login = login(in: &row)
      let name = row.needed(.name, .name)
      let position = row.needed(.position)
      let role = role(in: &row, among: context.roles)
      let group = row.has(.registrationGroup) ? row.text(.registrationGroup) : nil
      if let first = lines[login], !login.isEmpty {
        row.fault("a second row for login \(login); the first is on line \(first), delete one")
      }
      lines[login] = lines[login] ?? row.line
      guard row.isSound else { return }
      let old = known[login]
      var member = Staff(login: login, name: name, position: position, role: role)
      member.group = group ?? old?.group ?? ""
      // When a post begins and ends is no column of the file: what is known of it stays.
      (member.starts, member.ends, member.endsAt) = (old?.starts, old?.ends, old?.endsAt)
      member.isPass = old?.isPass ?? false
      plan.take(member, over: old)
    }
    if !faults.isEmpty { throw faults }
    return plan
  }

  private static func login(in row: inout ImportRow<Column>) -> String {
    let login = row.needed(.login)
    if login.contains(" ") {
      row.fault("login '\(Nearest.clipped(login))' has a blank in it; write it as one word")
    }
    return login
  }

  private static func role(in row: inout ImportRow<Column>, among roles: [String]) -> String {
    let role = row.needed(.role)
    if role.isEmpty || roles.contains(role) { return role }
    let wrong = "the policy has no role '\(Nearest.clipped(role))'"
    if let nearest = Nearest.name(to: role, among: roles) {
      row.fault("\(wrong); did you mean '\(nearest)'?")
    } else {
      row.fault("\(wrong); there are \(roles.joined(separator: ", "))")
    }
    return ""
  }
}

extension ImportPlan where Value == Staff {
  /// Whose role changes, from which to which: with it changes what they may see and do.
  public var roleChanges: [String] {
    changed.filter { $0.before.role != $0.after.role }.map {
      "\($0.after.name) (\($0.after.login)): \($0.before.role) becomes \($0.after.role)"
    }
  }
}
