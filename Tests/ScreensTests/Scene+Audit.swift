import Attendance
import Screens
import Terminal

extension Scene {
  /// Who did what, by kind, and the registers that want something.
  static let audits = [
    Scene("audit") { audit("") },
    Scene("audit-of-a-kind") { audit("/") },
    Scene("audit-gaps") { audit("pg") },
  ]

  static func audit(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    sitting.type(lines: ":audit\n" + keys)
    return sitting
  }
}
