import Attendance
import Screens
import Terminal

/// The states of amending.
extension Scene {
  static var rowsTaken: [RegisterRow] { taken(by: TestSchool.owen) }
  static var takenByTutor: Submission { bySelf }

  /// The office before a register that its tutor has taken.
  static var sittingTaken: Sitting {
    Sitting(TestSchool.hall, rows: rowsTaken, at: "08:55", taken: takenByTutor)
  }

  /// The same, before the fourth pupil's mark.
  static var sittingAmending: Sitting {
    var sitting = sittingTaken
    sitting.type("4@")
    return sitting
  }

  /// The same, withdrawing the registration.
  static var sittingWithdrawing: Sitting {
    var sitting = sittingTaken
    sitting.type(":withdraw this")
    sitting.press(.enter)
    return sitting
  }

  static let amending = [
    Scene("amend-one") {
      var sitting = sittingAmending
      sitting.type("i")
      for _ in 0..<3 { sitting.press(.enter) }
      return sitting
    },
    Scene("amend-many") {
      var sitting = sittingTaken
      sitting.type("1+++@o")
      return sitting
    },
    Scene("amend-done") {
      var sitting = sittingAmending
      sitting.type("i")
      for _ in 0..<3 { sitting.press(.enter) }
      sitting.type("1")
      sitting.press(.enter)
      return sitting
    },
    Scene("withdraw") {
      var sitting = sittingWithdrawing
      sitting.type("wrong class")
      sitting.press(.enter)
      sitting.press(.enter)
      return sitting
    },
  ]
}
