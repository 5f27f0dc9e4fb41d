import Attendance
import Screens
import Terminal

extension Scene {
  /// The sheet of notices: possible, not possible, the form half typed and refused.
  static let notices = [
    Scene("notices") { notices("n") },
    Scene("notices-not-possible") { notices("n", ["N", "O", "O"]) },
    Scene("notices-of-head") { notices("n", by: TestSchool.head) },
    Scene("notices-issuing") { notices("ni2\nmon\na hol", by: TestSchool.head) },
    Scene("notices-pack-made") { notices("np") },
  ]

  private static func notices(
    _ keys: String, _ absences: [String]? = nil, by staff: Staff = TestSchool.price
  ) -> Sitting {
    var sitting = Sitting(staff, at: "09:05", opens: false, showsMorning: true)
    if let absences { sitting.office.absences = absences }
    if staff == TestSchool.head { sitting.type("f") }
    sitting.type(lines: keys)
    return sitting
  }
}
