import Attendance
import Screens
import Terminal

extension Scene {
  /// Leave: its list with what the policy says, its form, and the questions it asks.
  static let leaveOfAbsence = [
    Scene("leave") { leave("") }, Scene("leave-nothing-yet") { leave("", book: DayBook([])) },
    Scene("leave-asking-purpose") { leave("nrees\n1") },
    Scene("leave-refused-field") { leave("nrees\n11sat\n") },
    Scene("leave-asking-words") { leave("xnot excep") },
    Scene("leave-letter") { leave("xnot exceptional\nv") },
  ]

  /// The leave screen with the keys typed from there on; a new line is Enter.
  private static func leave(_ keys: String, book: DayBook = TestOffice.leave) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "09:20", opens: false, showsMorning: true)
    sitting.office.book = book
    sitting.type("v")
    sitting.type(lines: keys)
    return sitting
  }
}
