import Attendance
import Testing

/// A case from its flag to its end, by plain commands.
@Suite struct CaseJourneyTests {
  private static let aisha = "V820400120005"
  private static let rhys = "F820400120004"

  /// A year of form 8B up to half term, in which Aisha missed every Monday and Tuesday.
  private func school(through last: String = "2025-10-24") throws -> TestSchool {
    let school = try TestSchool()
    var rows = "upn,date,session,code\n"
    let calendar = try TestCalendar.schoolDays(through: last)
    for (upn, _, _) in TestSchool.pupils {
      for date in calendar {
        for half in HalfDay.allCases {
          let isAway = upn == Self.aisha && [.monday, .tuesday].contains(date.weekday)
          rows += "\(upn),\(date),\(half.rawValue),\(isAway ? "I" : half == .am ? "/" : "\\")\n"
        }
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", rows)], at: "\(last)T16:00")
    return school
  }

  @discardableResult
  private func run(
    _ school: TestSchool, _ arguments: [String], at moment: String = "2025-10-24T16:00"
  ) throws -> [String] {
    try school.succeed(["case"] + arguments + ["--format", "csv"], at: moment).lines
  }

  private func number(_ school: TestSchool) throws -> String {
    let rows = try run(school, ["list"])
    return String(try #require(rows.last).split(separator: ",")[1])
  }

  @Test func `a flag opens a case, steps are taken in turn, and what is due is listed`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    #expect(
      try run(school, ["list", "--due"]).last
        == "2025-10-24,\(number),\(Self.aisha),Ahmed,Aisha,8B,Absence,,Contact,due today,"
        + "G. Owen,persistent-absence,2025-10-24,")
    try run(school, ["step", number, "--words", "her mother works nights"])
    #expect(
      try run(school, ["list"]).last
        == "2025-11-14,\(number),\(Self.aisha),Ahmed,Aisha,8B,Absence,Contact,Support,waiting,"
        + "attendance officer,persistent-absence,2025-10-24,")
    // Two weeks on, half term left out.
    #expect(try run(school, ["list", "--due"], at: "2025-11-13T16:00").count == 1)
    #expect(try run(school, ["list", "--due"], at: "2025-11-14T16:00").count == 2)
    #expect(try run(school, ["list", "--overdue"], at: "2025-11-17T16:00").count == 2)
  }

