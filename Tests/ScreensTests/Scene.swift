import Attendance
import Screens
import Terminal
import Testing

/// A screen in a state, reached by keys as a person would.
struct Scene: CustomTestStringConvertible, Sendable {
  let name: String
  /// Whether it is one of the register's states, told apart by its title.
  var isState = false
  let sitting: @Sendable () -> Sitting

  var testDescription: String { name }

  /// The picture at a size, with the person sitting before a terminal of that size.
  func picture(_ size: Size) -> Canvas {
    var sitting = sitting()
    sitting.type(.resized(size))
    return sitting.picture(size)
  }

  init(_ name: String, isState: Bool = false, _ sitting: @escaping @Sendable () -> Sitting) {
    self.name = name
    self.isState = isState
    self.sitting = sitting
  }

  static let all: [Scene] =
    signIn + states + marking + questions + looking + messagesIn + awayFromForm + aroundTheSite
    + leaveOfAbsence + firstDayContact + flagsOfPupils + lettersOfPupils + figures + notices
    + admission + rollovers + whatFallsDue + amending + audits

  static func office(_ morning: Morning) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "08:57", opens: false, showsMorning: true)
    sitting.office.morning = morning
    sitting.office.standing = "N"
    sitting.type(.changedElsewhere)
    return sitting
  }

  static func taken(by staff: Staff) -> [RegisterRow] {
    TestSchool.form.enumerated().map { index, row in
      TestSchool.row(
        row.pupil,
        standing: TestSchool.standing(
          row.pupil, index == 4 ? "N" : index == 10 ? "L" : "/", by: staff,
          at: TestSchool.at("08:52"), id: Int64(index + 1)))
    }
  }

  static let bySelf = TestSchool.submission(by: TestSchool.owen, at: TestSchool.at("08:52"))

  private static let states = [
    Scene("register-not-started", isState: true) { Sitting() },
    Scene("register-practice", isState: true) { Sitting(practice: true) },
    Scene("register-draft", isState: true) {
      var sitting = Sitting()
      sitting.type("5N11L18N")
      return sitting
    },
    Scene("register-not-saved", isState: true) {
      var sitting = Sitting()
      sitting.isDiskFull = true
      sitting.type("5N11L18N")
      return sitting
    },
    Scene("register-not-open-yet", isState: true) { Sitting(at: "08:20") },
    Scene("register-submitted", isState: true) {
      var sitting = Sitting()
      sitting.now = TestSchool.at("08:52")
      sitting.type("5N11L=^S")
      return sitting
    },
    Scene("register-submitted-by-another", isState: true) {
      Sitting(
        TestSchool.hall, rows: taken(by: TestSchool.owen), at: "08:55", taken: bySelf)
    },
    Scene("register-amended-not-sent", isState: true) {
      var sitting = Sitting(rows: taken(by: TestSchool.owen), at: "08:55", taken: bySelf)
      sitting.type("5/")
      return sitting
    },
    Scene("register-closed-not-taken", isState: true) { Sitting(at: "09:41") },
    Scene("register-closed-submitted", isState: true) {
      Sitting(rows: taken(by: TestSchool.owen), at: "09:41", taken: bySelf)
    },
    Scene("register-closed-office", isState: true) {
      Sitting(TestSchool.hall, rows: taken(by: TestSchool.owen), at: "09:41", taken: bySelf)
    },
    Scene("register-read-only", isState: true) { Sitting(TestSchool.price) },
    Scene("register-to-settle", isState: true) {
      var rows = taken(by: TestSchool.owen)
      rows[10].standing = TestSchool.standing(
        rows[10].pupil, "/", by: TestSchool.owen, at: TestSchool.at("08:50"), id: 11,
        contradiction: "L")
      return Sitting(TestSchool.hall, rows: rows, at: "08:55", taken: bySelf)
    },
    Scene("register-no-school", isState: true) { Sitting(closed: "INSET day") },
    Scene("register-empty") { Sitting(rows: []) },
    Scene("register-of-one") { Sitting(rows: [TestSchool.form[0]]) },
    Scene("register-of-sixty") { Sitting(rows: TestSchool.many(60)) },
  ]

  private static let marking = [
    Scene("register-filled") {
      var sitting = Sitting()
      sitting.type("5N11L18N=")
      return sitting
    },
    Scene("register-filled-but-left-out") {
      var rows = TestSchool.form
      rows[3] = TestSchool.row(rows[3].pupil, heed: .absentBefore(code: "I"))
      rows[8] = TestSchool.row(rows[8].pupil, heed: .unmarkedBefore)
      var sitting = Sitting(rows: rows)
      sitting.type("=")
      return sitting
    },
    Scene("register-expected-absent") { Sitting(rows: expected) },
    Scene("register-look-alikes") { Sitting(rows: lookAlikes) },
    Scene("register-also-open") {
      Sitting(alsoOpen: [OtherDesk(Person(TestSchool.hall), since: TestSchool.at("08:38"))])
    },
    Scene("register-refused-code") {
      var sitting = Sitting()
      sitting.type("18I")
      return sitting
    },
    Scene("class-view") {
      var sitting = Sitting(rows: expected)
      sitting.type("5N11L=^V")
      return sitting
    },
  ]

  /// Three expected absent.
  static let expected: [RegisterRow] = TestSchool.form.enumerated().map { index, row in
    let sources: [Int: (String, Plan.Source)] = [
      2: ("I", .report), 6: ("C", .leave), 19: ("V", .visit),
    ]
    return TestSchool.row(
      row.pupil,
      plan: sources[index].map { TestSchool.plan(row.pupil, $0.0, $0.1) })
  }

  /// Twins, a shared surname and initial, and names too long for any column.
  static let lookAlikes: [RegisterRow] = [
    TestSchool.pupil(1, "Bennett, Maya", born: "2013-02-14"),
    TestSchool.pupil(2, "Bennett, Mia", born: "2013-02-14"),
    TestSchool.pupil(3, "Evans, Rhiannon", born: "2012-11-03"),
    TestSchool.pupil(4, "Evans, Rhys", born: "2013-04-09"),
    TestSchool.pupil(5, "Featherstonehaugh-Cholmondeley, Alexander", born: "2013-01-02"),
    TestSchool.pupil(6, "Featherstonehaugh-Cholmondeley, Alexandra", born: "2013-01-02"),
    TestSchool.pupil(7, "Okonkwo-Montgomery, Temperance", born: "2013-05-05"),
    TestSchool.pupil(8, "Smith, Amy", born: "2013-06-01"),
    TestSchool.pupil(9, "Smith, Amy", born: "2013-08-21"),
  ].map { TestSchool.row($0) }

  private static func asking(_ keys: String, at time: String = "08:40") -> Sitting {
    var sitting = Sitting(at: time)
    sitting.type(keys)
    return sitting
  }

  private static let questions = [
    Scene("asking-blanks") { asking("5N11L^S") },
    Scene("asking-as-seen") { asking("=^S", at: "09:41") },
    Scene("asking-note") { asking("11L11;") },
    Scene("asking-name") { asking("'re") },
    Scene("asking-codes") {
      var sitting = Sitting(TestSchool.hall)
      sitting.type("5*il")
      return sitting
    },
    Scene("asking-code-or-row") {
      var sitting = Sitting(TestSchool.hall)
      sitting.type("5C1")
      return sitting
    },
    Scene("asking-reason") {
      var sitting = Sitting(rows: taken(by: TestSchool.owen), at: "08:55", taken: bySelf)
      sitting.type("1N")
      return sitting
    },
    Scene("asking-office-note") {
      var sitting = Sitting(rows: taken(by: TestSchool.owen), at: "09:41", taken: bySelf)
      sitting.type("5;she is here")
      return sitting
    },
    Scene("asking-which-sighting") {
      var rows = taken(by: TestSchool.owen)
      rows[10].standing = TestSchool.standing(
        rows[10].pupil, "/", by: TestSchool.owen, at: TestSchool.at("08:50"), id: 11,
        contradiction: "L")
      var sitting = Sitting(TestSchool.hall, rows: rows, at: "08:55", taken: bySelf)
      sitting.type("!")
      return sitting
    },
    Scene("asking-before-leaving") {
      var sitting = Sitting()
      sitting.isDiskFull = true
      sitting.type("5N^Q")
      return sitting
    },
  ]

  private static let looking = [
    Scene("week") { asking("5N^G") },
    Scene("help") { asking("?") },
    Scene("help-search") { asking("?undo") },
    Scene("palette") { asking(":") },
    Scene("find-pupil") {
      var sitting = Sitting(TestSchool.hall, opens: false)
      sitting.type("/re")
      return sitting
    },
    Scene("year-map") {
      var sitting = Sitting()
      sitting.type("4")
      sitting.press(.enter)
      sitting.press(.left)
      return sitting
    },
    Scene("year-table") {
      var sitting = Sitting()
      sitting.type("4")
      sitting.press(.enter)
      sitting.type("t")
      return sitting
    },
    Scene("history") {
      var sitting = Sitting(
        TestSchool.hall, rows: taken(by: TestSchool.owen), at: "08:55", taken: bySelf)
      sitting.type("11^O")
      return sitting
    },
  ]
}
