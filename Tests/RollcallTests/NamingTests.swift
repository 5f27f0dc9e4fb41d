import Testing

/// Groups, pupils and sessions as somebody names them on the command line.
@Suite struct NamingTests {
  private let morning = "2026-03-20T08:40"

  @Test func `a group and a UPN are found in capitals or not`() throws {
    let school = try TestSchool()
    let register = try school.succeed(["register", "8b"], at: morning)
    #expect(register.output == (try school.succeed(["register", "8B"], at: morning).output))
    #expect(register.lines.count == 6)
    try school.succeed(
      ["take", "8b", "--plain", "--as", "owen"], typing: "submit as n\n", at: morning)
    #expect(try school.succeed(["history", "v820400120005"], at: morning).lines.count == 2)
  }

  @Test func `a group that does not exist is told as such, with names like it`() throws {
    let school = try TestSchool()
    for command in [["take", "8X", "--plain", "--as", "owen"], ["register", "8X"]] {
      let outcome = try school.run(command, at: morning)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "rollcall: there is no group '8X'; did you mean 8B?\n")
    }
    let far = try school.run(["take", "99Q", "--plain", "--as", "owen"], at: morning)
    #expect(far.errors == "rollcall: there is no group '99Q'; there are 8B\n")
  }

  @Test func `a group nobody of which is due then is not called unknown`() throws {
    let school = try TestSchool()
    let groups = try school.file(
      "groups.csv", "group,upn,weekday\nBand,V820400120005,Monday\n")
    try school.succeed(["import", "groups", groups], at: morning)
    let outcome = try school.run(["register", "band"], at: morning)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "rollcall: nobody of group Band is due on 2026-03-20 AM; check the date and "
        + "the session\n")
  }

  @Test(arguments: [
    ("2026-02-17", "half term of Spring"), ("2026-03-21", "weekend"),
    ("2025-12-25", "outside term"),
  ])
  func `a register is not printed where the school does not meet`(
    date: String, reason: String
  ) throws {
    let school = try TestSchool()
    let outcome = try school.run(["register", "8B", "--date", date], at: morning)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "rollcall: the school does not meet on \(date) AM (\(reason)); correct the "
        + "date or the calendar\n")
  }

  @Test func `marks made before a closure are printed with a word about it`() throws {
    let school = try TestSchool()
    let marks = try school.file(
      "marks.csv", "upn,date,session,code\nV820400120005,2026-03-19,AM,/\n")
    try school.succeed(["import", "marks", marks], at: morning)
    let calendar = try school.file(
      "calendar.yaml",
      """
      - year: "2025-26"
        terms:
          - name: Spring
            starts: 2026-01-05
            ends: 2026-03-27
        closed:
          - date: 2026-03-19
            reason: Snow
      """)
    let imported = try school.run(["import", "calendar", calendar], at: morning)
    #expect(imported.status == 0)
    #expect(
      imported.errors == "notice: 1 mark now stands on a day on which the school does not meet "
        + "(2026-03-19); it is kept and not counted\n")
    let register = try school.run(["register", "8B", "--date", "2026-03-19"], at: morning)
    #expect(register.status == 0)
    #expect(register.lines.count == 6)
    #expect(register.errors.contains("(Snow)"))
  }

  @Test func `a sentence names the customary folder as people write it`() throws {
    let outcome = try Program.run(
      ["tally"], environment: ["HOME": "/nowhere/home", "XDG_DATA_HOME": ""])
    #expect(
      outcome.errors == "rollcall: there is no school in ~/.local/share/rollcall; make one with "
        + "'rollcall init' or name its folder with --data\n")
  }
}
