import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Signs a pupil out during the day, or back in, or lists who is out.
struct DepartCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "depart",
    abstract: "Sign a pupil out during the day, or back in with --back; or list who is out.",
    discussion: """
      Without a pupil it lists those who are out, the overdue first, and those known to leave. The \
      number of --number is the one that 'handout sixth-form' prints.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String?
  @Option(help: "The pupil, by number.")
  var number: Int64?
  @Flag(help: "The pupil who had left is back.")
  var back = false
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(
    help: """
      appointment, illness, lunch, 'sent home', 'withdrawn by a parent', 'free period' or other.
      """)
  var purpose = Departure.Purpose.other
  @Option(name: .customLong("with"), help: "With whom.")
  var companion = ""
  @Option(help: "When the pupil is expected back.")
  var expected: TimeOfDay?
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if pupil != nil, number != nil { throw ValidationError("name the pupil or the number") }
    if pupil == nil, number == nil, back { throw ValidationError("name who is back") }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.signOut, to: pupil == nil && number == nil ? "see who is out" : nil)
    let desk = try OfficeDesk(school)
    guard pupil != nil || number != nil else {
      return try Output.print(desk.table(of: desk.inAndOut()), as: format)
    }
    let time = time ?? desk.now.time
    try desk.check(time)
    let leaver = try desk.leaver(number.map(desk.member(number:)) ?? desk.member(pupil ?? ""))
    let person = school.actor.person
    let act =
      back
      ? try leaver.act(backAt: time, saying: words, by: person, now: desk.now)
      : try leaver.act(
        leaving: Departure(time: time, purpose: purpose, with: companion, expected: expected),
        saying: words, by: person, now: desk.now)
    try OfficeAct(school: school, act: act).perform(as: format)
  }
}

extension OfficeDesk {
  /// Who is out now, and who is known to leave today.
  func inAndOut() throws -> InAndOut {
    InAndOut(on: now.date, at: now.time, try school.store.dayBook(.on(now.date))) {
      roll.member($0, on: now.date)
    }
  }

  /// The pupil with that number; refuses where nobody on roll has it.
  func member(number: Int64) throws -> Roll.Member {
    guard let member = roll.member(Pupil.ID(number), on: now.date) else {
      throw Refused(
        "rollcall: nobody on roll has the number \(number); 'handout sixth-form' lists them")
    }
    return member
  }

  /// What is known of a pupil who leaves or comes back.
  func leaver(_ member: Roll.Member) throws -> Leaver {
    Leaver(
      member, on: now.date, try school.store.dayBook(.about(member.pupil.id)),
      lunchNeedsPermission: school.policy.checklists.contains { $0.id == "lunch-leave" })
  }

  /// The book at the door as rows.
  func table(of book: InAndOut) -> RowTable {
    RowTable(
      ["upn", "number", "surname", "forename", "group", "state", "left", "expected", "words"],
      rows: book.lines.map { line in
        let (state, left, expected): (String, TimeOfDay?, TimeOfDay?) =
          switch line.state {
          case .out(let departure, let isOverdue):
            (isOverdue ? "overdue" : "out", departure.time, departure.expected)
          case .planned(let absence): ("to leave", absence.out, absence.back)
          }
        return [
          .code(line.member.pupil.upn.text), .number(Int(line.member.pupil.id.number)),
          .text(line.member.pupil.name.surname), .text(line.member.pupil.name.knownAs),
          .text(line.member.particulars.group), .code(state),
          .code(orEmpty: left.map { "\($0)" }), .code(orEmpty: expected.map { "\($0)" }),
          .text(line.words),
        ]
      })
  }
}
