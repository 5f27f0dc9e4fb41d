import Attendance
import Terminal

@testable import Screens

extension Sitting {
  /// The office at twenty past nine, with that code standing for everybody.
  static func calls(
    standing: String = "N", book: DayBook = DayBook([]), rows: [RegisterRow] = TestSchool.form
  ) -> Sitting {
    var sitting = Sitting(
      TestSchool.hall, rows: rows, at: "09:20", opens: false, showsMorning: true)
    sitting.office.standing = standing
    sitting.office.book = book
    return sitting
  }

  /// The lines of every act that the office kept.
  var officeLines: [ProposedLine] { office.acts.flatMap(\.lines) }

  /// The form of the call log, or nil while its list has the keys, or another screen is seen.
  var callForm: CallForm? {
    guard case .calls(let screen) = shell.stack[shell.stack.count - 1] else { return nil }
    return screen.form
  }
}
