import Attendance
import Screens
import Terminal

extension Scene {
  /// The handouts, the fire list, the door, a pupil's day, the week, and a reminder.
  static let aroundTheSite = [
    Scene("handouts") { site("p") },
    Scene("handout-heads-of-year") { site("py") },
    Scene("handout-headcount") { site("ph") },
    Scene("fire-list") { site("f") },
    Scene("fire-list-only") { site("f/z") },
    Scene("in-and-out") { site("i") },
    Scene("in-and-out-who") { site("iode") },
    Scene("in-and-out-why") { site("iorees\n") },
    Scene("in-and-out-back") { site("iorees\n2his father\n12") },
    Scene("pupil-day") { site("/farah\nd") },
    Scene("contacts") { site("/farah\nc") },
    Scene("contacts-correcting") { site("/farah\nc\n") },
    Scene("close-week") { week([blank, unconfirmed]) },
    Scene("close-week-why") {
      var sitting = week([blank])
      sitting.type("sin hosp")
      return sitting
    },
    Scene("register-reminded") {
      var sitting = Sitting(at: "09:02")
      sitting.type("5N")
      sitting.office.reminders = [TestSchool.key: TestSchool.time("09:02")]
      sitting.type(.changedElsewhere)
      return sitting
    },
  ]

  private static let blank = WeekClose.Row(
    .blanks, TestSchool.form[17].pupil.id, TestSchool.key, name: "Rees, Rhys 8B",
    words: "Tue 14 Oct AM")
  private static let unconfirmed = WeekClose.Row(
    .unconfirmed, TestSchool.form[3].pupil.id, TestSchool.key, name: "Davies, Dafydd 8B",
    words: "nobody there has confirmed Mon 13 Oct AM and 3 more")

  private static func week(_ rows: [WeekClose.Row]) -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "15:10", opens: false)
    sitting.office.openOfWeek = rows
    sitting.type(":close")
    sitting.press(.enter)
    return sitting
  }

  /// The office's desk at ten past ten after these keys, with a child missing, two out and calls in.
  private static func site(_ keys: String) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "10:10", opens: false, showsMorning: true)
    let pupils = TestSchool.form.map(\.pupil)
    sitting.office.morning = TestOffice.busy
    let by = Person(TestSchool.hall)
    func line(_ id: Int64, _ pupil: Int, _ matter: DayLine.Matter) -> DayLine {
      DayLine(
        id: DayLine.ID(id), by: by, at: TestSchool.at("09:40"), pupil: pupils[pupil].id,
        date: TestSchool.tuesday, matter: matter)
    }
    sitting.office.book = DayBook(
      TestOffice.calls.lines + [
        line(
          20, 8,
          .departure(
            Departure(
              time: TestSchool.time("09:30"), purpose: .appointment, with: "his mother",
              expected: TestSchool.time("10:00")))),
        line(
          21, 9,
          .departure(Departure(time: TestSchool.time("09:40"), purpose: .illness, with: "an aunt"))),
        line(
          22, 21,
          .absence(
            KnownAbsence(
              from: TestSchool.morning, through: TestSchool.morning, code: "M", source: .report,
              out: TestSchool.time("11:00"), back: TestSchool.time("12:00")))),
      ])
    for (index, pupil) in pupils.enumerated() {
      let code = index == 4 ? "N" : index == 10 ? "L" : index < 20 ? "/" : ""
      sitting.office.facts[pupil.id] = OnSite.Facts(
        code: code, planned: index == 23 ? "V" : "",
        whereabouts: index == 3 ? .notHere(since: TestSchool.time("10:05")) : nil)
    }
    sitting.type(.changedElsewhere)
    sitting.type(lines: keys)
    return sitting
  }
}
