import Attendance
import Screens
import Terminal

extension Scene {
  /// Who sits down: by name, by passphrase, at a desk that is locked.
  static let signIn = [
    Scene("sign-in") { Sitting(practice: true, opens: false) },
    Scene("sign-in-by-passphrase") {
      var sitting = Sitting(opens: false)
      sitting.shell = Shell(
        policy: TestSchool.policy, entrance: .stranger(account: "lowri"),
        size: Size(rows: 24, columns: 80), now: sitting.now)
      sitting.type("owen")
      sitting.press(.tab)
      sitting.type("secret")
      return sitting
    },
    Scene("locked") {
      var sitting = Sitting()
      sitting.type("5N^X")
      return sitting
    },
    Scene("locked-practice") {
      var sitting = Sitting(practice: true)
      sitting.type("5N^X")
      return sitting
    },
    Scene("day-pass") {
      var sitting = Sitting(TestSchool.hall, opens: false)
      sitting.type("pS. Kaur")
      sitting.press(.enter)
      return sitting
    },
    Scene("today") { Sitting(TestSchool.hall, at: "08:57", opens: false) },
    Scene("morning") { office(TestOffice.busy) },
    Scene("morning-nothing-waits") {
      office(Morning(date: TestSchool.tuesday, rows: []))
    },
    Scene("morning-asking-contact") {
      var sitting = office(TestOffice.busy)
      for _ in 0..<3 { sitting.press(.down) }
      sitting.type("a")
      return sitting
    },
    Scene("morning-asking-whom") {
      var sitting = office(TestOffice.busy)
      for _ in 0..<3 { sitting.press(.down) }
      sitting.type("hthe pol")
      return sitting
    },
    Scene("late-desk") {
      var sitting = office(TestOffice.busy)
      sitting.type("lre")
      return sitting
    },
    Scene("late-desk-reason") {
      var sitting = office(TestOffice.busy)
      sitting.type("lre")
      sitting.press(.enter)
      sitting.type("bus")
      return sitting
    },
    Scene("today-practice") {
      var sitting = Sitting(practice: true, opens: false)
      sitting.press(.enter)
      return sitting
    },
    Scene("today-cover") {
      var sitting = Sitting(TestSchool.khan, opens: false)
      for _ in 0..<7 where sitting.shell.desk.staff != nil { sitting.press(.up) }
      sitting.type("c")
      return sitting
    },
  ]
}
