import Attendance
import Screens
import Terminal

extension Scene {
  /// The letters about a pupil and the page for the parent meeting.
  static let lettersOfPupils = [
    Scene("letters") { letters("l") },
    Scene("letters-field") { letters("l\n") },
    Scene("letters-preview") { letters("l\nthu\n1400\n\n") },
    Scene("parent-page") { letters("p") },
    Scene("parent-page-agreed") { letters("paShe rings when") },
  ]

  private static func letters(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    sitting.office.leading = ["contract-meeting": ["Persistent absence"]]
    sitting.type(lines: keys)
    return sitting
  }
}
