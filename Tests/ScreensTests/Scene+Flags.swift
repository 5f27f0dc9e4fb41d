import Attendance
import Screens
import Terminal

extension Scene {
  /// The flags: the list with its panel, filtered, asked about, and the sheets behind it.
  static let flagsOfPupils = [
    Scene("flags") { flags("") },
    Scene("flags-sorted") { flags("oooo") },
    Scene("flags-filtering") { flags("/y8 pers") },
    Scene("flags-filtered-out") { flags("/nobody\n") },
    Scene("flags-nobody") { flags("", []) },
    Scene("flags-asking-whom") { flags("wre") },
    Scene("flags-evidence") { flags("e") },
    Scene("flags-why-not") { flags("w\n") },
    Scene("flags-forecast") { flags("f") },
    Scene("flags-of-pupil") { flags("\nf") },
    Scene("year-followed-up") {
      flags(
        "\n",
        remarks: [
          "HOLD: bereavement, to 24 Oct: letters and ladders wait",
          "Case 4, Absence: Contact taken; next Support, due Fri 24 Oct",
          "Last year 94.0%, 358 of 381 sessions", "Siblings here: Ben 7A, Cy 9B",
        ])
    },
    Scene("flags-followed-up") { flags("", followed: true) },
    Scene("flags-case") { flags("c") },
    Scene("flags-meeting") { flags("mpan\n") },
    Scene("cases") { flags("k") },
    Scene("cases-closing") { flags("kx") },
    Scene("cases-everything") { flags("ke") },
    Scene("flags-look-alikes") {
      flags(
        "", [TestOffice.Flagged(place: 0, rules: ["falling"])],
        rows: ["Bennett-Ashworth, Maya", "Bennett-Ashworth, Mali", "Cole, Ann"].enumerated().map {
          TestSchool.row(TestSchool.pupil($0 + 1, $1))
        })
    },
  ]

  private static func flags(
    _ keys: String, _ flagged: [TestOffice.Flagged] = TestOffice.someFlagged,
    rows: [RegisterRow] = TestSchool.form, followed: Bool = false,
    remarks: [String] = []
  ) -> Sitting {
    var sitting = Sitting(
      TestSchool.price, rows: rows, at: "09:05", opens: false, showsMorning: true)
    sitting.office.flagged = flagged
    sitting.office.flagsAreFollowed = followed
    sitting.office.remarks = remarks
    sitting.type(.changedElsewhere)
    sitting.type(lines: keys)
    return sitting
  }
}
