import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Enters an absence known beforehand, takes one back, or lists those of a date.
struct PlanCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Enter an absence known beforehand, take one back, or list those of a date.",
    discussion: "A plan prefills registers and is no mark by itself.")

  @Argument(help: "The pupils, by UPN or name; none lists the plans.")
  var pupils: [String] = []
  @Option(help: "The code.")
  var code: String?
  @Option(help: "Where the knowledge comes from: report, leave, timetable, visit or closure.")
  var source = Plan.Source.visit
  @Option(help: "The first day, with :am or :pm where it is not the whole day.")
  var from: SessionArgument?
  @Option(help: "The last day; without it, the first.")
  var through: SessionArgument?
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "Take back the plan with this number; --words say why.")
  var withdraw: Int64?
  @Option(help: "List the plans of that date.")
  var date: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if !pupils.isEmpty, code == nil { throw ValidationError("a plan needs its --code") }
    if withdraw != nil, words.isEmpty {
      throw ValidationError("a plan is taken back for a reason; give it with --words")
    }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.planAbsence)
    let desk = try OfficeDesk(school)
    if let withdraw {
      try OfficeAct(school: school, act: desk.act(withdrawing: withdraw, words)).perform(as: format)
    } else if pupils.isEmpty {
      try Output.print(desk.plans(on: date ?? desk.now.date), as: format)
    } else {
      try OfficeAct(school: school, act: act(desk)).perform(as: format)
    }
  }

  private func act(_ desk: OfficeDesk) throws -> Act {
    let first = from?.first ?? Session(desk.now.date, .am)
    let absence = KnownAbsence(
      from: first, through: through?.last ?? from?.last ?? Session(first.date, .pm),
      code: code?.uppercased(), source: source)
    let members = try pupils.map(desk.member)
    for member in members { try desk.requireWords(words, for: absence, of: member) }
    return try Report.act(
      planning: try members.map { try desk.report(of: $0, absence: absence) },
      saying: words, under: desk.rules, by: desk.school.actor.person, now: desk.now)
  }
}

extension OfficeDesk {
  /// The act that takes a planned absence back.
  func act(withdrawing number: Int64, _ why: String) throws -> Act {
    let book = try school.store.dayBook(.between(now.date, now.date.adding(days: 400)))
    guard let known = book.absences.first(where: { $0.line.id.number == number }) else {
      throw Refused(
        "rollcall: no plan from today on has the number \(number); list them with 'plan'")
    }
    return Act(
      kind: .planned, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: known.line.pupil, date: now.date, about: .kept(known.line.id),
          matter: .withdrawn, words: why)
      ])
  }

  /// The absences known beforehand that speak of the date.
  func plans(on date: SchoolDate) throws -> RowTable {
    let book = try school.store.dayBook(.absences(on: date))
    return RowTable(
      [
        "line", "upn", "from", "from_session", "through", "through_session", "code", "source",
        "words", "by",
      ],
      rows: book.absences.map { line, absence in
        [
          .number(Int(line.id.number)),
          .code(orEmpty: line.pupil.flatMap { roll.pupils[$0] }?.upn.text),
          .date(absence.from.date), .code(absence.from.half.rawValue),
          .date(absence.through.date), .code(absence.through.half.rawValue),
          .code(orEmpty: absence.code), .code(absence.source.rawValue),
          .text(orEmpty: line.words.isEmpty ? nil : line.words), .text(line.by.name),
        ]
      })
  }
}
