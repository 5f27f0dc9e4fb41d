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
  @Option(help: "Typed from paper: who saw the pupils; without it, you.")
  var observedBy: String?
  @Option(help: "Typed from paper: when they were seen, like 08:40.")
  var observedAt: TimeOfDay?
  @Option(help: "Send the finished draft of this colleague, by login, and leave.")
  var sendDraftOf: String?
  @OptionGroup var look: LookOptions
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if observedBy != nil, observedAt == nil {
      throw ValidationError("say when they were seen too: --observed-at 08:40")
    }
    if observedBy?.isBlank ?? false {
      throw ValidationError("say who saw them: --observed-by NAME")
    }
    if sendDraftOf != nil, plain || cover || observedAt != nil {
      throw ValidationError("--send-draft-of goes with no other way of taking a register")
    }
  }

  /// Who saw the pupils and when, where it is typed from paper; refuses a time that cannot be.
  private func observation(_ key: RegisterKey, in school: OpenSchool) throws -> Observation? {
    guard let observedAt else { return nil }
    let seen = Instant(key.session.date, observedAt)
    if seen > school.clock.now {
      throw Refused(
        "rollcall: \(observedAt) is still to come; give the time at which they were seen")
    }
    let audience = try school.store.members(of: key.group, at: key.session).first?.particulars
    if let opens = audience.flatMap({ school.window(of: key, $0) })?.opens, observedAt < opens {
      throw Refused(
        "rollcall: the register of \(key.group) opens at \(opens); give a time after that")
    }
    return Observation(by: observedBy ?? school.actor.person.name, at: seen)
  }

  /// Sends a colleague's draft, and says what became of it.
  private func send(_ login: String, _ key: RegisterKey, in school: OpenSchool) throws {
    let desk = try RegisterDesk(school)
    let receipt = try desk.sendDraft(of: login, key, by: school.actor, in: school)
    let register = try desk.register(key, for: school.actor)
    let seen = register.taken?.observer
    try Output.print(
      "Submitted \(receipt.at.time) from \(seen?.by ?? login)'s draft"
        + (seen.map { ", as seen at \($0.at.time)" } ?? "") + ". \(register.summary).\n")
  }

  func perform() throws {
    let school = try options.open(running: !plain && sendDraftOf == nil)
    let at = try school.session(date, session)
    // A group that does not exist is told as such, before whose groups they are.
    let group = try school.group(named: group, at: at)
    let key = RegisterKey(group, at: at)
    if let sendDraftOf { return try send(sendDraftOf, key, in: school) }
    if cover { try school.declareCover(of: key, by: school.actor) }
    try requireTaking(key, in: school)
    let observation = try observation(key, in: school)
    if plain {
      try LineDesk(school, key, observed: observation).run()
    } else {
      try AppOpening.run(
        school, as: school.actor.person.login, opening: key, observed: observation, look: look)
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
  private let observed: Observation?

  init(_ school: OpenSchool, _ key: RegisterKey, observed: Observation? = nil) throws {
    self.observed = observed
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
      elsewhere: try AwayRegister.elsewhere(from: key, in: school), observed: observed)
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
