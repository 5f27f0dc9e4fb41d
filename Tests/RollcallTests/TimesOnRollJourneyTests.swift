import Testing

/// A pupil's times on roll by plain commands: corrected, of another kind, left and come back.
@Suite struct TimesOnRollJourneyTests {
  private static let aisha = "V820400120005"
  private static let afternoon = "2026-03-04T15:45"

  /// Form 8B, with Aisha's marks of two days.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    var marks = "upn,date,session,code\n"
    for day in ["2026-03-02", "2026-03-03"] {
      marks += "\(Self.aisha),\(day),AM,/\n\(Self.aisha),\(day),PM,\\\n"
    }
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.afternoon)
    return school
  }

  private func lines(
    _ school: TestSchool, at now: String = afternoon, _ arguments: String...
  ) throws -> [String] {
    let outcome = try school.run(arguments + ["--format", "csv"], at: now)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.lines
  }

  private func change(_ arguments: String...) -> [String] {
    ["pupil", "change"] + arguments + ["--format", "csv"]
  }

  /// How many sessions of Aisha's are possible since September.
  private func possible(_ school: TestSchool) throws -> String {
    let row = try lines(school, "tally", "--by", "pupil", "--from", "2025-09-01")
      .first { $0.hasPrefix(Self.aisha) }
    return String(row?.split(separator: ",")[1] ?? "none")
  }

  /// Aisha leaves on Wednesday, and comes back on Monday.
  private func comeBack(_ school: TestSchool) throws {
    _ = try lines(
      school, "pupil", "leave", Self.aisha, "--on", "2026-03-04", "--ground", "a",
      "--destination", "Hill School", "--starts-there", "2026-03-05")
    _ = try lines(
      school, at: "2026-03-09T08:00", "pupil", "reinstate", Self.aisha, "--from", "2026-03-09")
  }

  @Test func `a starting day by which sessions would count twice is refused`() throws {
    let school = try school()
    try comeBack(school)
    let words = try school.refuse(
      change(Self.aisha, "--starts", "2025-09-03"), at: "2026-03-09T08:00")
    #expect(
      words.contains(
        "starting on 2025-09-03 overlaps the time on roll from 2025-09-03 to 2026-03-04"),
      "\(words)")
    #expect(try possible(school) == "4")
  }

  @Test func `whoever left and came back is among the leavers, and starts when they did`() throws {
    let school = try school()
    try comeBack(school)
    let later = "2026-03-10T08:00"
    let left = try lines(school, at: later, "admissions", "--leavers")
    #expect(left.count == 2 && left[1].contains(",2025-09-03,2026-03-04,a,9(1)(a),"), "\(left)")
    for (date, starts) in [("2026-03-03", "2025-09-03"), ("2026-03-09", "2026-03-09")] {
      let row = try lines(school, at: later, "admissions", "--on", date)
        .first { $0.hasPrefix(Self.aisha) }
      #expect(row?.contains(",8B,\(starts),") == true, "\(date): \(row ?? "")")
    }
  }

  @Test func `an earlier starting day opens sessions only once somebody accepts it`() throws {
    let school = try school()
    func history(_ upn: String) throws -> [String] {
      try lines(school, "history", upn).dropFirst().map {
        $0.split(separator: ",").dropFirst().prefix(3).joined(separator: " ")
      }
    }
    func add(_ forename: String) throws -> String {
      let added = try lines(
        school, "pupil", "add", "--surname", "Fox", "--forename", forename, "--born", "2013-05-05",
        "--group", "8B", "--another")
      return String(added[1].prefix(13))
    }
    let fay = try add("Fay")
    let earlier = change(fay, "--starts", "2026-03-03")
    let words = try school.refuse(earlier, at: Self.afternoon)
    #expect(
      words.contains(
        "2 sessions (2026-03-03 AM to 2026-03-03 PM) would be open that nobody marked and become N"),
      "\(words)")
    #expect(try history(fay).isEmpty)
    #expect(try school.run(earlier + ["--accept"], at: Self.afternoon).status == 0)
    #expect(try history(fay) == ["2026-03-03 AM N", "2026-03-03 PM N"])

    let guy = try add("Guy")
    let seen = change(guy, "--starts", "2026-03-03") + ["--accept", "--seen"]
    #expect(try school.run(seen, at: Self.afternoon).status == 0)
    #expect(try history(guy).isEmpty)
    #expect(try school.run(["verify"]).status == 0)
  }

  @Test func `another kind from a day on leaves what was before as it was`() throws {
    let school = try school()
    let guest = change(Self.aisha, "--enrolment", "guest", "--from", "2026-03-03")
    let words = try school.refuse(guest, at: Self.afternoon)
    #expect(
      words.contains("2 marks (2026-03-03 AM to 2026-03-03 PM) would no longer count"), "\(words)")
    #expect(try possible(school) == "4")
    #expect(try school.run(guest + ["--accept"], at: Self.afternoon).status == 0)
    #expect(try possible(school) == "2")
    let shown = try lines(school, "pupil", "show", Self.aisha)
    #expect(shown.contains("Starting day,2025-09-03"), "\(shown)")
    #expect(shown.contains("From,\"2026-03-03, guest\""), "\(shown)")
    #expect(!shown.contains { $0.hasPrefix("Leaves") })
    #expect(shown.contains("First attended,2026-03-02"), "\(shown)")
    #expect(try lines(school, "admissions", "--leavers").count == 1)
    #expect(try !lines(school, "due").contains { $0.contains("2026-03-02") })
  }

  @Test func `without a day another kind is a correction, and asks about every mark`() throws {
    let school = try school()
    for edit in [["--enrolment", "guest"], ["--boarder", "yes"]] {
      let words = try school.refuse(
        ["pupil", "change", Self.aisha] + edit, at: Self.afternoon)
      #expect(
        words.contains("4 marks (2026-03-02 AM to 2026-03-03 PM) would no longer count"),
        "\(words)")
    }
    #expect(try possible(school) == "4")
    try school.succeed(
      change(Self.aisha, "--boarder", "yes", "--from", "2026-03-09"), at: Self.afternoon)
    #expect(try possible(school) == "4")
  }

  @Test func `who leaves before another kind was to begin is not brought back by it`() throws {
    let school = try school()
    try school.succeed(
      change(Self.aisha, "--boarder", "yes", "--from", "2026-03-16"), at: Self.afternoon)
    let left = try lines(
      school, "pupil", "leave", Self.aisha, "--on", "2026-03-06", "--ground", "f",
      "--notice-dated", "2026-03-02")
    #expect(left.contains { $0.contains("leaving date none -> 2026-03-06") }, "\(left)")
    func isOnRoll(_ date: String) throws -> Bool {
      try lines(school, "admissions", "--on", date).contains { $0.hasPrefix(Self.aisha) }
    }
    #expect(try isOnRoll("2026-03-06"))
    #expect(try !isOnRoll("2026-03-07") && !isOnRoll("2026-03-16"))
    let leavers = try lines(school, "admissions", "--leavers")
    #expect(leavers.count == 2 && leavers[1].contains(",2025-09-03,2026-03-06,f,"), "\(leavers)")
    #expect(try possible(school) == "4")
  }

  @Test func `another age by a correction is asked about`() throws {
    let school = try school()
    let words = try school.refuse(
      change(Self.aisha, "--born", "1913-01-10"), at: Self.afternoon)
    #expect(words.contains("and Year 8 is for 12; check date of birth"), "\(words)")
  }
}
