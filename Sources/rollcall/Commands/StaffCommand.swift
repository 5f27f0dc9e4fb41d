import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Who may sign in, as what, until when.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Who may sign in, as what, until when.",
    subcommands: [List.self, Add.self, Passphrase.self, End.self, Roles.self])

  /// Lists the members of staff.
  struct List: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the members of staff.")

    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      if school.identity.practice == nil { try school.require(.manageStaff) }
      let now = school.clock.now
      // Passes of other days are history, not staff: 'rollcall pass --list' knows them.
      let rows = try school.store.staff().filter { !$0.isPass || $0.post(at: now) != .ended }
        .sorted { $0.login < $1.login }.map {
          member -> [RowTable.Cell] in
          [
            .text(member.login), .text(member.name), .text(member.position), .text(member.role),
            .text(orEmpty: member.group.isEmpty ? nil : member.group), .date(member.ends),
            .date(member.starts),
          ]
        }
      try Output.print(
        RowTable(
          ["login", "name", "position", "role", "registration_group", "ends", "starts"],
          rows: rows),
        as: format)
    }
  }

  /// Adds a member of staff, or changes one.
  struct Add: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a member of staff, or change one.")

    @Argument(help: "The login: an operating-system account.")
    var login: String
    @Option(help: "The name, as it is to stand in the register.")
    var name: String
    @Option(help: "The position.")
    var position: String
    @Option(help: "One of the policy's roles; 'rollcall staff roles' lists them.")
    var role: String
    @Option(help: "The group whose register is theirs.")
    var group: String?
    @Option(name: .customLong("from"), help: "The first day they may sign in.")
    var starts: SchoolDate?
    @Option(name: .customLong("until"), help: "The last day they may sign in.")
    var ends: SchoolDate?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try school.require(.manageStaff)
      guard school.policy.role(role) != nil else {
        throw Refused(
          "rollcall: the policy has no role '\(role)'; it has "
            + school.policy.roles.map(\.id).joined(separator: ", "))
      }
      if let starts, let ends, ends < starts {
        throw Refused("rollcall: the post would end on \(ends), before it begins on \(starts)")
      }
      let known = try school.store.staff().first { $0.login == login }
      if known?.isPass == true {
        throw Refused("rollcall: '\(login)' is the login of a pass; give this person another one")
      }
      let member = Staff(
        login: login, name: name, position: position, role: role, group: group ?? "",
        starts: starts, ends: ends)
      let before = known?.role
      try school.keep(staff: [member])
      let change = before.flatMap { $0 == role ? nil : ", no longer \($0)" } ?? ""
      let dates = [starts.map { " from \($0)" }, ends.map { " until \($0)" }].compactMap(\.self)
      try Output.print("\(name) may sign in as \(login), \(role)\(dates.joined())\(change)\n")
    }
  }

  /// Ends a member of staff's access.
  struct End: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "End a member of staff's access.")

    @Argument(help: "The login.")
    var login: String
    @Option(help: "The last day; without it, yesterday.")
    var on: SchoolDate?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try school.require(.manageStaff)
      guard var member = try school.store.staff().first(where: { $0.login == login }) else {
        throw Refused(
          "rollcall: nobody signs in as '\(login)'; 'rollcall staff list' names them all")
      }
      member.ends = on ?? school.clock.now.date.adding(days: -1)
      try school.keep(staff: [member])
      try Output.print("\(member.name) may sign in until \(member.ends?.description ?? "")\n")
    }
  }
}
