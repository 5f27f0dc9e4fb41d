import Attendance
import Storage

/// The door of a school: who comes in with login and passphrase, and in which words not.
struct Door {
  let store: any Store
  let clock: SchoolClock
  let isPractice: Bool

  init(_ store: any Store, _ clock: SchoolClock, isPractice: Bool) {
    self.store = store
    self.clock = clock
    self.isPractice = isPractice
  }

  /// The member of staff, or a refusal that does not say which of the two was wrong.
  ///
  /// Whoever's account runs the program and who has no passphrase comes in without one: the account
  /// is what guards their desk.
  func signIn(_ login: String, _ secret: Secret) throws -> Staff {
    let now = clock.now
    if secret.isEmpty {
      guard let member = try ofAccount(), member.login == login,
        try store.passphrase(of: login) == nil
      else { throw Refused("rollcall: type your passphrase") }
      if let bar = member.bar(at: now) { throw Refused("rollcall: \(bar)") }
      try store.record(
        SignIn.signedIn + login + " (by the account)", by: Person(member), at: now)
      return member
    }
    let outcome = try SignIn(store).attempt(
      login, secret, from: Actor.account, at: now, machine: SchoolClock.machine)
    switch outcome {
    case .signedIn(let member): return member
    case .barred(let member):
      throw Refused("rollcall: \(member.bar(at: now) ?? "the post has ended; ask the office")")
    case .wrong:
      throw Refused(
        "rollcall: login or passphrase is wrong; type both again, or ask whoever manages staff for a "
          + "new passphrase")
    case .wait(let seconds):
      let time = seconds < 100 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
      throw Refused(
        "rollcall: too many wrong passphrases; try again in \(time), or ask whoever manages staff "
          + "for a new one")
    }
  }

  /// The member of staff whose account runs the program; a pass is nobody's account.
  private func ofAccount() throws -> Staff? {
    if isPractice { return nil }
    return try store.staff().first { $0.login == Actor.account && !$0.isPass }
  }

  /// Asks for login and passphrase on the terminal, once; a script would ask for ever.
  func signInOnTerminal() throws -> Staff {
    guard TerminalPrompt.hasTerminal else {
      throw Refused(
        "rollcall: the account '\(Actor.account)' belongs to no member of staff; run the command on "
          + "a terminal to sign in, or have the account added with 'rollcall staff add'")
    }
    guard let login = try TerminalPrompt.line("Login") else {
      throw Refused("rollcall: nobody signed in, so nothing was shown or changed")
    }
    return try signIn(login, TerminalPrompt.secret("Passphrase"))
  }
}
