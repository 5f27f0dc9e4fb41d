import ArgumentParser
import Attendance
import Glibc
import Policies
import Screens
import Storage

/// Takes one register: on the screen, or line by line.
struct TakeCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take one register, on the screen or line by line.")

  @Argument(help: "The group: 8B.")
  var group: String
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Flag(help: "Line by line: for a screen reader, a plain terminal, a script.")
  var plain = false
  @Flag(help: "Declare first that you cover the group today; it is logged.")
  var cover = false
  @OptionGroup var look: LookOptions
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open(running: !plain)
    let at = try school.session(date, session)
    // A group that does not exist is told as such, before whose groups they are.
    let group = try school.group(named: group, at: at)
    let key = RegisterKey(group, at: at)
    if cover { try school.declareCover(of: key, by: school.actor) }
    try requireTaking(key, in: school)
    if plain {
      try LineDesk(school, key).run()
    } else {
      try AppOpening.run(school, as: school.actor.person.login, opening: key, look: look)
    }
  }

  /// Refuses a register of somebody else's, and says how to cover it where that is allowed.
  private func requireTaking(_ key: RegisterKey, in school: OpenSchool) throws {
    let relations = try school.relations(
      of: school.actor, to: key.group, on: key.session.date)
    guard let denial = school.permissions.denial(of: .takeRegister, relations: relations) else {
      return
    }
    let mayCover = try school.barToCover(key, by: school.actor) == nil
    throw Refused(
      "rollcall: \(denial)"
        + (mayCover ? "; or cover it today with 'rollcall take \(key.group) --cover'" : ""))
  }
}

/// A desk that speaks in lines: reads from standard input, answers on standard output.
struct LineDesk {
  private let school: OpenSchool
  private let key: RegisterKey
  private let desk: RegisterDesk

  init(_ school: OpenSchool, _ key: RegisterKey) throws {
    self.school = school
    self.key = key
    desk = try RegisterDesk(school)
  }

  /// Takes the register until it is left or nothing more comes.
  ///
  /// Fails where the last attempt to submit was refused, so that a script can tell.
  func run() throws {
    if try converse() {
      Output.refuse("rollcall: nothing was submitted; the draft is kept")
      throw ExitCode.failure
    }
  }

  /// Answers line by line, and says in the end whether a submission was refused and not mended.
  private func converse() throws -> Bool {
    var isRefused = false
    var line = LineRegister(
      try desk.register(key, for: school.actor), by: school.actor.person,
      with: school.permissions,
      try school.relations(of: school.actor, to: key.group, on: key.session.date),
      elsewhere: try AwayRegister.elsewhere(from: key, in: school))
    try Output.print(line.greeting(now: school.clock.now) + "\n")
    let here = Presence(
      in: school.folder, of: key, by: school.actor.person, since: school.clock.now)
    defer { withExtendedLifetime(here) {} }
    for other in Presence.all(in: school.folder, of: key)
    where other.person.login != school.actor.person.login {
      try Output.print("Also open: \(other).\n")
    }
    let asks = isatty(STDIN_FILENO) == 1
    while true {
      if asks { try Output.print(line.prompt) }
      guard let typed = readLine() else { return isRefused }
      let (text, requests) = line.answer(typed, now: school.clock.now)
      var said = text
      if Self.asksToSubmit(typed) { isRefused = true }
      for request in requests {
        switch request {
        case .keep(let changes): try desk.keep(changes, of: key, by: school.actor)
        case .submit(let act):
          do {
            let receipt = try desk.submit(act, settling: nil, by: school.actor)
            said = line.submitted(receipt, standing: try desk.register(key, for: school.actor))
            isRefused = false
          } catch let fault as StoreFault {
            said = "NOT SUBMITTED: \(fault). The draft is kept."
          }
        case .leave:
          try Output.print(said + "\n")
          return isRefused
        }
      }
      if !said.isEmpty { try Output.print(said + "\n") }
    }
  }
  /// Whether the line asks to submit, which is refused wherever no submission comes of it.
  private static func asksToSubmit(_ typed: String) -> Bool {
    typed.split(separator: " ").first?.lowercased() == "submit"
  }
}
