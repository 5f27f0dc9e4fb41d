import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// Takes files in, each whole or not at all.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a file in, whole or not at all.",
    subcommands: [
      Pupils.self, Contacts.self, StaffList.self, Groups.self, Marks.self, Calendar.self,
    ])

  /// Takes in pupils.csv.
  struct Pupils: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "pupils", abstract: "New pupils, and what changes of those already known.")
    @Option(help: "From when a change holds; without it, today.")
    var from: SchoolDate?
    @Flag(help: "Accept changes of dates that leave marks off roll, open gaps or undo a deletion.")
    var accept = false
    @OptionGroup var incoming: IncomingOptions

    var isAccepted: Bool { accept }

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      let roll = try school.store.roll()
      var context = try school.importContext(roll)
      let current = Set(roll.pupils.values.map(\.upn))
      let plan = try answering(else: nil) { (upn: UPN) in
        current.contains(upn) ? nil : try school.store.pupil(upn.text)?.id
      } in: { once in
        try PupilImport.plan(
          file, over: context, numbering: PupilNumbering(following: roll), from: from, once: once)
      }
      // Marks are only read where a time on roll changes: most files change none.
      if plan.changes.contains(where: { $0.enrolment != nil }) {
        for year in context.calendar.years.map(\.year) {
          for (pupil, sheet) in try school.store.sheets(of: year, pupils: nil) {
            context.sheets[pupil, default: []].append(sheet)
          }
        }
      }
      return ImportedChange(
        summary: plan.summary, questions: plan.questions(over: context).map(\.description),
        warnings: plan.warnings, isEmpty: plan.isEmpty
      ) {
        try school.store.keep(plan.rollChanges, by: school.actor.person, at: school.clock.now)
      }
    }
  }

  /// Takes in contacts.csv.
  struct Contacts: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "contacts", abstract: "Who is to be reached about a pupil, and who may be.")
    @OptionGroup var incoming: IncomingOptions

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      let roll = try school.store.roll()
      var context = try school.importContext(roll)
      for pupil in roll.pupils.keys.sorted() {
        context.contacts += try school.store.contacts(of: pupil)
      }
      let plan = try ContactImport.plan(file, over: context)
      var kept = Dictionary(grouping: context.contacts, by: \.pupil)
      for change in plan.changed { kept[change.before.pupil]?.removeAll { $0 == change.before } }
      let brought = Dictionary(grouping: plan.new + plan.changed.map(\.after), by: \.pupil)
      let changes = brought.keys.sorted().map {
        RollChange.contacts($0, (kept[$0] ?? []) + (brought[$0] ?? []))
      }
      return ImportedChange(summary: plan.summary, isEmpty: plan.isEmpty) {
        try school.store.keep(changes, by: school.actor.person, at: school.clock.now)
      }
    }
  }

  /// Takes in staff.csv.
  struct StaffList: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "staff", abstract: "Who may sign in, and as what.")
    @OptionGroup var incoming: IncomingOptions

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      try school.require(.manageStaff)
      let plan = try StaffImport.plan(file, over: school.importContext(Roll()))
      return ImportedChange(
        summary: plan.summary, details: plan.roleChanges, isEmpty: plan.isEmpty
      ) {
        try school.keep(staff: plan.new + plan.changed.map(\.after))
      }
    }
  }

  /// Takes in groups.csv.
  struct Groups: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "groups",
      abstract: "Groups other than the form: who belongs to them, who takes them and where.")
    @OptionGroup var incoming: IncomingOptions

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      let plan = try GroupImport.plan(file, over: school.importContext(school.store.roll()))
      let groups = plan.groups.new + plan.groups.changed.map(\.after)
      let places = plan.memberships.new + plan.memberships.changed.map(\.after)
      return ImportedChange(summary: plan.summary, isEmpty: plan.isEmpty) {
        try school.store.keep(
          groups.map(RollChange.group) + places.map(RollChange.membership),
          by: school.actor.person, at: school.clock.now)
      }
    }
  }

  /// Takes in calendar.yaml.
  struct Calendar: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "calendar", abstract: "Terms, half terms and closures.")
    @OptionGroup var incoming: IncomingOptions

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      try school.require(.manageCalendar)
      let plan = try CalendarImport.plan(file, over: school.importContext(Roll()))
      let years = plan.new + plan.changed.map(\.after)
      return ImportedChange(
        summary: plan.summary, notice: try Self.closedMarks(under: years, in: school)?.sentence,
        isEmpty: plan.isEmpty
      ) {
        try school.store.keep(years, by: school.actor.person, at: school.clock.now)
      }
    }

    /// The marks on record that these years leave on closed days; nil where no year changes.
    private static func closedMarks(
      under years: [CalendarYear], in school: OpenSchool
    ) throws -> MarksOnClosedDays? {
      if years.isEmpty { return nil }
      var sheets: [Pupil.ID: [YearSheet]] = [:]
      for year in years {
        for (pupil, sheet) in try school.store.sheets(of: year.year, pupils: nil) {
          sheets[pupil, default: []].append(sheet)
        }
      }
      return MarksOnClosedDays(
        roll: try school.store.roll(), calendar: SchoolCalendar(years), sheets: sheets)
    }
  }
}

