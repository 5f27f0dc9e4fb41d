import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Enters an absence, a timetable or a suspension known beforehand, takes one back, or lists.
struct PlanCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Enter an absence or a timetable known beforehand, take one back, or list a date's.",
    discussion: """
      A plan prefills registers and is no mark by itself. Timetables are written as sessions of \
      the week: --part-time "mon am, tue am 10:30-12:00" are those at which the pupil is due here, \
      --shared "wed, thu am" those at the other school.
      """)

  @Argument(help: "The pupils, by UPN or name; none lists the plans.")
  var pupils: [String] = []
  @Option(help: "The code.")
  var code: String?
  @Option(
    help: "Where the knowledge comes from: report, leave, timetable, visit, suspension or closure.")
  var source: Plan.Source?
  @Option(help: "The first day, with :am or :pm where it is not the whole day.")
  var from: SessionArgument?
  @Option(help: "The last day; without it, the first.")
  var through: SessionArgument?
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "A part-time timetable: the sessions at which the pupil is due here.")
  var partTime: String?
  @Option(help: "A timetable shared with another school: the sessions there.")
  var shared: String?
  @Option(help: "The other school.")
  var school = ""
  @Option(help: "The last day of the timetable.")
  var until: SchoolDate?
  @Option(help: "When the timetable is looked at again.")
  var review: SchoolDate?
  @Option(help: "On this day the timetable with the number --of does not hold.")
  var notOn: SchoolDate?
  @Option(help: "The number of a timetable.")
  var of: Int64?
  @Flag(help: "Suspended: E for five school days, then what --provision says.")
  var suspended = false
  @Flag(help: "Permanently excluded, until the pupil leaves the roll.")
  var excluded = false
  @Option(help: "The education arranged from the sixth school day: where and what.")
  var provision = ""
  @Option(help: "The code of that provision: K, arranged by the authority, or B.")
  var provisionCode: String?
  @Option(help: "All pupils of the year group who may have the code, in one act.")
  var year: YearGroup?
  @Option(help: "All pupils of the group who may have the code, in one act.")
  var group: String?
  @Flag(help: "Count whom it would touch, and keep nothing.")
  var dryRun = false
  @OptionGroup var overlap: OverlapOptions
  @Option(help: "Take back the plan with this number; --words say why.")
  var withdraw: Int64?
  @Option(help: "List the plans of that date.")
  var date: SchoolDate?
  @Flag(help: "List the timetables that have ended with nothing after them, and the blanks since.")
  var ended = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if source == .list { throw ValidationError("a list is made with 'rollcall list'") }
    let kinds = [partTime != nil, shared != nil, suspended, excluded, code != nil].count { $0 }
    if kinds > 1 {
      throw ValidationError(
        "one of --code, --part-time, --shared, --suspended or --excluded at a time")
    }
    let isForMany = year != nil || group != nil
    if !pupils.isEmpty || isForMany, kinds == 0 {
      throw ValidationError("a plan needs its --code, or says what else it is")
    }
    if isForMany, !pupils.isEmpty || code == nil {
      throw ValidationError("--year and --group plan one --code for all, and name no pupil")
    }
    if dryRun, !isForMany { throw ValidationError("--dry-run goes with --year or --group") }
    if partTime != nil || shared != nil, from == nil || until == nil {
      throw ValidationError("a timetable has its first and last day: --from and --until")
    }
    if partTime != nil || shared != nil || suspended || excluded, pupils.count != 1 {
      throw ValidationError("name the one pupil it is for")
    }
    if suspended, from == nil || through == nil {
      throw ValidationError("a suspension has its dates: --from and --through")
    }
    if withdraw != nil, words.isBlank {
      throw ValidationError("a plan is taken back for a reason; give it with --words")
    }
    if (notOn != nil) != (of != nil) {
      throw ValidationError("--not-on DATE needs the timetable, --of NUMBER")
    }
  }

  func perform() throws {
    let open = try options.open()
    let acts = withdraw != nil || of != nil || year != nil || group != nil || !pupils.isEmpty
    try open.require(.planAbsence, to: acts ? nil : "see plans")
    let desk = try OfficeDesk(open)
    if let withdraw {
      try keep(desk.act(withdrawing: withdraw, words), desk)
    } else if let notOn, let of {
      try keep(desk.act(lettingOff: of, on: notOn, words), desk)
    } else if year != nil || group != nil {
      try planForMany(desk)
    } else if let pupil = pupils.first, let act = try special(desk.member(pupil), desk) {
      try keep(act, desk)
    } else if !pupils.isEmpty {
      try keep(absences(of: pupils.map { try desk.member($0) }, desk), desk)
    } else if ended {
      try Output.print(desk.endedTimetables(), as: format)
    } else {
      try Output.print(desk.plans(on: date ?? desk.now.date), as: format)
    }
  }

  private func keep(_ act: Act, _ desk: OfficeDesk) throws {
    var act = act
    try desk.settle(overlap, in: &act)
    try OfficeAct(school: desk.school, act: act).perform(as: format)
  }

  /// A timetable or a suspension, or nil where it is an ordinary absence.
  private func special(_ member: Roll.Member, _ desk: OfficeDesk) throws -> Act? {
    if let text = partTime ?? shared, let from, let until {
      return try desk.act(
        timetable: text, partTime != nil ? .partTime : .shared, of: member,
        from: from.date, until: until, review: review, school: school, saying: words)
    }
    guard suspended || excluded else { return nil }
    let first = from?.first ?? Session(desk.now.date, .am)
    let last = try through?.last ?? desk.lastSession(of: member, after: first)
    return try desk.act(
      suspending: member, from: first, through: last, isPermanent: excluded, provision: provision,
      code: (provisionCode ?? (excluded ? "K" : "B")).uppercased(), saying: words)
  }

  private func absences(of members: [Roll.Member], _ desk: OfficeDesk) throws -> Act {
    let first = from?.first ?? Session(desk.now.date, .am)
    let absence = KnownAbsence(
      from: first, through: through?.last ?? from?.last ?? Session(first.date, .pm),
      code: code?.uppercased(), source: source ?? .visit)
    try desk.requireGranting(absence.code, as: absence.source)
    for member in members { try desk.requireWords(words, for: absence, of: member) }
    return try Report.act(
      planning: try members.map { try desk.report(of: $0, absence: absence) },
      saying: words, under: desk.rules, by: desk.school.actor.person, now: desk.now)
  }

  private func planForMany(_ desk: OfficeDesk) throws {
    guard let code = code?.uppercased() else { return }
    let first = from?.first ?? Session(desk.now.date, .am)
    let last = through?.last ?? from?.last ?? Session(first.date, .pm)
    let source = source ?? .leave
    try desk.requireGranting(code, as: source)
    let touched = try desk.members(
      of: year, in: group, for: KnownAbsence(from: first, through: last, code: code, source: source)
    )
    if dryRun { return try Output.print(touched.table, as: format) }
    guard !touched.allowed.isEmpty else {
      throw Refused("rollcall: nobody there may have \(code) on these days; --dry-run says why")
    }
    let act = try Report.act(
      planning: touched.allowed.map(\.report), saying: words, under: desk.rules,
      by: desk.school.actor.person, now: desk.now)
    try keep(act, desk)
    for sentence in touched.refusals { Output.refuse("rollcall: left out: \(sentence)") }
  }
}
