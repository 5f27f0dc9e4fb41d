import Testing

/// What an import says beside its numbers.
@Suite struct ImportNoticeTests {
  private let morning = "2026-03-20T08:40"

  @Test func `a changed role is told from which to which`() throws {
    let school = try TestSchool()
    let staff = try school.file(
      "again.csv",
      """
      login,name,position,role,registration_group
      owen,G. Owen,Head of Year,head_of_year,8B
      hall,J. Hall,Attendance lead,office,

      """)
    let outcome = try school.succeed(["import", "staff", staff, "--dry-run"], at: morning)
    #expect(
      outcome.lines == [
        "2 members of staff: 0 new, 2 changed, 0 the same; tried only, nothing was changed",
        "G. Owen (owen): tutor becomes head_of_year",
      ])
  }

  @Test func `a member of staff added again in another role is told so`() throws {
    let school = try TestSchool()
    func add(_ login: String, _ role: String) throws -> String {
      try school.succeed(
        ["staff", "add", login, "--name", "J. Hall", "--position", "Officer", "--role", role]
      ).output
    }
    #expect(try add("hall", "head") == "J. Hall may sign in as hall, head, no longer office\n")
    #expect(try add("hall", "head") == "J. Hall may sign in as hall, head\n")
    #expect(try add("new", "office") == "J. Hall may sign in as new, office\n")
  }

  @Test func `a calendar says how many marks it leaves on closed days, before it comes in`() throws
  {
    let school = try TestSchool()
    let marks = try school.file(
      "marks.csv",
      """
      upn,date,session,code
      V820400120005,2026-03-19,AM,/
      V820400120005,2026-03-19,PM,\\
      N820400120001,2026-03-16,AM,/
      N820400120001,2026-03-18,AM,/

      """)
    try school.succeed(["import", "marks", marks], at: morning)
    let calendar = try school.file(
      "calendar.yaml",
      """
      - year: "2025-26"
        terms:
          - name: Spring
            starts: 2026-01-05
            ends: 2026-03-17
      """)
    let outcome = try school.run(["import", "calendar", calendar, "--dry-run"], at: morning)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == "notice: 3 marks now stand on days on which the school does not meet "
        + "(2026-03-18, 2026-03-19); they are kept and not counted\n")
    let same = try school.succeed(
      ["import", "calendar", "config/calendars/2025-26.yaml"], at: morning)
    #expect(same.output == "1 school year: 0 new, 0 changed, 1 the same; nothing to change\n")
  }

  @Test func `minutes and notes that differ from the record are refused, and kept by an amendment`()
    throws
  {
    let school = try TestSchool()
    let (ahmed, now) = (TestSchool.pupils[0].0, "2025-09-12T16:00")
    func marks(_ rows: [String]) throws -> String {
      try school.file(
        "marks.csv",
        "upn,date,session,code,minutes,note\n"
          + rows.map { "\(ahmed),2025-09-08,\($0)\n" }.joined())
    }
    let first = try school.run(
      ["import", "marks", marks(["AM,L,12,", "PM,B,,"])], at: now)
    #expect(first.status == 0 && first.errors.contains("code B needs a note"), "\(first.errors)")
    let later = try marks(["AM,L,30,", "PM,B,,at the museum"])
    let refused = try school.refuse(["import", "marks", later], at: now)
    #expect(
      refused.contains("the L on record at 2025-09-08 AM has other minutes or another note"))
    #expect(refused.contains("the B on record at 2025-09-08 PM has other"))
    let amended = try school.succeed(
      ["import", "marks", later, "--amend", "what the trip was"], at: now)
    #expect(amended.output.contains("2 marks: 0 new, 2 changed, 0 the same"))
    let again = try school.succeed(["import", "marks", later], at: now)
    #expect(again.output.contains("2 marks: 0 new, 0 changed, 2 the same"))
    let history = try school.succeed(["history", ahmed, "--format", "csv"], at: now).lines
    #expect(history.contains { $0.contains("PM,B,,at the museum,") })
    #expect(history.contains { $0.contains("AM,L,30,,") })
  }

  @Test func `a file with an old temporary number changes the child, and makes no second one`()
    throws
  {
    let school = try TestSchool()
    let header = "upn,surname,forename,date_of_birth,year_group,registration_group,start_date"
    func row(_ upn: String, _ form: String) throws -> [String] {
      let name = "Novak,Nina,2012-05-05,9,\(form),2025-09-03"
      return ["import", "pupils", try school.file("novak.csv", "\(header)\n\(upn),\(name)\n")]
    }
    let now = "2025-09-12T16:00"
    try school.succeed(row("", "9A"), at: now)
    let list = ["export", "share", "--format", "csv", "--from", "2025-09-12", "--to", "2025-09-12"]
    func numbers() throws -> Set<Substring> {
      Set(
        try school.succeed(list, at: now).lines.filter { $0.contains("Novak") }.map {
          $0.split(separator: ",")[2]
        })
    }
    let temporary = try #require(numbers().first)
    try school.succeed(row("Z820400121001", "9A"), at: now)
    let told = try school.run(row(String(temporary), "9B"), at: now)
    #expect(told.status == 0)
    #expect(
      told.errors.contains("\(temporary) is no longer this pupil's UPN, which is Z820400121001"),
      "\(told.errors)")
    #expect(told.output.contains("0 new, 1 changed"))
    #expect(try numbers() == ["Z820400121001"])
  }
}
