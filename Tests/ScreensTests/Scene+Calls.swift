import Attendance
import Screens
import Terminal

extension Scene {
  /// The call log: its list, its form field by field, and what is said there.
  static let messagesIn = [
    Scene("calls") { calls("^") },
    Scene("calls-nothing-yet") {
      var sitting = Sitting(TestSchool.hall, at: "08:57", opens: false, showsMorning: true)
      sitting.type("n")
      sitting.press(.escape)
      return sitting
    },
    Scene("calls-choosing-a-pupil") { calls("na") },
    Scene("calls-look-alikes") {
      var sitting = calls("", rows: lookAlikes)
      sitting.type("nbennett")
      return sitting
    },
    Scene("calls-from") { calls("nrees\n") },
    Scene("calls-code") { calls("nrees\n\nflu since Sunday\ni") },
    Scene("calls-channel") { calls("nrees\n\nflu\n\n\n\n\n\n") },
    Scene("calls-refused") { calls("nrees\n\nflu\ni\n+2\n1 Oct\n") },
    Scene("calls-linking") {
      var sitting = calls("^")
      for _ in 0..<3 { sitting.press(.down) }
      sitting.type("umills")
      return sitting
    },
    Scene("calls-saved") { calls("nrees\n\nflu\ni^S") },
  ]

  /// The call log with the keys typed from the morning on; `^` alone closes the form, and a new
  /// line is Enter.
  private static func calls(
    _ keys: String, rows: [RegisterRow] = TestSchool.form
  ) -> Sitting {
    var sitting = Sitting(
      TestSchool.hall, rows: rows, at: "08:57", opens: false, showsMorning: true)
    sitting.office.book = TestOffice.calls
    sitting.office.standing = "N"
    if keys == "^" {
      sitting.type("n")
      sitting.press(.escape)
    } else {
      sitting.type(lines: keys)
    }
    return sitting
  }
}
