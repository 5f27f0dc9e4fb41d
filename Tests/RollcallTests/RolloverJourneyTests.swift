import Testing

/// The school's move into a new year by plain commands.
@Suite struct RolloverJourneyTests {
  private static let leaver = "J820400120006"
  private static let now = "2026-08-28T10:00"

  /// Form 8B, a pupil of the last year, and one who comes in September.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "pupils",
      school.file(
        "more.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
          + "\(Self.leaver),Ellis,Eve,2008-10-05,13,13A,2025-09-03\n"
          + ",Young,Yan,2014-12-05,7,7A,2026-09-07\n"), "--from", "2025-09-01",
    ])
    return school
  }

  private func rollover(_ school: TestSchool, _ arguments: String...) throws -> Program.Outcome {
    try school.run(
      ["rollover", "--year", "2026-27", "--format", "csv"] + arguments, at: Self.now)
  }

  @Test func `without the next year's calendar it is refused`() throws {
    let outcome = try rollover(school())
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no calendar has 2026-27 and the year before it"))
  }

  @Test func `the preview names everybody and changes nothing; the move is one and comes back`()
    throws
  {
    let school = try school()
    try school.succeed(["import", "calendar", "config/calendars/2026-27.yaml"], at: Self.now)
    let preview = try rollover(school, "--preview")
    #expect(preview.status == 0, "\(preview.errors)")
    let fates = preview.lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      fates.map { "\($0[3]) \($0[5]) \($0[6]) \($0[7])" } == [
        "Young comes 7 7A", "Ahmed goes up 9 9B", "Barnes goes up 9 9B", "Łukasz goes up 9 9B",
        "O'Connor goes up 9 9B", "Rees goes up 9 9B", "Ellis leaves  ",
      ])
    #expect(preview.output.contains(",Z until 2026-09-07"))
    #expect(try rollover(school, "--preview").output == preview.output)

    let done = try rollover(school)
    #expect(done.status == 0)
    #expect(done.errors.contains("2026-27: 5 go up, 1 leave"), "\(done.errors)")
    func register(_ group: String) throws -> Int32 {
      try school.run(
        ["register", group, "--date", "2026-09-08", "--format", "csv"], at: "2026-09-08T08:40"
      ).status
    }
    #expect(try register("9B") == 0)
    #expect(try register("8B") == 1)
    let staff = try school.succeed(["staff", "list", "--format", "csv"], at: Self.now).output
    #expect(staff.contains(",9B"), "\(staff)")
    #expect(
      try rollover(school).errors.contains("there is nothing left to move into 2026-27"),
      "nobody's tutor goes up twice")

    let undone = try school.run(["rollover", "--year", "2026-27", "--undo"], at: Self.now)
    #expect(undone.output == "2026-27: 6 pupils are where they were\n", "\(undone.errors)")
    #expect(try rollover(school, "--preview").output == preview.output)
    #expect(try school.run(["verify"]).status == 0)
    #expect(
      try school.refuse(["rollover", "--year", "2026-27", "--undo"], at: Self.now).contains(
        "there is no move into 2026-27 to take back"))
  }

  @Test func `a map gives other forms, and their takers and rooms`() throws {
    let school = try school()
    try school.succeed(["import", "calendar", "config/calendars/2026-27.yaml"], at: Self.now)
    let map = try school.file("map.csv", "from,to,taker,room\n8B,9 Ash,hall,12\n")
    let preview = try rollover(school, "--preview", "--map", map)
    #expect(preview.output.contains("goes up,9,9 Ash,"), "\(preview.errors)")
  }

  @Test
  func `a change told for September goes up with the pupil, and undo takes just the move back`()
    throws
  {
    let school = try school()
    try school.succeed(["import", "calendar", "config/calendars/2026-27.yaml"], at: Self.now)
    func change(_ arguments: String...) throws {
      try school.succeed(["pupil", "change"] + arguments + ["--format", "csv"], at: Self.now)
    }
    try change("Ahmed", "--address", "9 Kiln Court", "--from", "2026-09-14")
    try change("Barnes", "--set", "eal=yes", "--from", "2026-09-03")
    let preview = try rollover(school, "--preview")
    #expect(preview.output.contains("Ahmed,Aisha,goes up,9,9B,"), "\(preview.output)")
    #expect(preview.output.contains("Barnes,Ben,goes up,9,9B,"), "\(preview.output)")
    #expect(try rollover(school).errors.contains("2026-27: 5 go up, 1 leave"))
    func forms(on date: String) throws -> [String] {
      try school.succeed(
        ["admissions", "--on", date, "--format", "csv"], at: Self.now
      ).lines.dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[1]) \(cells[5]) \(line.contains("9 Kiln Court"))"
      }
    }
    #expect(try forms(on: "2026-09-03").prefix(2) == ["Ahmed 9B false", "Barnes 9B false"])
    #expect(try forms(on: "2026-09-15").prefix(2) == ["Ahmed 9B true", "Barnes 9B false"])
    try change("Rees", "--address", "9 Kiln Court", "--from", "2026-09-10")
    #expect(try forms(on: "2026-09-15").contains("Rees 9B true"))

    let undone = try school.run(["rollover", "--year", "2026-27", "--undo"], at: Self.now)
    #expect(undone.output == "2026-27: 6 pupils are where they were\n", "\(undone.errors)")
    let back = try forms(on: "2026-09-15")
    #expect(back.filter { $0.contains(" 8B ") }.count == 5, "\(back)")
    #expect(back.contains("Ahmed 8B true") && back.contains("Rees 8B true"), "\(back)")
    let ben = try school.succeed(
      ["tally", "--by", "eal", "--format", "csv"], at: "2026-09-04T15:45"
    ).output
    #expect(ben.contains("yes,"), "\(ben)")
    #expect(try rollover(school, "--preview").output == preview.output)
    #expect(try school.run(["verify"]).status == 0)
  }
}
