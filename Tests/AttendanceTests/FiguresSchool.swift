import Attendance

/// A school of six small enough to count by hand: two campuses, three weeks, every kind of pupil.
///
/// It meets on 1, 2, 4 and 5 September and from the 15th to the 19th; the South is closed on the
/// afternoon of the 4th, Year 11 all of the 5th, everybody on the 3rd. Spring is from 5 to 9 January.
enum FiguresSchool {
  static let calendar = SchoolCalendar([
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [
        Term(
          name: "Autumn", starts: day("2025-09-01"), ends: day("2025-09-19"),
          halfTerm: day("2025-09-08")...day("2025-09-12")),
        Term(name: "Spring", starts: day("2026-01-05"), ends: day("2026-01-09")),
      ],
      closures: [
        Closure(date: day("2025-09-03"), reason: "INSET day"),
        Closure(date: day("2025-09-04"), reason: "boiler", half: .pm, campus: "South"),
        Closure(date: day("2025-09-05"), reason: "study day", yearGroups: [yearGroup("11")]),
      ])
  ])

  static let first = day("2025-09-01")
  /// Friday morning of the last week has begun, the afternoon has not.
  static let last = am("2025-09-19")
  static let alphabet = SheetAlphabet(TestCodes.book.texts)

  /// Ada changes form, and loses free meals, on the 15th; Ben joins on the 4th; Cem leaves on the
  /// 16th; Dot is a guest; Eve boards; Fay is dual registered.
  static let roll = Roll(
    pupils: [
      sexed(TestSchool.ada, "F"), sexed(TestSchool.ben, "M"), sexed(TestSchool.cem, "M"),
      sexed(TestSchool.dot, "F"), sexed(TestSchool.eve, "F"), sexed(TestSchool.fay, "F"),
    ],
    enrolments: [
      enrolment(TestSchool.ada), enrolment(TestSchool.ben, starts: "2025-09-04"),
      enrolment(TestSchool.cem, ends: "2025-09-16"), enrolment(TestSchool.dot, kind: .guest),
      enrolment(TestSchool.eve, isBoarder: true), enrolment(TestSchool.fay, kind: .dualMain),
    ],
    particulars: [
      TestSchool.ada.id: [
        particulars("7", "7A", "North", [.fsm: "yes", .eal: "yes"]),
        particulars("7", "7B", "North", [.fsm: "no", .eal: "yes"], from: "2025-09-15"),
      ],
      TestSchool.ben.id: [particulars("7", "7B", "South", [.fsm: "no"])],
      TestSchool.cem.id: [particulars("11", "11A", "North", [.sen: "K", .ethnicity: "WBRI"])],
      TestSchool.dot.id: [particulars("7", "7A", "North", [.fsm: "yes"])],
      TestSchool.eve.id: [particulars("7", "7A", "North", [.fsm: "yes"])],
      TestSchool.fay.id: [particulars("7", "7A", "North", [:])],
    ])

  /// Marks from the first session on, a token each: `.` for a blank, `p` for present, `x` for a
  /// session at which the pupil is not due and the mark must not count.
  static let marks: [(pupil: Pupil, from: String, codes: String)] = [
    (TestSchool.ada, "2025-09-01", "p L I . p p p p"),
    (TestSchool.ada, "2025-09-15", "U p O p p p p p p x"),
    (TestSchool.ben, "2025-09-01", "x x x x p x C C"),
    (TestSchool.ben, "2025-09-15", "B p p p p p p p p x"),
    (TestSchool.cem, "2025-09-01", "I I I I I I x x"),
    (TestSchool.cem, "2025-09-15", "p G G G x x x x x x"),
    (TestSchool.dot, "2025-09-01", "x x x x x x x x"),
    (TestSchool.eve, "2025-09-01", "x x x x x x x x"),
    (TestSchool.fay, "2025-09-01", "D D D D p p p p"),
    (TestSchool.fay, "2025-09-15", "D D D D D p p p p x"),
  ]

  static let figures = Figures(
    roll: roll, calendar: calendar, codes: TestCodes.book, alphabet: alphabet,
    sheets: [SchoolYear(startYear: 2025): sheets], schoolName: "Hilltop")

  static let sheets: [Pupil.ID: YearSheet] = {
    var sheets: [Pupil.ID: YearSheet] = [:]
    for line in marks {
      // The 3rd is closed for all and has no token.
      let days = calendar.sessions(from: day(line.from), through: day(line.from).adding(days: 4))
      for (session, token) in zip(days, line.codes.split(separator: " ")) where token != "." {
        let isPresent = token == "p" || token == "x"
        let code = isPresent ? TestCodes.book.present(at: session.half) : String(token)
        sheets[line.pupil.id, default: YearSheet(year: SchoolYear(startYear: 2025))][session] =
          alphabet.byte(of: code) ?? 0
      }
    }
    return sheets
  }()

  private static func sexed(_ pupil: Pupil, _ sex: String) -> Pupil {
    var pupil = pupil
    pupil.sex = sex
    return pupil
  }

  static func enrolment(
    _ pupil: Pupil, kind: Enrolment.Kind = .main, isBoarder: Bool = false,
    starts: String = "2025-09-01", ends: String? = nil
  ) -> Enrolment {
    Enrolment(
      id: Enrolment.ID(pupil.id.number), pupil: pupil.id, kind: kind, isBoarder: isBoarder,
      starts: day(starts), ends: ends.map { day($0) })
  }

  static func particulars(
    _ year: String, _ group: String, _ campus: String, _ more: [Characteristic: String],
    from: String = "2025-09-01"
  ) -> Particulars {
    Particulars(
      from: day(from), yearGroup: yearGroup(year), group: group, campus: campus,
      characteristics: more)
  }
}
