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

    @OptionGroup var asked: AuditDays
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
      let days = try asked.days(in: school)
      if summary, known == nil {
        return try Output.print(
          desk.summary(desk.counts(of: days).filter { isAsked($0.kind, $0.by) }), as: format)
      }
      let lines = try desk.lines(of: days).filter { line in
        isAsked(line.kind, line.by) && (known == nil || line.pupil == known)
      }
      try Output.print(
        summary ? desk.summary(AuditCount.of(lines)) : desk.table(lines), as: format)
    }

    private func isAsked(_ kind: AuditLine.Kind, _ person: Person) -> Bool {
      (self.kind == nil || kind == self.kind) && (by == nil || person.login == by)
    }
  }

  /// Registers not taken or taken late, marks that are missing, sessions still unexplained.
  struct Gaps: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "gaps",
      abstract: "Registers not taken or taken late, missing marks, sessions still unexplained.")

    @OptionGroup var asked: AuditDays
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let desk = try AuditDesk(school)
      let days = try asked.days(in: school)
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
      let last = to ?? school.clock.now.date
      let days = try ClosedRange(asked: from ?? min(begins, last), to: last)
      try school.refuseRemoved(days.lowerBound)
      try Output.print(ComplianceReport(school, days).table, as: format)
    }
  }
}

/// The days an audit is of: those asked for, up to today.
struct AuditDays: ParsableArguments {
  @Option(help: "The first day; without it, today.")
  var from: SchoolDate?
  @Option(help: "The last day; without it, today.")
  var to: SchoolDate?

  func days(in school: OpenSchool) throws -> ClosedRange<SchoolDate> {
    let last = to ?? school.clock.now.date
    return try ClosedRange(asked: from ?? last, to: last)
  }
}
