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
      Before the register closes the mark is L with its minutes; after closing it is U where \
      nothing else applies; another code stays, and the arrival is kept beside it.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(help: "Why the pupil is late.")
  var reason = ""
  @Option(help: "Who brought the pupil.")
  var broughtBy = ""
  @Flag(help: "In place of the arrival written down for the same session.")
  var correct = false
  @Flag(help: "Let off the detention that follows from the lateness; --words say why.")
  var excuse = false
  @Option(help: "Why it is let off.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if excuse == words.isEmpty {
      throw ValidationError("--excuse needs its reason in --words, and --words go with --excuse")
    }
    if excuse, correct { throw ValidationError("--excuse or --correct, not both") }
    if reason.looksLikeTime {
      throw ValidationError(
        "'\(reason)' is a time; give when the pupil came with --time, and why with --reason")
    }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.recordArrivals)
    let desk = try OfficeDesk(school)
    if excuse {
      let act = try desk.act(excusing: pupil, saying: words)
      return try OfficeAct(school: school, act: act).perform(as: format)
    }
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
    var act = Arrival(at: time, window: window).act(
      of: member.pupil.id, at: session, standing: standing[member.pupil.id]?.entry,
      planned: try desk.planned(for: member.pupil.id, at: session), reason: reason,
      broughtBy: broughtBy, by: school.actor.person, now: desk.now)
    if correct { try desk.correct(&act, of: member, at: session, standing[member.pupil.id]) }
    try OfficeAct(school: school, act: act).perform(as: format)
  }
}

extension OfficeDesk {
  /// Lets the act stand in the place of the arrival that is written down, with the minutes late that
  /// follow from the time as it is now said.
  fileprivate func correct(
    _ act: inout Act, of member: Roll.Member, at session: Session, _ mark: RegisterRow.Standing?
  ) throws {
    let pupil = member.pupil.id
    let written = try school.store.dayBook(.on(now.date)).standing.last { line in
      guard line.pupil == pupil, case .arrival(let arrival) = line.matter else { return false }
      return arrival.session == session
    }
    guard let written, case .arrival(let arrival) = act.lines.first?.matter else {
      throw Refused(
        "rollcall: no arrival of \(member.pupil.name.onRegister) is written down for \(session); "
          + "leave --correct out to write one")
    }
    act.lines.append(
      ProposedLine(
        pupil: pupil, date: session.date, about: .kept(written.id), matter: .withdrawn,
        words: "corrected to \(arrival.time)"))
    guard let entry = mark?.entry, entry.how == .arrival,
      let window = school.window(
        of: RegisterKey(roll.group(of: member, at: session), at: session), member.particulars),
      let now = try? Arrival(at: arrival.time, window: window).mark(over: "", at: session.half),
      now.code != entry.code || now.minutes != entry.minutes
    else { return }
    act.marks = [
      ProposedMark(
        pupil: pupil, session: session, code: now.code, minutes: now.minutes, how: .arrival,
        seen: entry.id, reason: "arrived \(arrival.time), corrected")
    ]
  }
}