/// What every import is told: the file, and whether only to try.
struct IncomingOptions: ParsableArguments {
  @Argument(help: "The file.")
  var file: String
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false
  @Option(help: "Pupils or marks from another system: a YAML file that names its columns.")
  var map: String?
  @OptionGroup var options: SchoolOptions
}

/// What a file changes, ready to be made.
struct ImportedChange {
  let summary: String
  /// What is said line by line beside the numbers.
  let details: [String]
  /// What is worth knowing and no fault.
  let notice: String?
  /// What somebody has to accept first, a sentence each.
  let questions: [String]
  let warnings: FaultList?
  let isEmpty: Bool
  let make: () throws -> Void

  init(
    summary: String, details: [String] = [], notice: String? = nil, questions: [String] = [],
    warnings: FaultList? = nil, isEmpty: Bool, make: @escaping () throws -> Void
  ) {
    self.summary = summary
    self.details = details
    self.notice = notice
    self.questions = questions
    self.warnings = warnings
    self.isEmpty = isEmpty
    self.make = make
  }
}

/// A command that takes one file in.
protocol FileImport: PlainCommand {
  var incoming: IncomingOptions { get }
  /// Whether what has to be accepted was accepted beforehand.
  var isAccepted: Bool { get }
  func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange
}

extension FileImport {
  var isAccepted: Bool { false }

  /// Lists what has to be accepted, and asks at a terminal; refuses where nobody can answer.
  private func confirm(_ questions: [String]) throws {
    if questions.isEmpty { return }
    for question in questions { Output.refuse("notice: \(question)") }
    if isAccepted || incoming.dryRun { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Refused(
        "rollcall: nothing was changed; check these dates, and say --accept if they are right")
    }
    Output.ask("No mark is touched. Are these dates right? yes or no")
    if readLine()?.lowercased().hasPrefix("y") == true { return }
    throw Refused("rollcall: nothing was changed")
  }

  func perform() throws {
    let school = try incoming.options.open()
    try school.require(.importData)
    let came = IncomingFile(
      named: incoming.file,
      bytes: try OwnRights.with { try FileBytes.read(incoming.file, orPipe: true) })
    let progress = Progress("importing \(incoming.file)")
    let change: ImportedChange
    let mapped: MappedFile?
    do {
      mapped = try incoming.map.map { try read(came, through: $0) }
    } catch let faults as FaultList {
      throw Refused(lines: faults.lines + ["nothing was changed"])
    }
    do {
      change = try plan(mapped?.file ?? came, for: school)
    } catch let faults as FaultList {
      let told = mapped?.inSource(faults) ?? faults
      throw Refused(lines: told.lines + ["nothing was changed"])
    }
    let warnings = change.warnings.map { mapped?.inSource($0) ?? $0 }
    for warning in warnings?.lines ?? [] { Output.refuse(warning) }
    if let notice = change.notice { Output.refuse("notice: \(notice)") }
    try confirm(change.questions)
    progress.show(0.3)
    if !change.isEmpty, !incoming.dryRun { try change.make() }
    progress.show(1)
    let summary = change.summary + (incoming.dryRun ? "; tried only, nothing was changed" : "")
    try Output.print(([summary] + change.details).joined(separator: "\n") + "\n")
  }

  /// The file as one of ours, read through the map at that path.
  private func read(_ file: IncomingFile, through path: String) throws -> MappedFile {
    let name = Self.configuration.commandName ?? ""
    guard let kind = ColumnMap.Kind(rawValue: name) else {
      throw Refused("rollcall: a map is for pupils and marks; \(name) come in as they are")
    }
    let map = IncomingFile(
      named: path, bytes: try OwnRights.with { try FileBytes.read(path, orPipe: true) })
    return try MappedFile(file, through: ColumnMap.read(map, for: kind))
  }
}
