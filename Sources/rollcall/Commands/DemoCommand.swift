import ArgumentParser
import Attendance
import Glibc
import Policies
import Storage

/// Makes a practice school once, and opens it.
struct DemoCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a practice school with a lived-in year, once, and open it.",
    discussion: """
      Every name in it is invented. Its clock stands five minutes into the morning of the last \
      school day up to today, and runs; the next 'demo' finds the school again.
      """)

  @Option(help: "The policy: the name of a shipped one, or a file. Without it, ibstock.")
  var policy: String?
  @Option(help: "How many pupils, 1 to 20000. Without it, 600.")
  var pupils: Int?
  @Flag(help: "Make it anew in place of the practice school there is.")
  var fresh = false
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var look: LookOptions
  @OptionGroup var options: SchoolOptions

  private static let usualPolicy = "ibstock"
  private static let usualPupils = 600

  func validate() throws {
    if let pupils, !(1...20_000).contains(pupils) {
      throw ValidationError("a practice school has 1 to 20000 pupils, not \(pupils)")
    }
  }

  func perform() throws {
    try GroupInstallation.refuse("a practice school is made with a program of one's own")
    let folder = PracticeFolder(options.data.map(SchoolFolder.init) ?? usualFolder)
    try folder.check()
    if folder.folder.holdsSchool, !fresh {
      try comeBack(to: folder.folder)
    } else {
      try make(in: folder)
    }
    let school = try OpenSchool(folder.folder, login: options.login, running: true)
    try Output.print(sentences(about: school))
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return }
    try AppOpening.run(school, as: options.login, look: look)
  }

  /// A folder beside the usual one of a real school; each policy asked for has one of its own.
  private var usualFolder: SchoolFolder {
    let name = policy.map(PolicySource.name) ?? Self.usualPolicy
    return SchoolFolder(
      SchoolOptions.home + "/rollcall-practice" + (name == Self.usualPolicy ? "" : "-\(name)"))
  }

  private func make(in folder: PracticeFolder) throws {
    let source = try shipped.source(of: policy ?? Self.usualPolicy)
    let policy = try source.policy()
    if folder.folder.holdsSchool {
      Output.refuse("rollcall: the practice school in \(folder.folder.path) is made anew")
    }
    let asked = try SchoolClock.asked()
    let progress = Progress("making a practice school")
    let school = PracticeSchool(
      of: pupils ?? Self.usualPupils, under: policy,
      upTo: (asked ?? SchoolClock.machine).date, notAfter: asked)
    try folder.make(school, policy: source) { progress.show($0) }
    try PracticeDues(in: folder.folder).keep()
    withExtendedLifetime(progress) {}
  }

  /// Sets the clock of the school there is to its last school day, where its day is over.
  private func comeBack(to folder: SchoolFolder) throws {
    if policy != nil || pupils != nil {
      Output.refuse(
        "rollcall: \(folder.path) holds a practice school already, which stays as it is; --fresh "
          + "makes a new one")
    }
    let store = try folder.open()
    let machine = SchoolClock.machine
    let asked = try SchoolClock.asked()
    let today = (asked ?? machine).date
    let policy = try PolicyShelf(folder, adopted: store.policies()).policy(on: today)
    let calendar = try store.calendar()
    if let last = calendar.years.last?.year.lastDay,
      PracticeDay(upTo: today).date > last
    {
      Output.refuse(
        "rollcall: the calendar of \(folder.path) ends on \(last), so its clock stays on the last "
          + "school day before; --fresh makes a school of this year")
    }
    let progress = Progress("telling the days since")
    try PracticeReturn(to: store, in: folder, under: policy, when: machine, notAfter: asked)?
      .keep { progress.show($0) }
    try PracticeDues(in: folder).keep()
    withExtendedLifetime(progress) {}
  }

  private func sentences(about school: OpenSchool) -> String {
    let now = school.clock.now
    let place = options.data == nil && policy == nil ? "" : " --data \(school.folder.path)"
    return """
      \(school.identity.name): a practice school in \(school.folder.path), where it is \
      \(now.date.inWords), \(now.time).
      Sign in by picking a name; 'rollcall staff list --data \(school.folder.path)' names \
      everybody, and 'rollcall demo\(place)' comes back here.

      """
  }
}
