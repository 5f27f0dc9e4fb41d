import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Writes a late arrival into the late book, with the mark that follows.
struct ArriveCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrive", abstract: "Sign in a pupil who came after registration.",
    discussion: """
      Before the register closes the mark is L with its minutes; after closing it is U where nothing
      else applies; another code stays, and the arrival is kept beside it.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(help: "Why the pupil is late.")
  var reason = ""
  @Option(help: "Who brought the pupil.")
  var broughtBy = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.recordArrivals)
    let desk = try OfficeDesk(school)
    let time = time ?? desk.now.time
    try desk.check(time)
    let member = try desk.member(pupil)
    let (session, window) = try desk.session(of: member, at: time)
    guard let window else {
      throw Refused(
        "rollcall: the policy gives no register times for \(member.particulars.group); mark the "
          + "register itself")
    }
    let standing = try school.store.standing(of: [member.pupil.id], at: session, asAt: nil)
    let act = Arrival(at: time, window: window).act(
      of: member.pupil.id, at: session, standing: standing[member.pupil.id]?.entry,
      planned: try desk.planned(for: member.pupil.id, at: session), reason: reason,
      broughtBy: broughtBy, by: school.actor.person, now: desk.now)
    try OfficeAct(school: school, act: act).perform(as: format)
  }
}

/// Signs a pupil out during the day, or back in.
struct DepartCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "depart", abstract: "Sign a pupil out during the day, or back in with --back.")

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Flag(help: "The pupil who had left is back.")
  var back = false
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(help: "appointment, illness, lunch, 'sent home', 'withdrawn by a parent' or other.")
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

  func perform() throws {
    let school = try options.open()
    try school.require(.signOut)
    let desk = try OfficeDesk(school)
    let time = time ?? desk.now.time
    try desk.check(time)
    let member = try desk.member(pupil)
    let book = try school.store.dayBook(.on(desk.now.date))
    let isOut = book.isOut(member.pupil.id, on: desk.now.date)
    if back, !isOut {
      throw Refused("rollcall: \(member.pupil.name.onRegister) is not signed out today")
    }
    if !back, isOut {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is signed out already; sign in with --back")
    }
    if let expected, expected <= time { throw Refusal.endsBeforeItStarts }
    let departure = Departure(
      time: time, purpose: purpose, with: companion, expected: expected)
    let act = Act(
      kind: .logged, by: school.actor.person, at: desk.now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: desk.now.date,
          matter: back ? .back(time) : .departure(departure), words: words)
      ])
    try OfficeAct(school: school, act: act).perform(as: format)
  }
}
