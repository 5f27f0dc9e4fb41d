import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Who is flagged, and why.
struct FlagsCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "flags", abstract: "Who is flagged, by which rule, and why.",
    discussion: """
      Every rule is a few lines of the school's policy; --explain gives the rule in words, where it is \
      written, the sessions that count and what comes next. --why-not with a pupil gives every rule \
      that does not flag them, and how far away it is.
      """)

  @Option(name: .customLong("as-of"), help: "Sessions up to this date; without it, today.")
  var asOf: SchoolDate?
  @Option(help: "Only this rule, by its id.")
  var flag: String?
  @Option(help: "Only this pupil: UPN, or the name as written.")
  var pupil: String?
  @Flag(help: "Also the rule, where it is written, the sessions that count and what comes next.")
  var explain = false
  @Flag(name: .customLong("why-not"), help: "The rules that do not flag the pupil, and how near.")
  var whyNot = false
  @Flag(help: "What is new, changed or gone since the school day before, and since when.")
  var changes = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if [explain, whyNot, changes].count(where: \.self) > 1 {
      throw ValidationError("--explain, --why-not and --changes are three questions; ask one")
    }
    if whyNot, pupil == nil { throw ValidationError("--why-not is about one pupil; add --pupil") }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try FlagDesk(school, on: asOf ?? school.clock.now.date)
    if let flag, desk.policy.rule(flag) == nil {
      let ids = desk.policy.flags.rules.map(\.id).joined(separator: ", ")
      throw Refused("rollcall: the policy has no rule '\(flag)'; it has \(ids)")
    }
    let members = try FlagReach(desk).members(named: pupil)
    if members.isEmpty, school.actor.group.isEmpty, !school.permissions.may(.viewFlags) {
      Output.refuse(
        "rollcall: no pupil is yours to look at, since no form or year is recorded for you; whoever "
          + "keeps the staff list gives it (registration_group), or gives you a case")
    }
    let survey = try desk.survey(of: members, listing: explain || whyNot)
    if changes {
      let changes = try FlagChanges(desk, survey.cases)
      return try Output.print(changes.table(only: flag), as: format)
    }
    let rows = FlagRows(desk, survey.reader)
    let table =
      whyNot
      ? rows.whyNot(survey.cases, only: flag)
      : rows.flags(survey.cases, only: flag, explain: explain)
    try Output.print(table, as: format)
  }
}
