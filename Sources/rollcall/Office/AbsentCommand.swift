import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Lists the absences that nobody has explained, and hands pupils on or confirms them safe.
struct AbsentCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "absent",
    abstract: "List unexplained absences from the registers taken, most vulnerable first.",
    discussion: """
      Pupils handed on to others come first and stay until they are seen or confirmed safe. With
      --all every N of the school year is listed, with the day by which it must be settled.
      """)

  @Argument(help: "The pupil to hand on or confirm safe, by UPN or name.")
  var pupil: String?
  @Option(help: "Hand the pupil on to these: 'the police'.")
  var handOn: String?
  @Option(help: "The pupil is safe, as these say: 'PC Green'.")
  var safe: String?
  @Option(help: "Remind whoever takes the register of this group, which is not taken.")
  var nudge: String?
  @Option(help: "Words beside it.")
  var words = ""
  @Flag(help: "Every N of the school year.")
  var all = false
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    let acts = [handOn, safe].compactMap(\.self)
    if acts.count > 1 { throw ValidationError("--hand-on or --safe, not both") }
    if acts.isEmpty != (pupil == nil) {
      throw ValidationError("a pupil is named to --hand-on or as --safe, and for nothing else")
    }
    if acts.contains("") { throw ValidationError("say to whom, or who says so") }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.logCalls)
    let desk = try OfficeDesk(school)
    if let nudge {
      return try OfficeAct(school: school, act: desk.nudge(nudge)).perform(as: format)
    }
    if let pupil {
      let member = try desk.member(pupil)
      let matter: DayLine.Matter = safe.map { .safe(by: $0) } ?? .handedOn(to: handOn ?? "")
      let act = Act(
        kind: .logged, by: school.actor.person, at: desk.now,
        lines: [
          ProposedLine(
            pupil: member.pupil.id, date: desk.now.date, matter: matter, words: words)
        ])
      try OfficeAct(school: school, act: act).perform(as: format)
      return
    }
    let absent =
      all
      ? try desk.everyUnexplained() : try desk.unexplained(at: school.session(date, session))
    try Output.print(try desk.table(absent, isAll: all), as: format)
  }
}

extension OfficeDesk {
  /// The rows: those handed on and not found first, then the unexplained absences.
  func table(_ absent: [Unexplained], isAll: Bool) throws -> RowTable {
    var table = RowTable([
      "upn", "surname", "forename", "group", "date", "session", "marked_at", "concerns", "attempts",
      "last_attempt", "handed_on", "settle_by", "overdue",
    ])
    let pinned = try school.store.dayBook(.on(now.date)).handedOn
    for line in isAll ? [] : pinned {
      guard let pupil = line.pupil, !absent.contains(where: { $0.member.pupil.id == pupil }),
        let member = roll.member(pupil, on: now.date)
      else { continue }
      table.append([
        .code(member.pupil.upn.text), .text(member.pupil.name.surname),
        .text(member.pupil.name.forename), .text(member.particulars.group), .date(line.date),
        .empty, .instant(line.at), .empty, .empty, .empty, .text(line.matter.inWords),
      ])
    }
    let closed = try closedDays()
    for absent in absent {
      let due = calendar.settlingDay(of: absent.session.date, but: closed)
      table.append([
        .code(absent.member.pupil.upn.text), .text(absent.member.pupil.name.surname),
        .text(absent.member.pupil.name.forename), .text(absent.member.particulars.group),
        .date(absent.session.date), .code(absent.session.half.rawValue),
        .instant(absent.standing.at), .text(absent.concerns.joined(separator: ", ")),
        .number(absent.attempts.count),
        .text(orEmpty: absent.attempts.last.map(\.matter.inWords)),
        .text(orEmpty: absent.handedOn.map(\.matter.inWords)), .date(due),
        .code(due.map { $0 < now.date } ?? false ? "yes" : "no"),
      ])
    }
    return table
  }

  /// Every N of this school year up to the clock, oldest first, of these pupils or of everybody.
  func everyUnexplained(among members: [Roll.Member]? = nil) throws -> [Unexplained] {
    let year = SchoolYear(of: now.date)
    let sheets = try school.store.sheets(of: year, pupils: members?.map(\.pupil.id))
    guard let unexplained = try school.store.alphabet().byte(of: "N") else { return [] }
    // Few have an N, and only their sessions are looked at one by one.
    let marked = (members ?? roll.members(on: now.date)).filter {
      sheets[$0.pupil.id]?.cells.contains(unexplained) ?? false
    }
    // The year's day book is long; of it, only what is about these few is asked.
    let lines = try marked.flatMap { try school.store.dayBook(.about($0.pupil.id)).lines }
    let book = DayBook(Array(Set(lines)))
    let away = Dictionary(
      grouping: marked.flatMap { member in
        (sheets[member.pupil.id]?.cells ?? []).indices.filter { cell in
          sheets[member.pupil.id]?.cells[cell] == unexplained
        }.map { (member: member, session: YearSheet.session(at: $0, in: year)) }
      }, by: \.session)
    var found: [Unexplained] = []
    for (session, absent) in away.sorted(by: { $0.key < $1.key })
    where session.date <= now.date {
      let members = absent.map(\.member).filter {
        calendar.meets(
          at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
      }
      let standing = try school.store.standing(
        of: members.map(\.pupil.id), at: session, asAt: nil)
      found += Unexplained.among(members, standing: standing, book)
    }
    return found
  }

  /// Those marked N in the registers taken for the session, whose absence nobody has explained.
  func unexplained(at session: Session) throws -> [Unexplained] {
    let taken = try school.store.taken(on: session.date)
    let members = roll.groups(at: session).filter { taken[RegisterKey($0.key, at: session)] != nil }
      .values.flatMap(\.self)
    let standing = try school.store.standing(
      of: try absentees(among: members, at: session), at: session, asAt: nil)
    return Unexplained.among(
      members, standing: standing, try school.store.dayBook(.on(session.date)))
  }

  /// Those whose sheet shows N, so that history is read for them alone.
  private func absentees(
    among members: [Roll.Member], at session: Session
  ) throws -> [Pupil.ID] {
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
    let alphabet = try school.store.alphabet()
    return members.map(\.pupil.id).filter { pupil in
      sheets[pupil].map { alphabet.code(of: $0[session]) } == "N"
    }
  }
}
