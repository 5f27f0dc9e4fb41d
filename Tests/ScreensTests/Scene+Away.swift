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
    Scene("lists-pupils") { office("e\n") },
    Scene("lists-not-there") { office("e\n  ") },
    Scene("lists-confirming") { office("e\n c") },
    Scene("lists-earlier") { office("e[") },
    Scene("lists-new") { office("enExam hall\n8B, 9A\n") },
  ]

  private static func office(_ keys: String, away: AwayDay = TestOffice.trips) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "08:57", opens: false, showsMorning: true)
    sitting.office.closures = [
      StandingClosure(DayLine.ID(3), "closed 2025-10-14 AM, Y4: snow")
    ]
    sitting.office.away = away
    sitting.office.awayBefore = AwayDay(
      [
        AwayDay.Place(
          "Swimming", at: Session(TestSchool.tuesday.adding(days: -1), .pm),
          members: TestSchool.form.prefix(3).map {
            AwayDay.Member($0.pupil, form: "8B", state: "expected")
          })
      ])
    sitting.type(lines: keys)
    return sitting
  }
}
