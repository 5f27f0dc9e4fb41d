import Attendance
import Policies
import Screens
import Storage
import Terminal

/// Opens the app in a school: on the screen, or line by line where there is none.
enum AppOpening {
  /// Runs the app until it is left.
  ///
  /// In a practice school somebody is signed in at once where they were named.
  static func run(
    _ school: OpenSchool, as login: String? = nil, opening key: RegisterKey? = nil,
    observed: Observation? = nil, isStrict: Bool = false, look: LookOptions
  ) throws {
    let display: CursesDisplay
    do {
      display = try CursesDisplay.open(theme: look.theme)
    } catch {
      throw Refused(
        "rollcall: \(error)", "rollcall: 'rollcall take GROUP --plain' needs no such terminal")
    }
    defer { display.close() }
    var loop = try RunLoop(
      Shell(
        policy: school.policy,
        entrance: isStrict && school.identity.practice != nil
          ? .stranger(account: Actor.account) : try entrance(of: school, as: login),
        isPractice: school.identity.practice != nil, opening: key, observed: observed,
        size: display.size,
        now: school.clock.now),
      on: display, Performer(school), in: school)
    try loop.run()
  }

  private static func entrance(of school: OpenSchool, as login: String?) throws -> Shell.Entrance {
    if school.identity.practice != nil, login == nil { return .practice }
    if school.identity.practice != nil, login == Actor.practiceAdministrator {
      return .account(Shell.practiceAdministrator)
    }
    let staff = try school.store.staff().first { $0.login == school.actor.person.login }
    guard let staff else { return .stranger(account: Actor.account) }
    return .account(staff)
  }
}
