import ArgumentParser
import Attendance
import Policies
import Storage

extension StaffCommand {
  /// Sets somebody's passphrase.
  struct Passphrase: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "passphrase", abstract: "Set your own passphrase, or somebody's.",
      discussion: """
        It is asked for twice and not shown; from a script, each on a line of standard input. Your \
        own old one is asked for first, unless you may manage staff. Three or four words that nobody \
        would guess are easier to keep than letters and signs, and need not be changed.
        """)

    @Argument(help: "The login.")
    var login: String
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let managesStaff = school.permissions.denial(of: .manageStaff) == nil
      if login != school.actor.person.login {
        try school.require(.manageStaff, to: "set somebody else's passphrase")
      }
      guard let member = try school.store.staff().first(where: { $0.login == login }) else {
        throw Refused(
          "rollcall: nobody signs in as '\(login)'; 'rollcall staff list' names them all")
      }
      if member.isPass {
        throw Refused("rollcall: a pass keeps its passphrase; print another with 'rollcall pass'")
      }
      if !managesStaff, try school.store.passphrase(of: login) != nil {
        let door = Door(
          school.store, school.clock, isPractice: school.identity.practice != nil)
        _ = try door.signIn(login, TypedSecrets.next("Old passphrase"))
      }
      let secret = try TypedSecrets.next("New passphrase")
      if let complaint = PassphraseRules(school.policy, for: member).complaint(about: secret) {
        throw Refused("rollcall: \(complaint)")
      }
      guard try TypedSecrets.next("New passphrase again") == secret else {
        throw Refused("rollcall: the two are not the same, so nothing was changed; run it again")
      }
      try school.store.keep(
        PassphraseHash(of: secret), of: login, by: school.actor.person, at: school.clock.now)
      try Output.print("\(member.name) signs in as \(login) with the new passphrase\n")
    }
  }
}
