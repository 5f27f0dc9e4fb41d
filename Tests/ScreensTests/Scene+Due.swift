import Attendance
import Screens
import Terminal

extension Scene {
  /// What falls due: the list with its details, a row being recorded, recorded, and none at all.
  static let whatFallsDue = [
    Scene("due") { due("") },
    Scene("due-recording") { due("rSent by the portal") },
    Scene("due-recorded") { due("rSent by the portal\n") },
    Scene("due-nothing") { due("", []) },
  ]

  private static func due(
    _ keys: String, _ things: [TestOffice.DueThing] = TestOffice.someDue
  ) -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    sitting.office.due = things
    sitting.type(lines: "d" + keys)
    return sitting
  }
}