  @Test func `a step before its time is refused, and taken by whoever says so`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    try run(school, ["step", number, "--words", "a talk"])
    let refused = try school.refuse(
      ["case", "step", number, "--words", "more"], at: "2025-10-24T16:00")
    #expect(refused.contains("the step Support is not before 2025-11-14"), "\(refused)")
    try run(school, ["step", number, "--early", "--words", "it cannot wait"])
    #expect(try run(school, ["list"]).last?.contains("Absence,Support,Attendance contract") == true)
  }

  @Test func `nothing is said with empty words, and a note of nothing clears nothing`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    for arguments in [
      ["step", number], ["stay", number], ["close", number, "--outcome", "improved"],
      ["snooze", number, "--until", "2025-11-05"], ["undo", number],
      ["add", Self.aisha, "--kind", "note"],
    ] {
      let refused = try school.refuse(["case"] + arguments, at: "2025-10-24T16:00")
      #expect(refused.contains("an empty note clears nothing"), "\(arguments): \(refused)")
    }
    #expect(try run(school, ["show", number]).count == 2)
  }

  @Test func `a review shows attendance before and since, and staying sets the next day`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha], at: "2025-10-17T16:00")
    let number = try number(school)
    try run(school, ["step", number, "--words", "a talk"], at: "2025-10-17T16:00")
    try run(school, ["stay", number, "--words", "better, not yet well"])
    let rows = try run(school, ["show", number])
    // Seven weeks less two days to the step, with six Mondays and Tuesdays; one week since.
    #expect(
      rows.last?.contains(
        "\"stays at step 1, Contact; 63.6% before (42 of 66), 60.0% since (6 of 10); next due "
          + "2025-11-14\",\"better, not yet well\"") == true, "\(rows)")
  }

  @Test func `what is taken back stays on record, and the case is where it was`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    let step = try run(school, ["step", number, "--words", "a talk"])
    let line = String(try #require(step.last).split(separator: ",")[0])
    try run(school, ["undo", line, "--words", "wrong pupil"])
    #expect(
      try run(school, ["list", "--due"]).last?.contains("Absence,,Contact,due today") == true)
    let rows = try run(school, ["show", number])
    #expect(rows.count == 4)
    #expect(rows[2].hasSuffix("taken back"))
    try school.succeed(["verify"], at: "2025-10-24T16:00")
  }

  @Test func `a hold stops the ladder and says so, until it is taken back`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    let hold = try run(
      school,
      ["hold", Self.aisha, "--reason", "bereavement", "--until", "2025-11-21", "--words", "gran"])
    let refused = try school.refuse(
      ["case", "step", number, "--words", "a talk"], at: "2025-10-24T16:00")
    #expect(refused.contains("a hold stands until 2025-11-21 (bereavement)"))
    #expect(try run(school, ["list"]).last?.hasSuffix("bereavement to 2025-11-21") == true)
    let line = String(try #require(hold.last).split(separator: ",")[0])
    try run(school, ["undo", line, "--words", "the family asks us to go on"])
    try run(school, ["step", number, "--words", "a talk"])
  }

  @Test func `a snoozed case comes back by itself on its day`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    try run(school, ["snooze", number, "--until", "2025-11-05", "--words", "the clinic sees her"])
    #expect(try run(school, ["list", "--due"], at: "2025-11-04T16:00").count == 1)
    #expect(try run(school, ["list", "--due"], at: "2025-11-05T16:00").count == 2)
  }

  @Test func `ladders wait for the least number of sessions, and nobody has two of one kind`()
    throws
  {
    let school = try school(through: "2025-09-19")
    let refused = try school.refuse(["case", "open", Self.aisha], at: "2025-09-19T16:00")
    #expect(refused.contains("only 26 sessions were possible so far this year"), "\(refused)")
    let later = try self.school()
    try run(later, ["open", Self.aisha])
    #expect(
      try later.refuse(["case", "open", Self.aisha], at: "2025-10-24T16:00")
        .contains("is open on the ladder Absence"))
    #expect(
      try later.refuse(["case", "open", Self.rhys], at: "2025-10-24T16:00")
        .contains("starts a ladder by itself; name one: absence"))
    let wordless = try later.refuse(
      ["case", "open", Self.rhys, "--ladder", "absence"], at: "2025-10-24T16:00")
    #expect(wordless.contains("say in words why"))
  }

  @Test func `a step that waits for a flag is due once the flag stands`() throws {
    let school = try school()
    let adopted = try school.run(
      ["policy", "adopt", "config/policies/st-lukes.yaml", "--from", "2025-08-01", "--yes"],
      at: "2025-10-24T16:00")
    #expect(adopted.status == 0, "\(adopted.errors)")
    // Rhys is in every day: the ladder is opened for another reason, and its second step waits.
    try run(school, ["open", Self.rhys, "--ladder", "absence", "--words", "his parents ask"])
    let number = try number(school)
    try run(school, ["step", number, "--words", "a letter"])
    #expect(try run(school, ["list"]).last?.contains("Monitoring letter,waiting") == true)
    try run(school, ["open", Self.aisha])
    let hers = String(
      try #require(try run(school, ["list"]).first { $0.contains("Ahmed") }).split(separator: ",")[
        1])
    try run(school, ["step", hers, "--words", "a letter"])
    #expect(
      try run(school, ["list", "--due"]).dropFirst().map { $0.prefix(13) }
        == ["2025-10-24,\(hers),".prefix(13)])
  }

  @Test func `a closed case is closed with words, and a new one may be opened`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    try run(
      school, ["close", number, "--outcome", "handed over", "--words", "she moves on Monday"])
    #expect(try run(school, ["list"]).count == 1)
    #expect(try run(school, ["list", "--all"]).last?.contains("closed") == true)
    #expect(
      try school.refuse(["case", "step", number, "--words", "x"], at: "2025-10-24T16:00")
        .contains("was closed on 2025-10-24"))
    try run(school, ["open", Self.aisha])
  }

  @Test func `what is arranged is due until its outcome is said, held in absence if so`() throws {
    let school = try school()
    try run(school, ["open", Self.aisha])
    let number = try number(school)
    let added = try run(
      school,
      [
        "add", Self.aisha, "--kind", "meeting", "--arranged", "--on", "2025-11-06", "--time",
        "15:30", "--with", "her mother", "--with", "the nurse",
      ])
    #expect(
      added.last?.contains("arranged: meeting at 15:30, with her mother, the nurse") == true)
    let line = String(try #require(added.last).split(separator: ",")[0])
    try run(
      school, ["outcome", line, "--is", "held in absence", "--words", "nobody came; plan agreed"])
    #expect(
      try run(school, ["show", number]).last?.contains(
        "outcome,held in absence,nobody came; plan agreed") == true)
    let early = try school.refuse(
      ["case", "add", Self.aisha, "--kind", "call", "--on", "2025-11-06", "--words", "x"],
      at: "2025-10-24T16:00")
    #expect(early.contains("say that it is arranged"))
  }

  @Test func `a tutor works no cases, and is told who may`() throws {
    let school = try school()
    let refused = try school.refuse(
      ["case", "open", Self.aisha, "--as", "owen"], at: "2025-10-24T16:00")
    #expect(refused.contains("may not work"), "\(refused)")
  }
}

/// The school days of the shipped calendar that tests import, without holidays.
private enum TestCalendar {
  static func schoolDays(through last: String) throws -> [SchoolDate] {
    let end = try #require(SchoolDate(last))
    var day = try #require(SchoolDate("2025-09-03"))
    var days: [SchoolDate] = []
    while day <= end {
      if !day.weekday.isWeekend { days.append(day) }
      day = day.adding(days: 1)
    }
    return days
  }
}
