import Attendance
import Foundation
import Testing

/// The champion's questions by plain commands: who is flagged, why, why not, how far, and what if.
@Suite struct FlagsJourneyTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"
  private static let ola = "C820400120002"

  /// Form 8B marked for the first four weeks: Aisha ten G in a week, Ben two days ill, Ola an N.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    let days = [
      "2025-09-03", "2025-09-04", "2025-09-05", "2025-09-08", "2025-09-09", "2025-09-10",
      "2025-09-11", "2025-09-12", "2025-09-15", "2025-09-16", "2025-09-17", "2025-09-18",
      "2025-09-19", "2025-09-22", "2025-09-23", "2025-09-24", "2025-09-25", "2025-09-26",
    ]
    var rows = "upn,date,session,code\n"
    for (upn, _, _) in TestSchool.pupils {
      for date in days {
        for half in HalfDay.allCases {
          var code = half == .am ? "/" : "\\"
          if upn == Self.aisha, ("2025-09-15"..."2025-09-19").contains(date) { code = "G" }
          if upn == Self.ben, date >= "2025-09-25" { code = "I" }
          if upn == Self.ola, date == "2025-09-12", half == .am { code = "N" }
          rows += "\(upn),\(date),\(half.rawValue),\(code)\n"
        }
      }
    }
    try school.succeed(
      ["import", "marks", school.file("marks.csv", rows)], at: "2025-09-26T16:00")
    return school
  }

  private func flags(_ school: TestSchool, _ arguments: String...) throws -> [String] {
    try school.succeed(
      ["flags", "--format", "csv"] + arguments, at: "2025-09-26T16:00"
    ).lines
  }

  @Test func `who is flagged is a row each, with the exact figure`() throws {
    let school = try school()
    #expect(
      try flags(school) == [
        "upn,flag,value", "\(Self.ola),unexplained-overdue,2025-09-12 AM",
        "\(Self.ben),persistent-absence,4/36", "\(Self.aisha),penalty-notice-threshold,10",
        "\(Self.aisha),persistent-absence,10/36",
      ])
    #expect(
      try flags(school, "--as-of", "2025-09-18", "--flag", "penalty-notice-threshold")
        == ["upn,flag,value"])
    #expect(
      try flags(school, "--flag", "persistent-absence", "--pupil", "Barnes")
        == ["upn,flag,value", "\(Self.ben),persistent-absence,4/36"])
  }

  @Test func `a flag gives its rule, its line of the policy, its sessions and what comes next`()
    throws
  {
    let school = try school()
    let rows = try flags(school, "--flag", "unexplained-overdue", "--explain")
    let file = try #require(try school.policies().first)
    let text = try String(
      contentsOfFile: school.folder + "/policy/policies/" + file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("id: unexplained-overdue") }) + 1
    #expect(
      rows == [
        "upn,flag,value,rule,where,sessions,next",
        "\(Self.ola),unexplained-overdue,2025-09-12 AM,Unexplained absence overdue: school days "
          + "since N over any time: more than 5,\(school.folder)/policy/policies/\(file):\(line),"
          + "2025-09-12 AM N,\"enter the code of the reason, or confirm O\"",
      ])
  }

  @Test func `what came, changed and went since the school day before is said, and since when`()
    throws
  {
    let school = try school()
    // Ben missed 2 of 34 sessions by the 25th, and 4 of 36 by the 26th.
    #expect(
      try flags(school, "--changes", "--flag", "persistent-absence") == [
        "upn,flag,value,change,before,since",
        "\(Self.ben),persistent-absence,4/36,new,,2025-09-26",
        "\(Self.aisha),persistent-absence,10/36,changed,10/34,2025-09-15",
      ])
    try school.succeed(
      [
        "import", "marks", "--amend", "he was in",
        school.file(
          "more.csv", "upn,date,session,code\n\(Self.ola),2025-09-12,AM,I\n"),
      ],
      at: "2025-09-26T16:00")
    // A Saturday speaks of Friday, and of what was new on it.
    #expect(
      try flags(school, "--changes", "--as-of", "2025-09-27", "--flag", "persistent-absence")
        == flags(school, "--changes", "--flag", "persistent-absence"))
    // A mark corrected today changes no flag of yesterday.
    #expect(try flags(school, "--changes", "--flag", "unexplained-overdue").count == 1)
    #expect(
      try flags(school, "--changes", "--as-of", "2025-11-28", "--flag", "penalty-notice-threshold")
        .last == "\(Self.aisha),penalty-notice-threshold,10,same,10,2025-09-19")
    #expect(
      try flags(school, "--changes", "--as-of", "2025-12-01", "--flag", "penalty-notice-threshold")
        .last == "\(Self.aisha),penalty-notice-threshold,,gone,10,")
  }

  @Test func `whoever is not flagged is told how far away every rule is`() throws {
    let rows = try flags(school(), "--pupil", "Rees", "--why-not")
    #expect(rows.first == "upn,flag,value,why_not,rule,where")
    #expect(
      rows.contains {
        $0.contains(",persistent-absence,0/36,\"0 of 36 sessions, 0.0%, 4 more missed would flag\"")
      })
    #expect(
      rows.contains {
        $0.contains(",penalty-notice-threshold,0,\"0 sessions, 10 more would flag\"")
      })
    #expect(rows.contains { $0.contains(",unexplained-overdue,,nothing to measure yet,") })
    #expect(rows.contains { $0.contains(",youth-offending-absence,,the rule is for pupils known") })
  }

  @Test func `a forecast says what may be missed, and when a pupil is back above the line`() throws
  {
    let school = try school()
    let rows = try school.succeed(
      ["forecast", "--pupil", "Ahmed", "--format", "csv"], at: "2025-09-26T16:00"
    ).lines
    let pa = try #require(rows.first { $0.contains("Persistent absence") })
    let fields = pa.split(separator: ",", omittingEmptySubsequences: false)
    // 10 of 36 missed: above 90% again once more than 100 sessions were possible, which is after 65
    // more, the last of them on a morning.
    try #require(fields.count == 10)
    #expect(fields[3...5] == ["26", "36", "72.2"])
    let ahead = try #require(Int(fields[6]))
    #expect(fields[7] == "\((36 + ahead - 1) / 10 - 10)")
    #expect(fields[8] == "2025-11-19")
    #expect(fields[9] == "below")
  }

  @Test func `another bound and another policy say who would come and go, and change nothing`()
    throws
  {
    let school = try school()
    func whatIf(_ arguments: String...) throws -> [String] {
      try school.succeed(
        ["whatif", "--format", "csv"] + arguments, at: "2025-09-26T16:00"
      ).lines
    }
    let before = try flags(school)
    #expect(
      try whatIf("--flag", "persistent-absence", "--bound", "12%")
        == ["upn,flag,change,value", "\(Self.ben),persistent-absence,goes,4/36"])
    let dunkirk = try whatIf("--policy", "dunkirk")
    #expect(dunkirk.contains("\(Self.aisha),below-ninety,comes,26/36"))
    #expect(dunkirk.contains("\(Self.ben),three-days-in-half-term,comes,2") == false)
    #expect(try flags(school) == before)
    let refused = try school.run(
      ["whatif", "--flag", "late", "--bound", "3"], at: "2025-09-26T16:00")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the policy has no rule 'late'; it has persistent-absence"))
  }

  @Test func `a tutor sees the flags of their own form and nobody else's, the office none`() throws
  {
    let school = try school()
    let owen = try flags(school, "--as", "owen", "--flag", "persistent-absence")
    #expect(owen.count == 3)
    let hall = try school.run(["flags", "--as", "hall"], at: "2025-09-26T16:00")
    #expect(hall.status == 1)
    #expect(hall.errors.contains("may not see"))
    let other = try school.file(
      "more.csv",
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
        + "J820400120006,Zane,Zoe,2013-06-15,8,8C,2025-09-03\n")
    try school.succeed(["import", "pupils", other, "--from", "2025-09-01"])
    let refused = try school.run(
      ["flags", "--as", "owen", "--pupil", "Zane"], at: "2025-09-26T16:00")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("only for own groups"))
  }

  @Test func `a school so large that its pupils are shared out among processors loses nobody`()
    throws
  {
    let school = try TestSchool()
    let pupils = (0..<620).map { number in
      ",Ash,Pupil \(number),2013-01-01,8,8\(number % 20),2025-09-03\n"
    }.joined()
    _ = try school.run(
      [
        "import", "pupils",
        school.file(
          "many.csv",
          "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n" + pupils),
        "--from", "2025-09-01",
      ], at: "2025-09-03T08:00")
    let upns = try school.succeed(
      ["register", "80", "--format", "csv"], at: "2025-09-05T16:00"
    ).lines.dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
    try #require(upns.count == 31)
    // Every pupil of one form out of twenty was away on one of three days.
    let rows = upns.flatMap { upn in
      [("03", "/", "\\"), ("04", "O", "O"), ("05", "/", "\\")].map { day, am, pm in
        "\(upn),2025-09-\(day),AM,\(am)\n\(upn),2025-09-\(day),PM,\(pm)\n"
      }
    }.joined()
    try school.succeed(
      ["import", "marks", school.file("marks.csv", "upn,date,session,code\n" + rows)],
      at: "2025-09-05T16:00")
    let flagged = try school.succeed(
      ["flags", "--format", "csv", "--flag", "persistent-absence"], at: "2025-09-05T16:00"
    ).lines
    #expect(
      flagged == ["upn,flag,value"] + upns.sorted().map { "\($0),persistent-absence,2/6" })
  }

  @Test func `an illness was expected from the message on that said so, and on no day before`()
    throws
  {
    let school = try school()
    // He was marked ill on the 25th; that it lasts until late in October was said on the 26th.
    let call = try school.run(
      [
        "call", "Barnes", "--words", "the hospital keeps him", "--caller", "Mrs Barnes", "--code",
        "I", "--from", "2025-09-25", "--through", "2025-10-24", "--as", "hall",
      ], at: "2025-09-26T09:00")
    #expect(call.status == 0, "\(call.errors)")
    #expect(
      try flags(school, "--changes", "--flag", "sickness-expected").last?.hasSuffix(",2025-09-26")
        == true)
  }
}
