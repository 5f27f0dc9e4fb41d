import Attendance
import Exchange
import Testing

/// Imported codes that speak of more than one pupil, or of a pupil not yet here.
@Suite struct MarkClosureTests {
  private let ada = TestSchool.ada.pupil.upn
  private let bob = TestSchool.bob.pupil.upn
  private let cy = TestSchool.cy.pupil.upn

  /// The warnings of a file over a school whose codes hold # and Z as well.
  private func warnings(_ rows: String, over context: ImportContext = TestSchool.context) throws
    -> [String]
  {
    var context = context
    context.codes = CodeBook(
      TestSchool.codes.codes + [
        AttendanceCode(text: "#", meaning: "planned closure", category: .notPossible),
        AttendanceCode(text: "Z", meaning: "not yet on roll", category: .notPossible),
      ])
    context.alphabet = SheetAlphabet(context.codes.texts)
    return try MarkImport.plan(
      IncomingFile(named: "marks.csv", text: "upn,date,session,code\n\(rows)\n"), over: context
    ) { _ in [:] }.warnings.lines
  }

  @Test func `a planned closure of one pupil is looked at`() throws {
    let warning =
      "marks.csv:2: code # is for the whole school or a year group, and \(bob) of Year 8 has none "
      + "at 2026-01-09 AM; check it"
    #expect(try warnings("\(ada),2026-01-09,AM,#") == [warning])
    #expect(try warnings("\(ada),2026-01-09,AM,#\n\(bob),2026-01-09,AM,/") == [warning])
  }

  @Test func `a planned closure of a whole year group is in its place`() throws {
    #expect(try warnings("\(ada),2026-01-09,AM,#\n\(bob),2026-01-09,AM,#") == [])
    #expect(try warnings("\(cy),2026-01-09,AM,#\n\(bob),2026-01-09,AM,/") == [])
  }

  @Test func `only pupils on roll and on the same site speak against a closure`() throws {
    var context = TestSchool.context
    context.pupils[1].enrolments[0].ends = TestSchool.date("2026-01-08")
    #expect(try warnings("\(ada),2026-01-09,AM,#", over: context) == [])
    context = TestSchool.context
    context.pupils[1].particulars[0].campus = "West"
    #expect(try warnings("\(ada),2026-01-09,AM,#", over: context) == [])
  }

  @Test func `a mark on record speaks for a closure, and against it`() throws {
    var context = TestSchool.context
    var sheet = YearSheet(year: TestSchool.year.year)
    sheet[TestSchool.session("2026-01-09 AM")] =
      try #require(SheetAlphabet(TestSchool.codes.texts + ["#"]).byte(of: "#"))
    context.sheets[TestSchool.bob.pupil.id] = [sheet]
    #expect(try warnings("\(ada),2026-01-09,AM,#", over: context) == [])
    #expect(try warnings("\(ada),2026-01-08,AM,#", over: context).count == 1)
  }

  @Test func `a pupil on roll is no longer a prospective one`() throws {
    #expect(
      try warnings("\(ada),2026-01-09,AM,Z") == [
        "marks.csv:2: code Z is for a pupil who has not started yet, and \(ada) is on roll from "
          + "2025-09-01; check it"
      ])
  }

  @Test func `marks on days without school are counted with their first dates`() throws {
    var sheet = YearSheet(year: TestSchool.year.year)
    for day in ["2025-11-27", "2025-11-28", "2025-12-22", "2026-01-02", "2026-01-03", "2026-01-05"]
    {
      sheet[TestSchool.session(day + " AM")] = 1
    }
    sheet[TestSchool.session("2025-11-28 PM")] = 1
    let roll = Roll(
      pupils: [TestSchool.ada.pupil], enrolments: TestSchool.ada.enrolments,
      particulars: [TestSchool.ada.pupil.id: TestSchool.ada.particulars])
    let found = MarksOnClosedDays(
      roll: roll, calendar: SchoolCalendar([TestSchool.year]),
      sheets: [TestSchool.ada.pupil.id: [sheet]])
    #expect(found.count == 5)
    #expect(
      found.sentence == "5 marks now stand on days on which the school does not meet (2025-11-28, "
        + "2025-12-22, 2026-01-02 and 1 more date); they are kept and not counted")
    let none = MarksOnClosedDays(roll: roll, calendar: SchoolCalendar([]), sheets: [:])
    #expect(none.sentence == nil)
  }
}
