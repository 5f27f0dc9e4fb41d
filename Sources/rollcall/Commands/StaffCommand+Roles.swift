import ArgumentParser
import Exchange
import Policies

extension StaffCommand {
  /// Lists the policy's roles and what each may do.
  struct Roles: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "roles", abstract: "List the policy's roles and what each may do.",
      discussion: "A row for each role and how far its rights reach, its codes and its leave.")

    @Argument(help: "A role; without it, every one.")
    var role: String?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let roles = school.policy.roles.filter { role == nil || $0.id == role }
      if let role, roles.isEmpty {
        throw Refused(
          "rollcall: the policy has no role '\(role)'; it has "
            + school.policy.roles.map(\.id).joined(separator: ", "))
      }
      // One right a row: a role may do thirty things, and a screen has eighty columns.
      var table = RowTable(["role", "reach", "may"])
      for role in roles {
        for (reach, what) in Self.rows(role) {
          table.append([.text(role.id), .text(reach), .text(what)])
        }
      }
      try Output.print(table, as: format)
    }

    private static func rows(_ role: Role) -> [(String, String)] {
      let rights = Reach.allCases.flatMap { reach in
        Right.allCases.filter { role.rights[$0]?.contains(reach) ?? false }
          .map { (reach.rawValue, $0.rawValue) }
      }
      return [("is", role.title)] + rights + codes("mark", role.codesInWords)
        + codes("mark", role.codesLeading.sorted(), of: "led off site")
        + codes("grant leave under", role.grants.sorted())
    }

    private static func codes(
      _ verb: String, _ codes: [String], of reach: String = "codes"
    ) -> [(String, String)] {
      codes.isEmpty ? [] : [(reach, "\(verb) \(codes.joined(separator: " "))")]
    }
  }
}
