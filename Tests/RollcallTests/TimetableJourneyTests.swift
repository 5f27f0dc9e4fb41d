import Testing

/// Timetables of a pupil's own and suspensions, by plain commands.
@Suite struct TimetableJourneyTests {
  private static let ben = "N820400120001"
  private static let head =
    "login,name,position,role,registration_group\nhead,A. Head,Headteacher,head,\n"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(["import", "staff", school.file("head.csv", Self.head)])
    return school
  }

  private func run(
    _ school: TestSchool, as login: String = "hall", at time: String = "2026-03-02T09:20",
    _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  @Test func `due at half past ten is C2 at registration, on the fire list, and never U (U28)`()
    throws
  {
    let school = try school()
    let words = ["plan", "Barnes", "--part-time", "mon, tue am 10:30-12:00", "--from"]
    let office = try school.run(
      words + ["2026-03-02", "--until", "2026-03-13", "--as", "hall"], at: "2026-03-02T09:20")
    #expect(office.errors.contains("may not grant leave under C2"))
    let planned = try school.run(
      words + ["2026-03-02", "--until", "2026-03-13", "--as", "head"], at: "2026-03-02T09:20")
    #expect(planned.status == 0, "\(planned.errors)")
    #expect(
      try run(school, "plan", "--date", "2026-03-03").lines.dropFirst().map { $0.prefix(52) } == [
        "1,\(Self.ben),2026-03-03,AM,2026-03-03,AM,C2,timet",
        "1,\(Self.ben),2026-03-03,PM,2026-03-03,PM,C2,timet",
      ])
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "2026-03-03T08:40")
    func onSite(_ time: String) throws -> String? {
      try run(school, at: "2026-03-03T\(time)", "onsite").lines.first { $0.contains(Self.ben) }
    }
    #expect(try onSite("10:29") == nil)
    #expect(try onSite("10:31")?.hasSuffix("\"due since 10:30, not yet seen\"") == true)
    let arrived = try run(school, at: "2026-03-03T10:40", "arrive", "Barnes")
    #expect(arrived.lines.count == 2, "\(arrived.output)")
    #expect(try onSite("10:41")?.hasSuffix("arrived 10:40") == true)
    #expect(try run(school, "history", Self.ben).lines.last?.contains(",AM,C2,") == true)
    // Past its end there is no plan, and the blanks since are told.
    #expect(try run(school, "plan", "--date", "2026-03-16").lines.count == 1)
    let ended = try run(school, at: "2026-03-17T09:20", "plan", "--ended")
    #expect(
      ended.lines.last?.hasSuffix("\"timetable ended 13 Mar, 3 sessions blank\"") == true,
      "\(ended.output)")
  }

  @Test func `a suspension is E for five school days, then the provision's code`() throws {
    let school = try school()
    let act = try run(
      school, "plan", "Barnes", "--suspended", "--from", "2026-03-03", "--through", "2026-03-11",
      "--provision", "Elm House, English and maths", "--provision-code", "K")
    #expect(act.lines.count == 3, "\(act.errors)")
    #expect(
      try run(school, "plan", "--date", "2026-03-09").lines.last?.contains(",E,suspension,") == true
    )
    #expect(
      try run(school, "plan", "--date", "2026-03-10").lines.last?.contains(",K,suspension,") == true
    )
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "2026-03-10T08:40")
    #expect(
      try run(school, at: "2026-03-10T09:20", "history", Self.ben).lines.last?
        .contains(",AM,K,,\"Elm House, English and maths\",") == true)
  }

  @Test func `shared with another school is D there, but on a day it is closed (U30)`() throws {
    let school = try school()
    let shared = [
      "plan", Self.ben, "--shared", "tue", "--school", "Elm School", "--from", "2026-03-02",
      "--until", "2026-03-27", "--as", "hall",
    ]
    let alone = try school.run(shared, at: "2026-03-02T09:20")
    #expect(alone.errors.contains("is registered here alone"))
    try school.succeed([
      "import", "pupils",
      school.file(
        "dual.csv",
        """
        upn,surname,forename,date_of_birth,year_group,registration_group,start_date,enrolment
        ,Dual,Dana,2013-05-05,8,8B,2025-09-03,dual_main

        """), "--from", "2025-09-01",
    ])
    var dana = shared
    dana[1] = "Dual"
    try school.succeed(dana, at: "2026-03-02T09:20")
    func codes(_ date: String) throws -> [String] {
      try run(school, "plan", "--date", date).lines.dropFirst().map {
        $0.split(separator: ",").map(String.init)[6]
      }
    }
    #expect(try codes("2026-03-03") == ["D", "D"])
    #expect(try codes("2026-03-04") == [])
    _ = try run(
      school, "plan", "--of", "1", "--not-on", "2026-03-10", "--words", "closed at Elm School")
    #expect(try codes("2026-03-10") == [])
    #expect(try codes("2026-03-17") == ["D", "D"])
    // Known to be elsewhere, unless they turn up here.
    let away = try run(school, at: "2026-03-03T09:20", "onsite").lines.filter {
      $0.contains("Dana")
    }
    #expect(away.allSatisfy { $0.contains("expected away (D)") })
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "2026-03-03T08:40")
    #expect(
      try run(school, at: "2026-03-03T09:20", "onsite").lines.allSatisfy { !$0.contains("Dana") })
    _ = try run(school, at: "2026-03-03T09:30", "arrive", "Dual")
    #expect(
      try run(school, at: "2026-03-03T09:31", "onsite").lines.contains {
        $0.contains("Dana") && $0.hasSuffix("arrived 09:30")
      })
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
