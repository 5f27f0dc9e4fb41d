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
}
