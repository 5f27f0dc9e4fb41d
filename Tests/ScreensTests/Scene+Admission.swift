import Attendance
import Screens
import Terminal

extension Scene {
  /// The forms of the admission register: empty, refused, alike, and a name to be deleted.
  static let admission = [
    Scene("admission-child") { child("") },
    Scene("admission-child-typing") { child("Fox\nFay\n5 5") },
    Scene("admission-child-alike") { child("Ahmed\nAmira\n10 1 2013\nF\n8B\n\n\n\n") },
    Scene("admission-leaver") { leaver("") },
    Scene("admission-leaver-facts") { leaver("h") },
  ]

  private static func child(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false, showsMorning: true)
    sitting.type("+")
    sitting.type(lines: keys)
    return sitting
  }

  private static func leaver(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.head, at: "09:05", opens: false, showsMorning: true)
    sitting.type("f")
    sitting.press(.enter)
    sitting.type("x")
    sitting.type(lines: keys)
    return sitting
  }
}
