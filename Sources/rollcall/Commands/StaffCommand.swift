import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Who may sign in, as what, until when.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Who may sign in, as what, until when.",
    subcommands: [List.self, Add.self, End.self, Roles.self])

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
      let rows = try school.store.staff().sorted { $0.login < $1.login }.map {
        member -> [RowTable.Cell] in
        [
          .text(member.login), .text(member.name), .text(member.position), .text(member.role),
          .text(orEmpty: member.group.isEmpty ? nil : member.group), .date(member.ends),
        ]
      }
      try Output.print(
        RowTable(
          ["login", "name", "position", "role", "registration_group", "ends"], rows: rows),
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
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try school.require(.manageStaff)
      guard school.policy.role(role) != nil else {
        throw Refused(
          "rollcall: the policy has no role '\(role)'; it has "
            + school.policy.roles.map(\.id).joined(separator: ", "))
      }
      let member = Staff(
        login: login, name: name, position: position, role: role, group: group ?? "")
      let before = try school.store.staff().first { $0.login == login }?.role
      try school.keep(staff: [member])
      let change = before.flatMap { $0 == role ? nil : ", no longer \($0)" } ?? ""
      try Output.print("\(name) may sign in as \(login), \(role)\(change)\n")
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

  /// Lists the policy's roles.
  struct Roles: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "roles", abstract: "List the policy's roles.")

    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      try Output.print(
        RowTable(
          ["role", "title", "codes"],
          rows: school.policy.roles.map {
            [
              .text($0.id), .text($0.title),
              .code($0.codes.sorted().joined(separator: " ")),
            ]
          }), as: format)
    }
  }
}
