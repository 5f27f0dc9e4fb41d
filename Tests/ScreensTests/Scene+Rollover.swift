import Attendance
import Screens
import Terminal

extension Scene {
  /// The move into a new year: everybody, those who leave, the question, and after it.
  static let rollovers = [
    Scene("rollover") { rollover("") },
    Scene("rollover-leavers") { rollover("\t\t") },
    Scene("rollover-asked") { rollover("g") },
    Scene("rollover-done") { rollover("gY") },
  ]

  /// The screen as the head opens it from the list of commands.
  static func rollover(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.head, at: "09:05", opens: false, showsMorning: true)
    sitting.type(":rollover")
    sitting.press(.enter)
    for key in keys { sitting.press(key == "\t" ? .tab : Key(key)) }
    return sitting
  }
}
