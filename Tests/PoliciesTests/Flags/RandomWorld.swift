import Attendance
import Policies

/// Schools of one pupil drawn at random, with everything that makes figures go wrong: late starts,
/// breaks in enrolment, a change of year group, closures for some and for all, blanks and runs.
enum RandomWorld {
  static func world(_ dice: inout SeededGenerator) throws -> FlagWorld {
    let calendar = try calendar(&dice)
    let id = FlagWorld.pupil
    let born = try Shipped.date(
      dice.pick(["2009-12-20", "2010-03-03", "2012-05-05", "2020-12-20"]))
    let starts = try Shipped.date(
      dice.pick(["2024-09-02", "2024-09-02", "2025-01-20", "2025-09-08"]))
    var enrolments = [Enrolment(id: Enrolment.ID(1), pupil: id, starts: starts)]
    if dice.next() % 4 == 0 {
      enrolments[0].ends = starts.adding(days: 40)
      enrolments.append(
        Enrolment(id: Enrolment.ID(2), pupil: id, starts: starts.adding(days: 55)))
    }
    let roll = Roll(
      pupils: [
        Pupil(
          id: id, upn: try UPN("L820200118005"), name: PupilName(surname: "Ash", forename: "Ann"),
          dateOfBirth: born)
      ],
      enrolments: enrolments,
      particulars: [
        id: [
          Particulars(from: starts, yearGroup: try Shipped.year("9"), group: "9A", campus: "North"),
          Particulars(
            from: try Shipped.date("2025-09-01"), yearGroup: try Shipped.year("10"), group: "10A",
            campus: dice.pick(["North", "South"])),
        ]
      ])
    var world = FlagWorld(calendar: calendar, roll: roll, marks: [id: marks(calendar, &dice)])
    world.closed = Set((0..<3).map { _ in date(&dice) }.filter(calendar.isSchoolDay))
    world.facts[id] = try facts(of: world, &dice)
    return world
  }

  /// A date at which some of the two years has passed, in term or out of it.
  static func date(_ dice: inout SeededGenerator) -> SchoolDate {
    SchoolYear(startYear: 2024).firstDay.adding(days: 35 + Int(dice.next() % 680))
  }

  private static func calendar(_ dice: inout SeededGenerator) throws -> SchoolCalendar {
    let base = try FlagWorld.twoYears()
    return SchoolCalendar(
      try base.years.map { year in
        var closures = year.closures
        for _ in 0..<6 {
          closures.append(
            Closure(
              date: year.year.firstDay.adding(days: Int(dice.next() % 360)), reason: "closed",
              half: dice.pick([nil, .am, .pm]), campus: dice.pick([nil, nil, "North", "South"]),
              yearGroups: dice.pick([[], [], [try Shipped.year("9")], [try Shipped.year("10")]])))
        }
        return CalendarYear(year: year.year, terms: year.terms, closures: closures)
      })
  }

  /// Marks with habits: spells of one code, a bad weekday, blanks, and days on which it all changes.
  private static func marks(
    _ calendar: SchoolCalendar, _ dice: inout SeededGenerator
  ) -> [Session: String] {
    let codes = ["I", "O", "N", "U", "L", "G", "M", "C", "B", "Y4", "X", ""]
    let badDay = dice.pick(Weekday.allCases)
    var spell = (code: "", days: 0)
    var marks: [Session: String] = [:]
    for year in calendar.years {
      var date = year.year.firstDay
      while date <= year.year.lastDay {
        if spell.days == 0, dice.next() % 25 == 0 {
          spell = (dice.pick(["I", "O", "N", "G", "U", "Y4"]), 1 + Int(dice.next() % 12))
        }
        for half in HalfDay.allCases where calendar.meets(at: Session(date, half)) {
          let isOdd = dice.next() % (date.weekday == badDay ? 3 : 14) == 0
          let usual = half == .am ? "/" : "\\"
          let code = spell.days > 0 && !isOdd ? spell.code : isOdd ? dice.pick(codes) : usual
          if !code.isEmpty { marks[Session(date, half)] = code }
        }
        if calendar.isSchoolDay(date) { spell.days = max(0, spell.days - 1) }
        date = date.adding(days: 1)
      }
    }
    return marks
  }

  private static func facts(
    of world: FlagWorld, _ dice: inout SeededGenerator
  ) throws -> PupilFacts {
    var facts = try FlagWorld(calendar: world.calendar, roll: world.roll, marks: [:])
      .facts(of: FlagWorld.pupil, on: Shipped.date("2025-10-01"))
    facts.heard = dice.pick([nil, date(&dice)])
    facts.expectedBack = dice.pick([nil, date(&dice)])
    if dice.next() % 2 == 0 { facts.known = ["I": Session(date(&dice), dice.pick([.am, .pm]))] }
    return facts
  }
}
