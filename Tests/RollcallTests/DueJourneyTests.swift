import Foundation
import Testing

/// What falls due, by command, in the real program: once for each episode, until it is recorded.
@Suite struct DueJourneyTests {
  private static let ahmed = "V820400120005"

  /// The rows about a pupil, without what every row has.
  private func due(
    _ school: TestSchool, _ more: [String] = [], at now: String, kind: String = "threshold"
  ) throws -> [String] {
    try school.succeed(["due", "--kind", kind, "--format", "csv"] + more, at: now).output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  /// The school in which Ahmed was marked so on each of the days.
  private func school(
    _ marks: [(day: String, code: String)], at now: String = "2025-12-01T08:40"
  ) throws -> TestSchool {
    let school = try TestSchool()
    let rows = marks.flatMap { day, code in
      ["AM", "PM"].map { "\(Self.ahmed),\(day),\($0),\(code)" }
    }
    try school.succeed(
      [
        "import", "marks",
        school.file(
          "marks.csv", "upn,date,session,code\n" + rows.joined(separator: "\n") + "\n"),
      ], at: now)
    return school
  }

  private static let week = ["15", "16", "17", "18", "19"].map { "2025-09-\($0)" }

  @Test func `a threshold met in September stays until it is considered with words`() throws {
    let school = try school(Self.week.map { ($0, "G") })
    let now = "2025-12-01T08:40"
    let rows = try due(school, at: now)
    #expect(rows.count == 1)
    #expect(
      rows.first?.hasPrefix(
        "2025-09-19,threshold,\(Self.ahmed),Ahmed,Aisha,8B,penalty-notice-threshold,2025-09-19,"
          + "10 on the day; 0 now,") ?? false, "\(rows)")
    let command = ["due", "considered", "penalty-notice-threshold", "Ahmed"]
    let silent = try school.run(command, at: now)
    #expect(silent.status == 1)
    #expect(silent.errors.contains("an empty note clears nothing"))
    let other = try school.run(
      command + ["--met", "2025-09-18", "--words", "support first"], at: now)
    #expect(other.errors.contains("on 2025-09-18; open: 2025-09-19"))
    try school.succeed(command + ["--words", "support first"], at: now)
    #expect(try due(school, at: now) == [])
    #expect(
      try due(school, ["--all"], at: now).first?.contains(
        "considered 2025-12-01 by Practice administrator: support first") ?? false)
    let again = try school.run(command + ["--words", "again"], at: now)
    #expect(again.errors.contains("is settled (considered 2025-12-01"))
  }

  @Test func `ten N that are ill after all are withdrawn, and say so`() throws {
    let school = try school(Self.week.map { ($0, "N") }, at: "2025-09-19T16:00")
    let now = "2025-09-22T08:40"
    #expect(try due(school, at: now).count == 1)
    let rows = Self.week.prefix(3).flatMap { day in
      ["AM", "PM"].map { "\(Self.ahmed),\(day),\($0),I" }
    }
    try school.succeed(
      [
        "import", "marks", "--amend", "ill, mother told us",
        school.file(
          "ill.csv", "upn,date,session,code\n" + rows.joined(separator: "\n") + "\n"),
      ], at: now)
    #expect(try due(school, at: now) == [])
    let all = try due(school, ["--pupil", "Ahmed", "--all"], at: now)
    #expect(all.count == 1)
    #expect(
      all.first?.contains("10 on the day; 4 now, 4 of them N") ?? false
        && all.first?.contains("withdrawn: reasons came later") ?? false, "\(all)")
  }

  @Test func `ten days running are told of once, and only by whoever may`() throws {
    let days = Self.week + ["22", "23", "24", "25", "26"].map { "2025-09-\($0)" }
    let school = try school(days.map { ($0, "O") })
    let now = "2025-12-01T08:40"
    let attendance = { try self.due(school, at: now, kind: "return") }
    let rows = try attendance()
    #expect(rows.count == 1)
    #expect(
      rows.first?.hasPrefix(
        "2025-09-26,return,\(Self.ahmed),Ahmed,Aisha,8B,attendance,2025-09-26,") ?? false, "\(rows)"
    )
    let made = ["due", "made", "attendance", "Ahmed", "--words", "by the portal"]
    let refused = try school.run(made + ["--as", "owen"], at: now)
    #expect(refused.status == 1 && refused.errors.contains("may not"), "\(refused.errors)")
    try school.succeed(made, at: now)
    #expect(try attendance() == [])
    let unknown = try school.run(["due", "made", "census", "Ahmed", "--words", "x"], at: now)
    #expect(unknown.errors.contains("the policy has no return 'census'; it has new-pupil"))
  }

  @Test func `a new pupil and a leaver are told of, and the leaver by name`() throws {
    let school = try TestSchool()
    let file = try school.file(
      "more.csv",
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,end_date\n"
        + ",Novak,Nina,2012-05-05,9,9A,2025-10-06,\n,Lang,Leo,2012-05-06,9,9A,2024-09-02,2025-11-07\n"
    )
    try school.succeed(["import", "pupils", file, "--from", "2025-09-01"], at: "2025-10-06T08:40")
    let now = "2025-11-10T08:40"
    let rows = try due(school, at: now, kind: "return").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).enumerated()
        .filter { [0, 3, 6, 7].contains($0.offset) }.map(\.element).joined(separator: " ")
    }
    #expect(
      rows == [
        "2025-10-11 Novak new-pupil 2025-10-06", "2025-11-07 Lang deletion 2025-11-07",
      ])
    try school.succeed(["due", "made", "deletion", "Lang", "--words", "by post"], at: now)
    #expect(try due(school, at: now, kind: "return").count == 1)
  }

  @Test func `a meeting asks for its outcome from its day on`() throws {
    let days = Self.week + ["22", "23", "24", "25", "26"].map { "2025-09-\($0)" }
    let school = try school(days.map { ($0, "O") })
    try school.succeed(
      [
        "case", "add", "Ahmed", "--kind", "meeting", "--on", "2025-12-03", "--arranged", "--time",
        "14:00",
      ], at: "2025-12-01T08:40")
    #expect(try due(school, at: "2025-12-02T08:40", kind: "meeting") == [])
    let meeting = try due(school, at: "2025-12-03T08:40", kind: "meeting")
    #expect(meeting.first?.contains(",meeting,2025-12-01,at 14:00,") ?? false, "\(meeting)")
    #expect(meeting.first?.contains("due today") ?? false)
  }

  @Test func `a fresh practice school has a handful due, and its head of year somebody to see`()
    throws
  {
    let home = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let made = try Program.run(
      ["demo", "--policy", "psa", "--pupils", "60", "--data", home], at: "2026-11-20T08:40")
    #expect(made.status == 0, "\(made.errors)")
    func list(_ arguments: [String]) throws -> [String] {
      try Program.run(arguments + ["--data", home, "--format", "csv"], at: "2026-11-20T08:40").lines
    }
    let due = try list(["due"])
    let told = due.filter { $0.contains(",threshold,") || $0.contains(",return,") }
    #expect((0...8).contains(told.count), "\(told)")
    #expect(told.count { $0.contains(",overdue,") } <= 2, "\(told)")
    let settled = try list(["due", "--all"]).filter { $0.contains("by the authority's form") }
    #expect(!settled.isEmpty)
    #expect(try Program.run(["verify", "--data", home]).status == 0)
    let head = try list(["staff", "list"]).first { $0.contains(",head_of_year,") }
    let login = try #require(head?.split(separator: ",").first.map(String.init))
    #expect(try list(["flags", "--as", login]).count > 1)
  }
}
