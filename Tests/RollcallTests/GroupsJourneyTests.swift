import Attendance
import Foundation
import Testing

/// Figures by group by plain commands: those of tally, held against target and nation, and hidden from
/// governors where they are of few.
@Suite struct GroupsJourneyTests {
  /// Twenty pupils in two forms of Year 8, three of them with an EHCP and four with support, marked for
  /// four days: every third pupil misses the first day, and the second is late every morning.
  private func school(under policy: String = "ibstock") throws -> TestSchool {
    let school = try TestSchool(under: policy)
    try school.succeed([
      "import", "staff",
      school.file(
        "staff.csv",
        "login,name,position,role,registration_group\nprice,S. Price,Champion,champion,\n"
          + "gale,G. Gale,Governor,governor,\nowen,G. Owen,Form tutor,tutor,8A\n"
          + "hall,J. Hall,Office,office,\n"),
    ])
    var pupils =
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,sex,sen\n"
    var marks = "upn,date,session,code\n"
    for number in 0..<20 {
      let upn = Self.upn(number)
      let sen = number < 3 ? "E" : number < 7 ? "K" : "N"
      pupils +=
        "\(upn),Pupil\(number),Ann,2013-05-01,8,8\(number < 10 ? "A" : "B"),2025-09-03,"
        + "\(number % 2 == 0 ? "F" : "M"),\(sen)\n"
      for day in ["2025-09-03", "2025-09-04", "2025-09-05", "2025-09-08"] {
        for half in HalfDay.allCases {
          let misses = number % 3 == 0 && day == "2025-09-03"
          let code = misses ? "I" : half == .am ? (number == 1 ? "L" : "/") : "\\"
          marks += "\(upn),\(day),\(half.rawValue),\(code)\n"
        }
      }
    }
    try school.succeed([
      "import", "pupils", school.file("pupils.csv", pupils), "--from", "2025-09-01",
    ])
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.now)
    return school
  }

  private static let now = "2025-09-08T16:00"

  /// A unique pupil number that checks: a letter over thirteen digits weighed from two to thirteen.
  private static func upn(_ number: Int) -> String {
    let digits = "82040012" + String(format: "%04d", number + 1)
    let sum = zip(digits, 2...).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return String(Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23]) + digits
  }

  private func groups(_ school: TestSchool, _ arguments: String...) throws -> [String] {
    try groups(school, arguments)
  }

  private func groups(_ school: TestSchool, _ arguments: [String]) throws -> [String] {
    try school.succeed(["groups", "--format", "csv"] + arguments, at: Self.now).lines
  }

  @Test func `the counts of a group are those of tally, beside the national figures`() throws {
    let school = try school()
    #expect(
      try groups(school, "--by", "group") == [
        "group,pupils,possible,attended,authorised,unauthorised,late,missing,attendance_percent,"
          + "absence_percent,authorised_percent,unauthorised_percent,late_percent,persistent,"
          + "persistent_percent,severe,severe_percent,national_attendance_percent,"
          + "national_attendance_points,national_absence_percent,national_absence_points,"
          + "national_persistent_percent,national_persistent_points",
        "8A,10,80,72,8,0,4,0,90.0,10.0,10.0,0.0,5.0,4,40.0,0,0.0,91.51,-1.5,8.49,1.5,23.77,16.2",
        "8B,10,80,74,6,0,0,0,92.5,7.5,7.5,0.0,0.0,3,30.0,0,0.0,91.51,1.0,8.49,-1.0,23.77,6.2",
      ])
    #expect(
      try school.succeed(["tally", "--by", "group", "--format", "csv"], at: Self.now).lines
        == [
          "group,possible,attended,authorised,unauthorised,late,missing,attendance_percent,"
            + "absence_percent,pupils,persistent,severe",
          "8A,80,72,8,0,4,0,90.0,10.0,10,4,0", "8B,80,74,6,0,0,0,92.5,7.5,10,3,0",
        ])
  }

  @Test
  func `a school with a target has it beside its figures, and a primary school its own nation`()
    throws
  {
    let rows = try groups(school(under: "st-lukes"), "--by", "year")
    #expect(
      rows[1].hasSuffix(
        ",91.3,8.8,8.8,0.0,2.5,7,35.0,0,0.0,95.0,-3.8,94.72,-3.5,5.28,3.5,13.77,21.2"))
  }

  @Test func `two keys are crossed, and weeks divide them`() throws {
    let rows = try groups(school(), "--by", "sex", "--and", "session", "--each", "week")
    #expect(
      rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6) }
        .map { $0.joined(separator: ",") } == [
          "2025-W36,F,AM,,30,26", "2025-W36,F,PM,,30,26", "2025-W36,M,AM,,30,27",
          "2025-W36,M,PM,,30,27", "2025-W37,F,AM,,10,10", "2025-W37,F,PM,,10,10",
          "2025-W37,M,AM,,10,10", "2025-W37,M,PM,,10,10",
        ])
  }

  @Test func `a governor always has the form without small groups, and so has whoever asks for it`()
    throws
  {
    let school = try school()
    let governors = try groups(school, "--by", "sen", "--as", "gale")
    #expect(governors[1].hasPrefix("E,fewer than 6,,"))
    #expect(governors[2].hasPrefix("K,fewer than 6,,"))
    #expect(governors[3].hasPrefix("N,13,104,"))
    #expect(try groups(school, "--by", "sen", "--for-governors", "--as", "price") == governors)
    #expect(try groups(school, "--by", "sen", "--as", "price")[1].hasPrefix("E,3,24,"))
  }

  @Test(arguments: [
    (["groups", "--by", "pupil"], "the governors' form shows groups and no pupil"),
    (["groups", "--by", "sen", "--and", "pupil"], "the governors' form shows groups and no pupil"),
    (["groups", "--by", "code"], "the governors' form shows no codes"),
    (["tally", "--by", "pupil"], "the governors' form shows groups and no pupil"),
    (["tally", "--by", "code"], "the governors' form shows no codes"),
  ])
  func `a governor gets no pupil by any key`(arguments: [String], words: String) throws {
    let outcome = try school().run(arguments + ["--as", "gale"], at: Self.now)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `tally hides small groups from a governor too`() throws {
    let rows = try school().succeed(
      ["tally", "--by", "sen", "--format", "csv", "--as", "gale"], at: Self.now
    ).lines
    #expect(rows[1] == "E,fewer than 6,,,,,,,,,,")
    #expect(rows[2] == "K,fewer than 6,,,,,,,,,,")
    #expect(rows[3].hasPrefix("N,104,"))
  }

  @Test func `a tutor has the figures of the own form, and the office none`() throws {
    let school = try school()
    #expect(
      try groups(school, "--by", "group", "--as", "owen").map { $0.prefix(3) } == ["gro", "8A,"])
    let office = try school.run(["groups", "--as", "hall"], at: Self.now)
    #expect(office.status == 1)
    #expect(office.errors.contains("a member of the office may not see these figures"))
  }

  @Test func `a folder without national figures says so and shows none`() throws {
    let school = try school()
    try school.change("policy/national.yaml", nil)
    let outcome = try school.run(["groups", "--format", "csv"], at: Self.now)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("the school keeps no national figures"))
    #expect(outcome.output.contains("severe_percent\n"))
    let check = try school.run(["policy", "check"])
    #expect(check.status == 0)
    #expect(check.output.contains("national.yaml: warning: the school keeps no national figures"))
  }

  @Test func `a fault in the national figures is named with its place by the check and by figures`()
    throws
  {
    let school = try school()
    try school.change("policy/national.yaml") { $0.replacing("93.12", with: "94.12") }
    for command in [["policy", "check"], ["groups"]] {
      let outcome = try school.run(command, at: Self.now)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("policy/national.yaml:47:14: 'absence' must be 100 less"))
    }
  }

  @Test func `an installed program brings the national figures with it`() throws {
    let school = try school()
    let prefix = (school.folder as NSString).deletingLastPathComponent + "/usr"
    #expect(try Program.run(["install", prefix]).status == 0)
    #expect(
      FileManager.default.contentsEqual(
        atPath: prefix + "/share/rollcall/config/national.yaml", andPath: "config/national.yaml"))
  }

  @Test func `adopting a policy keeps the national figures the school has`() throws {
    let school = try school()
    try school.change("policy/national.yaml") { $0.replacing("18.78", with: "19.00") }
    try school.succeed(["policy", "adopt", "ibstock", "--from", "2026-01-05"], at: Self.now)
    let kept = try String(contentsOfFile: school.folder + "/policy/national.yaml", encoding: .utf8)
    #expect(kept.contains("19.00"))
    try school.change("policy/national.yaml", nil)
    try school.succeed(["policy", "adopt", "ibstock", "--from", "2026-02-05"], at: Self.now)
    #expect(FileManager.default.fileExists(atPath: school.folder + "/policy/national.yaml"))
  }

  @Test(arguments: [
    (["groups", "--by", "year", "--and", "year"], "the figures are by 'year' twice"),
    (["groups", "--by", "week", "--each", "week"], "the figures are by 'week' twice"),
    (["groups", "--from", "2025-09-08", "--to", "2025-09-03"], "turn them round"),
  ])
  func `what cannot be asked is refused in a sentence`(arguments: [String], words: String) throws {
    let outcome = try TestSchool().run(arguments, at: Self.now)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words))
  }

  @Test func `two tables of governors cannot be taken from one another`() throws {
    let school = try school()
    // On Wednesday, alone, Thursday and Friday are what a table of the week would leave.
    let part = try school.run(
      ["groups", "--by", "sen", "--to", "2025-09-03", "--as", "gale"], at: Self.now)
    #expect(part.status == 1)
    #expect(part.errors.contains("whole weeks, half terms, terms or years"))
    #expect(part.errors.contains("end on Sunday 2025-09-07, or leave --to out"))
    let late = try school.run(
      ["groups", "--by", "sen", "--from", "2025-09-04", "--as", "gale"], at: Self.now)
    #expect(late.errors.contains("begin on Monday 2025-09-01"))
    // Form 8B has ten in the first week and five in the second: what is hidden then is hidden before.
    var moved =
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,sex,sen\n"
    for number in 15..<20 {
      moved +=
        "\(Self.upn(number)),Pupil\(number),Ann,2013-05-01,8,8A,2025-09-03,"
        + "\(number % 2 == 0 ? "F" : "M"),N\n"
    }
    try school.succeed([
      "import", "pupils", school.file("moved.csv", moved), "--from", "2025-09-08",
    ])
    let week = ["--by", "group", "--to", "2025-09-07"]
    let governors = try groups(school, week + ["--as", "gale"])
    #expect(governors.dropFirst().map { $0.contains("withheld") } == [true, true], "\(governors)")
    let champion = try groups(school, week + ["--as", "price"])
    #expect(champion.dropFirst().map { $0.contains(",10,") } == [true, true], "\(champion)")
  }
}
