import TerminalTesting
import Testing

/// Providers, other schools and guests: whom to ring, and what was said.
@Suite struct RingRoundTests {
  private static let aisha = "V820400120005"

  private func rows(
    _ school: TestSchool, _ arguments: String..., at time: String = "09:20"
  ) throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "2026-03-20T\(time)"
    ).lines
  }

  /// The school with a guest and a pupil of two schools, whose main school is another.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    let file = try school.file(
      "guests.csv",
      """
      upn,surname,forename,date_of_birth,year_group,registration_group,start_date,enrolment,last_school
      ,Guest,Gil,2013-05-05,8,8B,2025-09-03,guest,Hill School
      ,Shared,Sam,2013-05-06,8,8B,2025-09-03,dual_subsidiary,Park School

      """)
    try school.succeed(["import", "pupils", file, "--from", "2025-09-01"])
    return school
  }

  @Test func `a provider is rung, confirms, and misses one who is then followed up`() throws {
    let school = try school()
    for pupil in [Self.aisha, "N820400120001"] {
      try school.succeed(
        [
          "plan", pupil, "--code", "B", "--words", "Riverside College", "--from", "2026-03-20",
          "--as", "hall",
        ], at: "2026-03-20T08:00")
    }
    let before = try rows(school, "list", "--ring-round").dropFirst()
    #expect(before.count == 2)
    #expect(
      before.allSatisfy { $0.hasPrefix("Riverside College,") && $0.hasSuffix(",B,expected,") })
    let after = try rows(
      school, "list", "Riverside College", "--confirm", "--not-there", Self.aisha, "--by",
      "the college office")
    #expect(after[1].hasSuffix(",Ahmed,Aisha,8B,2026-03-20,AM,B,not there,the college office"))
    #expect(after[2].hasSuffix(",B,confirmed,the college office"))
    let handout = try rows(school, "handout", "ring-round").dropFirst()
    #expect(
      handout.map { $0.contains("not there, says the college office") } == [true, false]
        && handout.allSatisfy { $0.hasPrefix("Riverside College,") }, "\(handout)")
    let register = try rows(school, "register", "8B")
    #expect(register.contains { $0.contains("Ahmed,Aisha,N,") })
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `the home schools of absent guests are told the same morning, once`() throws {
    let school = try school()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "3,7 N\n=\nsubmit\n",
      at: "2026-03-20T08:40")
    let absent = try rows(school, "list", "--guests").dropFirst().map { $0 }
    #expect(absent.count == 2)
    #expect(absent[0].hasPrefix("Hill School,") && absent[0].hasSuffix("guest,2026-03-20,AM,N,,"))
    #expect(
      absent[1].hasPrefix("Park School,")
        && absent[1].hasSuffix("dual_subsidiary,2026-03-20,AM,N,,"))
    let told = try rows(school, "list", "--guests", "--told", "Guest")
    #expect(told[1].hasSuffix("N,2026-03-20T09:20:00+00:00,J. Hall"))
    #expect(told[2].hasSuffix("N,,"))
    let handout = try rows(school, "handout", "guests")
    #expect(handout.count == 3 && handout[1].contains(",N,\"told 09:20, JH\","), "\(handout)")
    #expect(handout[2].hasPrefix("Park School,") && handout[2].contains(",N,not told yet,"))
    let nobody = try school.run(
      ["list", "--guests", "--told", "Rees", "--as", "hall"], at: "2026-03-20T09:20")
    #expect(nobody.status == 1 && nobody.errors.contains("is no absent guest today"))
    // Whoever arrives is nobody to tell of.
    try school.succeed(["arrive", "Shared", "--as", "hall"], at: "2026-03-20T09:10")
    #expect(try rows(school, "list", "--guests").count == 2)
  }

  @Test func `those of a list that has ended are on the fire list again`() throws {
    let school = try school()
    try school.succeed(
      [
        "list", "Swimming", "--pupils", Self.aisha, "--code", "P", "--nature", "lesson", "--as",
        "hall",
      ], at: "2026-03-20T08:00")
    func isOnSite() throws -> Bool {
      try rows(school, "onsite").contains { $0.contains(Self.aisha) }
    }
    try school.succeed(["list", "Swimming", "--aboard", "--as", "hall"], at: "2026-03-20T08:50")
    #expect(try !isOnSite())
    try school.succeed(["list", "Swimming", "--end", "--as", "hall"], at: "2026-03-20T09:15")
    #expect(try isOnSite())
    #expect(
      try rows(school, "timeline", Self.aisha).contains { $0.contains("Swimming ended") })
  }

  @Test func `the leader says on their own screen who is not aboard`() throws {
    let school = try school()
    try school.succeed(
      [
        "list", "Museum trip", "--group", "8B", "--leader", "owen", "--code", "V", "--as", "hall",
      ], at: "2026-03-20T08:00")
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "owen"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T08:40"])
    // The form has nobody left to mark: the trip's own register opens by itself.
    #expect(desk.wait { $0.contains("REGISTER Museum trip") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("TODAY'S REGISTERS") })
    desk.type("e")
    #expect(desk.wait { $0.contains("7 expected, 0 confirmed") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("LIST  Museum trip") })
    desk.type(" o")
    #expect(desk.wait { $0.contains("1 come off the list") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("1 taken off Museum trip: blank in their forms from now on.") })
    #expect(desk.wait { $0.contains("Expected 6") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(try rows(school, "register", "8B").count == 2)
    // Nobody else's list is a tutor's to confirm.
    try school.succeed(
      [
        "list", "Exam", "--pupils", Self.aisha, "--from", "2026-03-23", "--code", "V", "--as",
        "hall",
      ], at: "2026-03-20T08:00")
    let refused = try school.run(
      ["list", "Exam", "--confirm", "--as", "owen"], at: "2026-03-23T09:00")
    #expect(refused.status == 1 && refused.errors.contains("may not confirm pupils"))
  }
}
