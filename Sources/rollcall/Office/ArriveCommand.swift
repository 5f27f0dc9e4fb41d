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
    let act = Arrival(at: time, window: window).act(
      of: member.pupil.id, at: session, standing: standing[member.pupil.id]?.entry,
      planned: try desk.planned(for: member.pupil.id, at: session), reason: reason,
      broughtBy: broughtBy, by: school.actor.person, now: desk.now)
    try OfficeAct(school: school, act: act).perform(as: format)
  }
}
