import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// Closes the school or a part of it, takes a closure back, or lists those that stand.
struct CloseCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close the school or a part of it by three answers, or take a closure back.",
    discussion: """
      Nobody could come: name nobody, and everybody is Y4. Some could: name those who could not, \
      and they alone are Y3. Planned from tomorrow on, for the whole school or whole years: \
      --planned, and it goes into the calendar as #. Marks already made at a registered session \
      stand. --dry-run shows what it touches; --yes does it without asking. Without any option it \
      lists closures.
      """)

  @Option(help: "The first day, with :pm where it is the afternoon only; without it, today.")
  var date: SessionArgument?
  @Option(help: "The last day; without it, the first.")
  var through: SessionArgument?
  @Option(help: "Only am or pm.")
  var session: HalfDay?
  @Option(help: "The campus that could not be accommodated.")
  var campus = ""
  @Option(help: "The years that could not be: 7,8.")
  var years = ""
  @Option(help: "The groups that could not be: 7A,7B.")
  var groups = ""
  @Option(help: "The pupils who could not be, by UPN, with commas.")
  var pupils = ""
  @Option(help: "Why: snow.")
  var reason: String?
  @Flag(help: "A part of the school was open; name those who could not be accommodated.")
  var openForSome = false
  @Flag(help: "Planned ahead, from tomorrow on: it goes into the calendar.")
  var planned = false
  @Option(help: "When it was decided today, where that was earlier: 07:10.")
  var decided: TimeOfDay?
  @Option(help: "Who decided it; without it, you.")
  var by: String?
  @Option(help: "Take the closure with this number back; --words say why.")
  var undo: Int64?
  @Option(help: "Why a closure is taken back.")
  var words = ""
  @Flag(help: "Only show what it would touch.")
  var dryRun = false
  @Flag(help: "Do it without asking.")
  var yes = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if undo != nil, words.isBlank {
      throw ValidationError("a closure is taken back for a reason; give it with --words")
    }
    if undo != nil, reason != nil {
      throw ValidationError("--undo and --reason do not go together")
    }
    if planned, openForSome { throw ValidationError("--planned or --open-for-some, not both") }
    let says = date != nil || through != nil || planned || openForSome || decided != nil
    if reason == nil, undo == nil, says {
      throw ValidationError("a closure states its reason; give it with --reason")
    }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try OfficeDesk(school)
    guard reason != nil || undo != nil else {
      try school.require(.viewRegister, to: "see the closures")
      return try Output.print(desk.closuresTable(), as: format)
    }
    try school.require(.closeSchool)
    if let undo {
      let closure = try desk.closure(undo)
      let reopening = try desk.reopening(undo, because: words, by: school.actor.person)
      guard try isWanted(reopening.inWords, "Take it back?") else {
        return try Output.print(reopening.table, as: format)
      }
      let receipt = try desk.keep(reopening, of: closure)
      return try Output.print(reopening.table.with(receipt), as: format)
    }
    let closing = try desk.closing(
      try answers(desk), decidedBy: by, by: school.actor.person)
    let name = { desk.roll.pupils[$0]?.name.onRegister ?? "a pupil" }
    let table = closing.table(name)
    guard try isWanted(closing.inWords(name), "Close?") else {
      return try Output.print(table, as: format)
    }
    try Output.print(table.with(try desk.keep(closing)), as: format)
  }

  /// Whether it is to be done: said beforehand, or asked at a terminal.
  private func isWanted(_ sentences: [String], _ question: String) throws -> Bool {
    if dryRun { return false }
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Refused(
        "rollcall: nothing was done; --dry-run shows what it touches, and --yes does it")
    }
    for sentence in sentences { Output.refuse(sentence) }
    Output.ask("\(question) yes or no")
    if readLine()?.lowercased().hasPrefix("y") == true { return true }
    throw Refused("rollcall: nothing was done")
  }

  private func answers(_ desk: OfficeDesk) throws -> ClosureAnswers {
    let scope = try desk.scope(
      campus: campus, years: years.listed, groups: groups.listed, pupils: pupils.listed)
    let first = date?.date ?? desk.now.date
    let last = through?.date ?? first
    return ClosureAnswers(
      planned ? .planned : openForSome || !scope.isEverybody ? .some : .nobody, scope: scope,
      from: Session(first, session ?? date?.half ?? .am),
      through: Session(
        last, session ?? through?.half ?? (through == nil ? date?.half : nil) ?? .pm),
      reason: reason ?? "", decided: decided.map { Instant(desk.now.date, $0) })
  }
}

extension OfficeDesk {
  /// Those who are named, or a refusal where the school has no such campus, year or group.
  func scope(
    campus: String, years: [String], groups: [String], pupils: [String]
  ) throws -> ClosureScope {
    var scope = ClosureScope()
    let particulars = roll.members(on: now.date).map(\.particulars)
    func known(_ written: String, among names: Set<String>, _ what: String) throws -> String {
      if let name = names.first(where: { $0.lowercased() == written.lowercased() }) { return name }
      throw Refused(
        "rollcall: there is no \(what) '\(written)'; there are "
          + names.filter { !$0.isEmpty }.sorted().joined(separator: ", "))
    }
    if !campus.isEmpty {
      scope.campus = try known(campus, among: Set(particulars.map(\.campus)), "campus")
    }
    scope.years = try years.map { written in
      let name = try known(
        written, among: Set(particulars.map(\.yearGroup.description)), "year")
      return YearGroup(name) ?? .reception
    }
    let names = Set(particulars.map(\.group) + roll.memberships.map(\.group))
    scope.groups = try groups.map { try known($0, among: names, "group") }
    scope.pupils = try pupils.map { try member($0).pupil.id }
    return scope
  }

  /// The closures that stand, newest last.
  func closuresTable() throws -> RowTable {
    RowTable(
      [
        "line", "from", "from_session", "through", "through_session", "code", "campus", "years",
        "groups", "reason", "decided", "entered", "by",
      ],
      rows: try closures().map { line, closure in
        [
          .number(Int(line.id.number)), .date(closure.from.date),
          .code(closure.from.half.rawValue), .date(closure.through.date),
          .code(closure.through.half.rawValue), .code(closure.code),
          .text(orEmpty: closure.campus.isEmpty ? nil : closure.campus),
          .text(
            orEmpty: closure.years.isEmpty
              ? nil : closure.years.map(\.description).joined(separator: " ")),
          .text(orEmpty: closure.groups.isEmpty ? nil : closure.groups.joined(separator: " ")),
          .text(orEmpty: line.words.isEmpty ? nil : line.words), .instant(closure.decided),
          .instant(line.at), .text(line.by.name),
        ]
      })
  }
}

extension String {
  /// The parts between commas, without the blanks around them.
  var listed: [String] {
    split(separator: ",").map { part in
      part.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
