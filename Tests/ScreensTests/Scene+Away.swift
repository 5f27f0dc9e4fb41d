import Attendance
import Screens
import Terminal

extension Scene {
  /// Closures and lists away from the form, question by question.
  static let awayFromForm = [
    Scene("closing-first-question") { office("x") },
    Scene("closing-who") { office("x2") },
    Scene("closing-names") { office("x23") },
    Scene("closing-sessions") { office("x1") },
    Scene("closing-decided") { office("x11") },
    Scene("closing-preview") { office("x1107:10\nsnow\n") },
    Scene("closing-kept") { office("x11\nsnow\n\n") },
    Scene("closing-taken-back") { office("x41it thawed\n") },
    Scene("lists") { office("e") },
    Scene("lists-nobody-away") { office("e", away: AwayDay([])) },
    Scene("lists-pupils") { office("t\n") },
    Scene("lists-not-there") { office("t\n  ") },
    Scene("lists-confirming") { office("t\n c") },
    Scene("lists-new") { office("tnExam hall\n8B, 9A\n") },
  ]

  private static func office(_ keys: String, away: AwayDay = TestOffice.trips) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "08:57", opens: false, showsMorning: true)
    sitting.office.closures = [
      StandingClosure(DayLine.ID(3), "closed 2025-10-14 AM, Y4: snow")
    ]
    sitting.office.away = away
    sitting.type(lines: keys)
    return sitting
  }
}
