import Attendance
@testable import Screens
import Terminal
import Testing

/// From launch to the screen somebody needs.
@Suite struct LandingTests {
  private func signedIn(_ staff: Staff, at time: String) -> Sitting {
    Sitting(staff, at: time, opens: false)
  }

  @Test func `a tutor lands on their own open register without a key`() {
    #expect(signedIn(TestSchool.owen, at: "08:40").picture().lines[0].contains("REGISTER 8B"))
  }

  @Test func `the office lands on its morning, the champion on the flags`() {
    var office = Sitting(TestSchool.hall, opens: false, showsMorning: true)
    #expect(office.picture().lines[0].contains("THIS MORNING"))
    office.press(.escape)
    #expect(office.picture().lines[0].contains("TODAY'S REGISTERS"))
    office.type("m")
    #expect(office.picture().lines[0].contains("THIS MORNING"))
    var champion = Sitting(TestSchool.price, opens: false, showsMorning: true)
    #expect(champion.picture().lines[0].contains("FLAGS"))
    champion.press(.escape)
    #expect(champion.picture().lines[0].contains("TODAY'S REGISTERS"))
    champion.type("f")
    #expect(champion.picture().lines[0].contains("FLAGS"))
  }

  @Test func `a tutor whose register is taken sees the day with it`() {
    let sitting = signedIn(TestSchool.khan, at: "08:40")
    #expect(sitting.picture().lines[0].contains("TODAY'S REGISTERS"))
  }

  @Test func `Esc goes from the register to the day, and never out`() {
    var sitting = signedIn(TestSchool.owen, at: "08:40")
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("TODAY'S REGISTERS"))
    for _ in 0..<5 { sitting.press(.escape) }
    #expect(!sitting.hasLeft)
    #expect(sitting.text.contains("This is the first screen; ^Q leaves."))
  }

  @Test
  func `other sessions are looked at beside this one, and Esc comes back to it with its undo`() {
    var sitting = Sitting()
    sitting.type("5N]")
    #expect(sitting.picture().lines[1].contains("Afternoon"))
    sitting.type("6N")
    #expect(sitting.draft.marks.count == 1)
    sitting.press(.escape)
    sitting.type("^Z")
    #expect(sitting.draft.isEmpty)
  }

  @Test func `an unknown group, a closed day and an empty group say what and what to do`() {
    var unknown = Sitting()
    unknown.perform([.ask(.register(RegisterKey("9Z", at: TestSchool.morning)))])
    #expect(unknown.text.contains("There is no group '9Z'; did you mean 8B?"))
    #expect(Sitting(closed: "INSET day").text.contains("No school at this session: INSET day"))
    let empty = Sitting(rows: []).text
    #expect(empty.contains("Nobody is due in 8B at this session."))
    #expect(empty.contains("the office puts them into the group"))
  }

  @Test func `in a real school the account signs in, and a stranger needs a passphrase`() {
    var shell = Shell(
      policy: TestSchool.policy, entrance: .stranger(account: "lowri"),
      size: Size(rows: 24, columns: 80), now: TestSchool.at("08:40"))
    #expect(shell.begin() == [])
    for key in Sitting.keys("owen") { _ = shell.handle(.key(key), now: TestSchool.at("08:40")) }
    _ = shell.handle(.key(.tab), now: TestSchool.at("08:40"))
    for key in Sitting.keys("secret") { _ = shell.handle(.key(key), now: TestSchool.at("08:40")) }
    #expect(!shell.picture(size: Size(rows: 24, columns: 80)).lines.joined().contains("secret"))
    #expect(
      shell.handle(.key(.enter), now: TestSchool.at("08:40"))
        == [.signIn(login: "owen", passphrase: Secret("secret".utf8))])
    #expect(shell.desk.staff == nil)
    let effects = shell.handle(.answer(.signedIn(TestSchool.owen)), now: TestSchool.at("08:40"))
    #expect(effects == [.ask(.ownRegister), .ask(.site(.reminders)), .ask(.forms)])
    #expect(shell.desk.staff == TestSchool.owen)
  }

  @Test func `a teacher covers an untaken register of today, and says so first (U12)`() {
    var sitting = signedIn(TestSchool.khan, at: "08:40")
    sitting.press(.home)
    sitting.type("c")
    #expect(sitting.text.contains("Cover it today?"))
    sitting.press(.escape)
    #expect(!sitting.effects.contains { if case .declareCover = $0 { true } else { false } })
    sitting.type("cY")
    #expect(sitting.effects.contains { if case .declareCover = $0 { true } else { false } })
  }

  @Test func `an empty group is never missing`() {
    let sitting = signedIn(TestSchool.hall, at: "09:41")
    #expect(sitting.text.contains("9A AM       nobody due"))
    #expect(sitting.text.contains("1 of 6 taken, 3 overdue or closed and not taken."))
  }

  @Test(arguments: [
    ("register", "5N"), ("week", "5N^G"), ("class view", "5N^V"), ("year", "5N\n"),
    ("history", "5N^O"), ("day", "5N\u{1B}"), ("find", "5N\u{1B}/re\u{1B}"), ("help", "5N?"),
  ])
  func `one signs out from every screen of a practice school, and the draft stays`(
    screen: String, keys: String
  ) {
    for practice in [true, false] {
      // Picked from the list, or named on the command line: the desk is free for another either way.
      var sitting = Sitting(TestSchool.hall, practice: true)
      if !practice {
        sitting.shell = Shell(
          policy: TestSchool.policy, entrance: .account(TestSchool.hall), isPractice: true,
          opening: TestSchool.key, size: Size(rows: 24, columns: 80), now: sitting.now)
        sitting.perform(sitting.shell.begin())
      }
      for key in Sitting.keys(keys) {
        sitting.press(key == "\n" ? .enter : key == "\u{1B}" ? .escape : key)
      }
      if sitting.shell.list != nil { sitting.press(.escape) }
      sitting.type(":sign")
      sitting.press(.enter)
      #expect(sitting.picture().lines[0].contains("SIGN IN"), "\(screen)")
      #expect(sitting.shell.desk.staff == nil)
      #expect(sitting.draft.marks.count == 1)
      sitting.type(.pasted("Mr Owen"))
      sitting.press(.enter)
      #expect(sitting.shell.desk.staff == TestSchool.owen)
    }
  }

  @Test func `a desk of an account is given up by passphrase, but no draft only here is left`() {
    var sitting = Sitting()
    sitting.type(":sign")
    sitting.press(.enter)
    #expect(sitting.shell.desk.staff == nil)
    #expect(sitting.text.contains("Mr Owen: your passphrase, or Enter if you have none."))
    sitting.press(.escape)
    sitting.type("hall")
    sitting.press(.tab)
    sitting.type("secret")
    sitting.press(.enter)
    #expect(sitting.shell.desk.staff == TestSchool.hall)
    var practice = Sitting(practice: true)
    practice.isDiskFull = true
    practice.type("5N?sign out")
    practice.press(.enter)
    #expect(practice.shell.desk.staff == TestSchool.owen)
    #expect(practice.text.contains("Some marks are not on disk yet"))
  }
}
