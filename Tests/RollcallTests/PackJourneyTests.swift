import Foundation
import Testing

/// The evidence pack: ready or refused, the same figures as the list, written for nobody else.
@Suite struct PackJourneyTests {
  private func run(_ school: TestSchool, as login: String = "price", _ arguments: String...)
    throws -> Program.Outcome
  {
    try school.run(arguments + ["--as", login], at: NoticeJourneyTests.now)
  }

  private func files(_ school: TestSchool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: school.folder + "/lists")
      .filter { $0.hasPrefix("evidence-pack") }
  }

  @Test func `with an N it is refused, and its preview says what to settle`() throws {
    let school = try NoticeJourneyTests.school(["2025-09-22 AM": "N"])
    let refused = try run(school, "pack", "Ahmed")
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("no pack rests on N: settle Mon 22 Sep AM first"))
    #expect(try files(school).isEmpty)
    let preview = try run(school, "pack", "Ahmed", "--preview")
    #expect(preview.output.contains("NOT READY: no notice rests on N. See below."))
    #expect(preview.output.contains("TO SETTLE FIRST\n  Mon 22 Sep AM N\n"))
  }

  @Test func `it has the figures and sessions of the flag, the weeks, and who changed what`() throws
  {
    let school = try NoticeJourneyTests.school()
    try school.succeed(
      [
        "import", "marks", "--amend", "seen at the airport",
        school.file(
          "more.csv", "upn,date,session,code\n\(NoticeJourneyTests.aisha),2025-09-22,AM,O\n"),
      ], at: NoticeJourneyTests.now)
    let explained = try run(
      school, "flags", "--pupil", "Ahmed", "--flag", "penalty-notice-threshold", "--explain",
      "--format", "csv")
    let fields = try #require(explained.lines.last).split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(fields[2] == "11")
    let preview = try run(school, "pack", "Ahmed", "--parent", "1", "--preview").output
    #expect(preview.contains("penalty-notice-threshold 11, "))
    // The same sessions, in the same words.
    let flat = preview.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    let sessions = try #require(fields.first { $0.hasPrefix("2025-09-15 AM G; ") })
    #expect(flat.contains(sessions))
    #expect(preview.contains("Mon 15 Sep 2025 G*  G*  G*  G*  G*  G*  G*  G*  G*  G*  10\n"))
    #expect(preview.contains("Mon 22 Sep 2025 O*  \\   /   \\   /   \\   /   \\   /   \\   1\n"))
    #expect(preview.contains("Mon 22 Sep AM: O in place of /"))
    #expect(preview.contains("seen at the airport"))
    #expect(!preview.contains("NOT READY"))
    #expect(preview.split(separator: "\n").allSatisfy { $0.count <= 78 })
    #expect(!preview.contains("Mr Ahmed") && !preview.contains("Barred"))
  }

  @Test func `it is written for its maker alone, noted, and leaves out what was spent`() throws {
    let school = try NoticeJourneyTests.school()
    let made = try run(school, "pack", "Ahmed", "--format", "csv")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.lines.first == "line,upn,date,parents,sessions,file,seal")
    let name = try #require(try files(school).first)
    let path = school.folder + "/lists/" + name
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("THE WEEKS, FOR MRS AHMED AND MR AHMED: 10 count\n"))
    #expect(text.contains("Head seal of the register:\n  "))
    let issued = try run(
      school, as: "head", "notice", "issue", "Ahmed", "--parent", "1", "--checked", "2025-09-25",
      "--words", "a holiday")
    #expect(issued.status == 0, "\(issued.errors)")
    let after = try run(school, "pack", "Ahmed", "--preview").output
    #expect(after.contains("THE WEEKS, FOR MRS AHMED: 0 count, 10 more were used for an earlier"))
    #expect(after.contains("Mon 15 Sep 2025 G=  G=  G=  G=  G=  G=  G=  G=  G=  G=\n"))
    #expect(after.contains("THE WEEKS, FOR MR AHMED: 10 count\n"))
    #expect(after.contains("evidence-pack made for Mrs Ahmed, Mr Ahmed (S. Price,\n  Champion)"))
    #expect(try school.run(["verify"]).status == 0)
  }

  @Test func `whoever may not work on the case has none`() throws {
    let school = try NoticeJourneyTests.school()
    for login in ["owen", "hall"] {
      let refused = try run(school, as: login, "pack", "Ahmed", "--preview")
      #expect(refused.status == 1 && refused.output.isEmpty)
    }
  }
}
