import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Notes about pupils, ordinary ones and those for few eyes.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Notes about a pupil: add one, or list them.",
    discussion: """
      A note about safeguarding or health is read by the roles that have the right to, and is in no \
      letter, pack, page or export. 'rollcall redact' takes the words of a note out for good.
      """, subcommands: [NoteAddCommand.self, NoteListCommand.self])
}

/// Which nature a note has; neither means ordinary.
struct NatureOptions: ParsableArguments {
  @Flag(help: "It is about the child's safety: only roles that may see safeguarding notes read it.")
  var safeguarding = false
  @Flag(help: "It is about health: only roles that may see notes about health read it.")
  var health = false

  /// The nature that was named.
  var nature: DayLine.Nature {
    safeguarding ? .safeguarding : health ? .health : .ordinary
  }

  func validate() throws {
    if safeguarding, health {
      throw ValidationError("--safeguarding or --health, not both: what is both is safeguarding")
    }
  }
}

/// Adds a note about a pupil.
struct NoteAddCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a note about a pupil, on their open case if there is one.",
    discussion: """
      Whoever may add notes may add one about safeguarding or health, and does not read it again \
      without the right to: it goes to those who have it.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "The day it speaks of; without it, today.")
  var on: SchoolDate?
  @OptionGroup var sensitive: NatureOptions
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.noting(
        CaseAction(.note), sensitive.nature,
        for: OfficeDesk(desk.desk.school).member(pupil), on: on ?? desk.date, saying: act.words)
    }
  }
}

/// Lists the notes about a pupil, or the sensitive ones about everybody.
struct NoteListCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The notes about a pupil that you may read, newest first.",
    discussion: """
      Without a pupil: the notes about safeguarding and health that you may read, of the last thirty \
      days or since the day given.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String?
  @Option(help: "Only those typed on that day or later.")
  var since: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let today = school.clock.now.date
    let member = try pupil.map { try OfficeDesk(school).member($0) }
    let readsOrdinary = try require(in: school, about: member)
    let first = since ?? (member == nil ? today.adding(days: -30) : nil)
    let book = try school.dayBook(member.map { .about($0.pupil.id) } ?? .casework)
    let lines = book.lines.filter { line in
      guard line.isNote, member == nil || line.pupil == member?.pupil.id else { return false }
      if line.nature == .ordinary, !readsOrdinary { return false }
      return first.map { line.at.date >= $0 } ?? true
    }
    try Output.print(
      table(lines.reversed(), book, pupils: school.store.roll().pupils), as: format)
  }

  /// Refuses where the person may read no note at all, or none about the pupil; says whether they may
  /// read ordinary ones, which are not listed for the whole school.
  private func require(in school: OpenSchool, about member: Roll.Member?) throws -> Bool {
    let rights = [Right.viewNotes, .viewSafeguarding, .viewHealth]
    guard let member else {
      if rights.dropFirst().contains(where: { school.permissions.may($0) }) { return false }
      try school.require(.viewHealth, to: "list notes about safeguarding or health")
      return false
    }
    let today = school.clock.now.date
    let relations = try school.relations(
      of: school.actor, to: member, among: school.store.roll().members(on: today))
    if rights.contains(where: { school.permissions.may($0, relations: relations) }) {
      return school.permissions.may(.viewNotes, relations: relations)
    }
    if let denial = school.permissions.denial(of: .viewNotes, relations: relations) {
      throw Refused("rollcall: \(denial)")
    }
    return false
  }

  private func table(
    _ lines: [DayLine], _ book: DayBook, pupils: [Pupil.ID: Pupil]
  ) -> RowTable {
    var table = RowTable([
      "line", "upn", "date", "nature", "what", "words", "by", "position", "at", "state",
    ])
    for line in lines {
      table.append([
        .number(Int(line.id.number)), .code(orEmpty: line.pupil.flatMap { pupils[$0] }?.upn.text),
        .date(line.date), .code(line.nature.rawValue), .text(line.matter.inWords),
        .text(orEmpty: line.words.isEmpty ? nil : line.words), .text(line.by.name),
        .text(line.by.position), .instant(line.at),
        .code(orEmpty: book.isWithdrawn(line) ? "taken back" : nil),
      ])
    }
    return table
  }
}

extension DayLine {
  /// Whether it is a note: a word about a pupil, or anything done that few may read of.
  fileprivate var isNote: Bool {
    switch matter {
    case .note: true
    case .casework(.action(let action)): action.kind == .note || nature != .ordinary
    case .message, .concerns, .absence, .attempt, .arrival, .departure, .back, .notHere, .seen,
      .handedOn, .safe, .request, .decision, .timetable, .closure, .list, .elsewhere, .paper,
      .evidence, .told, .nudge, .step, .excused, .week, .casework, .done, .withdrawn:
      false
    }
  }
}
