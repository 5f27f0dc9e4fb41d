import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// The line about attendance for school reports and statements to parents.
struct StatementCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "The line about attendance for school reports, one for each pupil of a group.",
    discussion: """
      Attendance, absence authorised and not, lateness and days missed, with one sentence in plain \
      words to go into a report. Without dates it is the school year so far.
      """)

  @Argument(help: "A group, or a pupil by UPN or name as written.")
  var whom: String
  @Option(help: "The first day; without it, the first of the school year.")
  var from: SchoolDate?
  @Option(help: "The last day; without it, today.")
  var to: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let begun = school.lastSessionBegun
    let last = to.map { min(Session($0, .pm), begun) } ?? begun
    let first = from ?? SchoolYear(of: last.date).firstDay
    _ = try ClosedRange(asked: first, to: last.date)
    let desk = try OfficeDesk(school)
    let members = try members(desk, at: last)
    let calendar = desk.calendar
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year) where year.lastDay >= first && year.firstDay <= last.date
    {
      sheets[year] = try school.store.sheets(of: year, pupils: members.map(\.pupil.id))
    }
    let figures = Figures(
      roll: desk.roll, calendar: calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: sheets)
    let rows = members.map { member -> [RowTable.Cell] in
      let tally = figures.tally(of: member.pupil.id, from: first, through: last)
      return [
        .code(member.pupil.upn.text), .text(member.pupil.name.onRegister),
        .text(member.particulars.group), .percentage(orEmpty: tally.attendance),
        .number(tally.possible), .number(tally.attended), .number(tally.authorised),
        .number(tally.unauthorised), .number(tally.late), .tenths(tally.absent * 5),
        .text(Self.sentence(tally, of: member.pupil.name.knownAs)),
      ]
    }
    try Output.print(
      RowTable(
        [
          "upn", "name", "group", "attendance_percent", "possible", "attended", "authorised",
          "unauthorised", "late", "days_missed", "statement",
        ], rows: rows), as: format)
  }

  /// The pupils meant, whose figures the person may see.
  private func members(_ desk: OfficeDesk, at last: Session) throws -> [Roll.Member] {
    let groups = desk.roll.groups(at: last).keys
    if let group = groups.first(where: { $0.lowercased() == whom.lowercased() }) {
      try require(desk, group)
      return desk.roll.members(on: last.date).filter {
        $0.particulars.group == group && $0.enrolment.isCounted
      }
    }
    let member = try desk.member(whom, on: last.date)
    try require(desk, member.particulars.group)
    return [member]
  }

  /// Refuses who may not see the figures, or sees those of groups alone: a statement names a pupil.
  private func require(_ desk: OfficeDesk, _ group: String) throws {
    for right in [Right.viewFigures, .viewPupil] { try desk.school.require(right, group: group) }
  }

  /// The line as a report has it.
  private static func sentence(_ tally: Tally, of name: String) -> String {
    guard let share = tally.attendance else { return "No day of \(name)'s counts in this time." }
    let missed =
      tally.absent == 0
      ? "\(name) missed no school" : "\(name) missed \(HalfDays(tally.absent).inWords) of school"
    let late =
      tally.late == 0
      ? "" : ", and was late \(tally.late == 1 ? "once" : "\(tally.late) times")"
    return "Attendance \(share)%: \(missed)\(late)."
  }
}
