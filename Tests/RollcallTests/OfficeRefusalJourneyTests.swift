import Testing

/// What the office's commands refuse, or do once and not again.
@Suite struct OfficeRefusalJourneyTests {
  private static let ben = "N820400120001"

  private func run(
    _ school: TestSchool, at time: String = "2026-03-20T09:20", as login: String = "hall",
    _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  private func taken() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "2026-03-20T08:40")
    return school
  }

  @Test func `a message over planned days asks beside or instead, and instead keeps the rest`()
    throws
  {
    let school = try TestSchool()
    #expect(
      try run(
        school, "plan", "Barnes", "--code", "V", "--from", "2026-03-20", "--through", "2026-03-24"
      ).status == 0)
    let ill = ["call", "Barnes", "--words", "ill", "--code", "I", "--from", "2026-03-23"]
    let asked = try school.run(ill + ["--as", "hall"], at: "2026-03-20T09:20")
    #expect(asked.status == 1 && asked.errors.contains("--instead to take it back on these days"))
    let instead = try school.run(
      ill + ["--instead", "--as", "hall", "--format", "csv"], at: "2026-03-20T09:20")
    #expect(instead.status == 0, "\(instead.errors)")
    func codes(_ date: String) throws -> [String] {
      try run(school, "plan", "--date", date).lines.dropFirst().map {
        String($0.split(separator: ",")[6])
      }
    }
    #expect(try codes("2026-03-20") == ["V"])
    #expect(try codes("2026-03-23") == ["I"])
    #expect(try codes("2026-03-24") == ["V"])
  }

  @Test func `a message about a holiday names the next school day`() throws {
    let refused = try run(
      TestSchool(), "call", "Barnes", "--words", "ill", "--code", "I", "--from", "2026-04-06")
    #expect(refused.status == 1 && refused.errors.contains("; its next day is"))
  }

  @Test func `an arrival is written once, and corrected with its minutes`() throws {
    let school = try TestSchool()
    #expect(try run(school, "arrive", Self.ben, "--time", "08:52").status == 0)
    let again = try run(school, "arrive", Self.ben, "--time", "09:01")
    #expect(
      again.status == 1 && again.errors.contains("arrived 08:52 already, noted 09:20 by J. Hall"))
    let corrected = try run(school, "arrive", Self.ben, "--time", "08:58", "--correct")
    #expect(corrected.status == 0, "\(corrected.errors)")
    let last = try run(school, "history", Self.ben).lines.last ?? ""
    #expect(last.contains("arrived 08:58, corrected"), "\(last)")
    #expect(
      try run(school, "arrive", "Rees", "--reason", "8:52").errors.contains("'8:52' is a time"))
  }

  @Test func `only whoever is marked in is looked for, and each step is done once`() throws {
    let blank = try run(TestSchool(), "onsite", "--not-here", Self.ben)
    #expect(blank.status == 1 && blank.errors.contains("nobody has marked Barnes, Ben in"))
    let school = try taken()
    let idle = try run(school, "onsite", "--seen", Self.ben)
    #expect(idle.status == 1 && idle.errors.contains("nobody looks for Barnes, Ben"))
    #expect(try run(school, "onsite", "--not-here", Self.ben).status == 0)
    #expect(
      try run(school, "onsite", "--not-here", Self.ben).errors.contains(
        "not here since 09:20 already"))
    let step = try run(school, "onsite", "--not-here", Self.ben, "--step", "99")
    #expect(step.status == 1 && step.errors.contains("no step 99"), "\(step.errors)")
    #expect(try run(school, "onsite", "--not-here", Self.ben, "--step", "gates").status == 0)
    #expect(
      try run(school, "onsite", "--not-here", Self.ben, "--step", "Gates").errors
        .contains("'gates' was done 09:20 by J. Hall"))
  }

  @Test(arguments: [
    (["call", "x", "--words", "a", "--from", "20/11/2026"], "2026-11-20 or 2026-11-20:pm"),
    (["arrive", "x", "--time", "8.52"], "08:52"), (["week", "--of", "Friday"], "2026-11-20"),
  ])
  func `a date or time that cannot be read is answered with how it is written`(
    arguments: [String], form: String
  ) throws {
    let refused = try Program.run(arguments)
    #expect(refused.status == 64)
    #expect(
      refused.errors.split(separator: "\n").first?.hasSuffix("; write it as \(form)") == true,
      "\(refused.errors)")
  }

  @Test func `a message is linked to a pupil once`() throws {
    let school = try TestSchool()
    #expect(try run(school, "call", "--words", "my lad is poorly").status == 0)
    #expect(try run(school, "call", "Barnes", "--link", "1").status == 0)
    #expect(
      try run(school, "call", "Barnes", "--link", "1").errors.contains(
        "is linked already, by J. Hall"))
    #expect(try run(school, "call", "--words", " ").status == 64)
  }

  @Test func `the leader sees and confirms their own list, and no other tutor does`() throws {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "khan.csv",
        "login,name,position,role,registration_group\nkhan,S. Khan,Form tutor,tutor,\n"),
    ])
    #expect(
      try run(
        school, "list", "Museum", "--pupils", "Barnes, Ben, Rees", "--leader", "khan", "--code", "V"
      ).lines.count == 3)
    #expect(try run(school, as: "khan", "list").lines.count == 2)
    #expect(try run(school, as: "khan", "list", "Museum").lines.count == 3)
    #expect(try run(school, as: "khan", "list", "Museum", "--aboard").status == 0)
    #expect(try run(school, as: "owen", "list", "Museum").status == 1)
  }
}
