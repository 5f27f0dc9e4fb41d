import Attendance
import Policies
import Screens
import Terminal

extension Scene {
  /// First-day contact by keys, and a late arrival and a reminded register beside it.
  static let firstDayContact = [
    Scene("first-day-whom") { firstDay("a") },
    Scene("first-day-outcome") { firstDay("a1") },
    Scene("first-day-noted") { firstDay("a13") },
    Scene("first-day-text") { firstDay("t") },
    Scene("first-day-text-noted") { firstDay("t\n") },
    Scene("first-day-script") { firstDay("t\n", letter: "reach-out") },
    Scene("first-day-settling") { firstDay("o", on: 7) },
    Scene("first-day-settled") { firstDay("o\n", on: 7) },
    Scene("morning-reminded") {
      var sitting = desk(reminded)
      sitting.type(.changedElsewhere)
      return sitting
    },
    Scene("late-desk-arrived") {
      var sitting = desk(TestOffice.busy, at: "09:20")
      sitting.office.standing = "N"
      sitting.type(lines: "lre\nbus\nsh\nthe dentist, with a card\n")
      return sitting
    },
  ]

  private static func desk(_ morning: Morning, at time: String = "10:10") -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: time, opens: false, showsMorning: true)
    sitting.office.morning = morning
    return sitting
  }

  /// The morning with the cursor on that row, the next step a telephone call, and two N past their
  /// day.
  private static func firstDay(
    _ keys: String, on row: Int = 4, letter: String = "absence-text-1"
  ) -> Sitting {
    var sitting = desk(TestOffice.busy)
    sitting.office.letter = letter
    sitting.office.matters.contactPlan = TestSchool.policy.followUp.plan(
      for: ContactFacts(
        day: 1, concerns: [],
        contacts: [Contact(pupil: Pupil.ID(5), priority: 1, name: "Mrs Ellis")],
        lines: []), on: TestSchool.tuesday)
    sitting.office.lapsed = TestSchool.form.prefix(2).map { row in
      Unexplained(
        member: TestSchool.member(row.pupil),
        standing: TestSchool.standing(
          row.pupil, "N", by: TestSchool.owen, at: TestSchool.at("08:45"),
          id: row.pupil.id.number))
    }
    sitting.type(.changedElsewhere)
    for _ in 1..<row { sitting.press(.down) }
    sitting.type(lines: keys)
    return sitting
  }

  /// Registers not taken: one reminded, one half marked, one with a cover teacher.
  private static let reminded: Morning = {
    func row(
      _ group: String, marked: Int = 0, room: String, taker: String, cover: String = "",
      reminded: String? = nil
    ) -> Morning.Row {
      let register = UntakenRegister(
        RegisterKey(group, at: TestSchool.morning), pupils: 28, marked: marked, room: room,
        taker: taker, cover: cover, window: TestSchool.window,
        reminded: reminded.map(TestSchool.time))
      return Morning.Row(
        id: .register(register.key), section: .registers, name: group, group: "AM",
        words: register.words(at: TestSchool.time("10:10")), shorter: register.shorterWords)
    }
    let long = TestSchool.pupil(
      1, "Featherstonehaugh-Cholmondeley, Alexander", born: "2013-01-02")
    return Morning(
      date: TestSchool.tuesday,
      rows: [
        row("8A", room: "12", taker: "Mr Owen", cover: "Ms Khan", reminded: "09:02"),
        row("8B", marked: 20, room: "14", taker: "Ms Khan"),
        row("8C", room: "Hall", taker: "Mrs Price-Llewellyn", reminded: "09:12"),
        Morning.Row(
          id: .pupil(.unexplained, long.id, TestSchool.morning), section: .unexplained,
          name: long.name.onRegister, group: "10A",
          words: "2 tried, no answer: Mr F (father), telephone; N since 08:45"),
      ])
  }()
}
