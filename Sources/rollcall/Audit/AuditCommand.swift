import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Shows who did what, and what was not done.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who did what and when, and which registers want something.",
    subcommands: [Acts.self, Gaps.self, Report.self], defaultSubcommand: Acts.self)

  /// Every act, amendment, change of records, print, export and sign-in.
  struct Acts: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "acts",
      abstract: "Every act, amendment, change of records, print, export and sign-in.")

    @Option(help: "The first day; without it, today.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @Option(help: "Only of this kind: taken, amended, records, printed, exported, sign-in.")
    var kind: AuditLine.Kind?
    @Option(help: "Only by this person, by login.")
    var by: String?
    @Option(help: "Only about this pupil, by UPN.")
    var pupil: String?
    @Flag(help: "How often each person did each kind of thing.")
    var summary = false
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let desk = try AuditDesk(school)
      let known = try pupil.map { try school.pupil($0).id }
      if let by, try !school.store.staff().contains(where: { $0.login == by }),
        by != Actor.practiceAdministrator
      {
        throw Refused(
          "rollcall: nobody signs in as '\(by)'; 'rollcall staff list' names them all")
      }
      let lines = try desk.lines(of: AuditDays(from, to, in: school).days).filter { line in
        (kind == nil || line.kind == kind) && (by == nil || line.by.login == by)
          && (known == nil || line.pupil == known)
      }
      try Output.print(summary ? desk.summary(lines) : desk.table(lines), as: format)
    }
  }

  /// Registers not taken or taken late, marks that are missing, sessions still unexplained.
  struct Gaps: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "gaps",
      abstract: "Registers not taken or taken late, missing marks, sessions still unexplained.")

    @Option(help: "The first day; without it, today.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let desk = try AuditDesk(school)
      let days = try AuditDays(from, to, in: school).days
      try school.refuseRemoved(days.lowerBound)
      try Output.print(desk.table(desk.gaps(of: days)), as: format)
    }
  }
}

extension AuditCommand {
  /// How far the register was kept as the law and the policy ask.
  struct Report: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "How far the register was kept as it must be, in counts that name nobody.")

    @Option(help: "The first day; without it, the first of the school year.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let begins = SchoolYear(of: school.clock.now.date).firstDay
      let days = try AuditDays(from ?? min(begins, to ?? begins), to, in: school).days
      try school.refuseRemoved(days.lowerBound)
      try Output.print(ComplianceReport(school, days).table, as: format)
    }
  }
}

/// The days an audit is of: those asked for, up to today.
struct AuditDays {
  let days: ClosedRange<SchoolDate>

  init(_ first: SchoolDate?, _ last: SchoolDate?, in school: OpenSchool) throws {
    let last = last ?? school.clock.now.date
    let first = first ?? last
    guard first <= last else {
      throw Refused("rollcall: --from \(first) comes after --to \(last); turn them round")
    }
    days = first...last
  }
}
