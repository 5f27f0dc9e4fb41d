import Foundation
import Testing

/// Letters about leave, before the real program and under each policy.
@Suite struct LeaveLetterJourneyTests {
  private static let aisha = "V820400120005"

  private func school(under policy: String) throws -> TestSchool {
    let school = try TestSchool(under: policy)
    try school.succeed([
      "import", "staff",
      school.file(
        "staff.csv",
        TestSchool.staff + "head,A. Head,Headteacher,head,\nmeals,M. Eals,Cook,tutor,\n"
      ),
    ])
    try school.succeed([
      "import", "pupils", school.file("pupils.csv", TestSchool.pupilsFile), "--from", "2025-09-01",
    ])
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact,parental_responsibility
        \(Self.aisha),1,Mr Barred,father,01530 000009,no,yes
        \(Self.aisha),2,Mrs Ahmed,mother,01530 000001,yes,yes
        \(Self.aisha),3,Ms Led,aunt,01530 000002,dsl,

        """),
    ])
    return school
  }

  private func leave(
    _ school: TestSchool, as login: String = "hall", at time: String = "2026-03-02T09:20",
    _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(["leave"] + arguments + ["--as", login, "--format", "csv"], at: time)
  }

  /// Asks for a week of March and gives the number of the request.
  private func ask(_ school: TestSchool, asker: String = "Mrs Ahmed") throws -> String {
    let asked = try leave(
      school, Self.aisha, "--from", "2026-03-09", "--through", "2026-03-13", "--purpose",
      "a holiday", "--asker", asker, "--words", "a cheap flight")
    return try #require(asked.lines.last?.split(separator: ",").first.map(String.init))
  }

  private func files(_ school: TestSchool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: school.folder + "/lists")
      .filter { $0.contains("leave") }.sorted()
  }

  @Test(arguments: ["dunkirk", "ibstock", "psa", "on-track", "st-lukes"])
  func `a refusal and a grant have their letters, written and noted`(policy: String) throws {
    let school = try school(under: policy)
    let request = try ask(school)
    let early = try leave(school, "--letter", request)
    #expect(early.status == 1 && early.errors.contains("not decided yet"))
    _ = try leave(school, "--decide", request, "--refuse", "--words", "not exceptional")
    let shown = try leave(school, "--letter", request, "--preview")
    #expect(shown.output.contains("Dear Mrs Ahmed,"))
    #expect(shown.output.contains("Leave of absence for Aisha Ahmed"))
    #expect(
      shown.output.contains(
        "You asked for leave for Aisha from Mon 9 Mar 2026 to Fri 13 Mar 2026 (a cheap flight)."))
    #expect(shown.output.contains("cannot grant it: not exceptional."))
    #expect(try files(school).isEmpty)
    let made = try leave(school, "--letter", request)
    #expect(made.status == 0 && made.output.contains("leave-refusal,Mrs Ahmed,lists/"))
    #expect(try files(school) == ["leave-refusal-\(request)-2026-03-02-0920.txt"])
    // The same minute's second print takes another name.
    _ = try leave(school, "--letter", request)
    #expect(
      try files(school) == [
        "leave-refusal-\(request)-2026-03-02-0920-2.txt",
        "leave-refusal-\(request)-2026-03-02-0920.txt",
      ])
    let known = try leave(school, "--show", request)
    #expect(known.output.contains("leave-refusal made for Mrs Ahmed"))
    let granted = try leave(
      school, as: "head", "--decide", request, "--grant", "C", "--again", "--words",
      "a funeral after all")
    #expect(granted.status == 0, "\(granted.errors)")
    let approval = try leave(school, "--letter", request, "--preview")
    #expect(approval.output.contains("The leave is granted"))
    #expect(approval.output.contains("Mon 16 Mar 2026"))
    #expect(try school.run(["verify"]).status == 0)
  }

  @Test func `a barred contact never has a letter, and their reason is told to nobody else`() throws
  {
    let school = try school(under: "dunkirk")
    let request = try ask(school, asker: "Mr Barred")
    _ = try leave(school, "--decide", request, "--refuse", "--words", "not exceptional")
    let letter = try leave(school, "--letter", request, "--preview")
    #expect(letter.output.contains("Dear Mrs Ahmed,"))
    #expect(letter.output.contains("We were asked for leave for Aisha from"))
    #expect(!letter.output.contains("cheap flight") && !letter.output.contains("Barred"))
    let barred = try leave(school, "--letter", request, "--to", "1")
    #expect(barred.status == 1 && barred.errors.contains("may not be told anything"))
    let led = try leave(school, "--letter", request, "--to", "3")
    #expect(led.status == 1 && led.errors.contains("safeguarding lead"))
    let tutor = try leave(school, as: "owen", "--letter", request)
    #expect(tutor.status == 1 && tutor.output.isEmpty)
  }

  @Test func `Dunkirk writes after the return from a holiday without leave, and only then`() throws
  {
    let school = try school(under: "dunkirk")
    let request = try ask(school)
    _ = try leave(school, "--decide", request, "--refuse", "--words", "not exceptional")
    let early = try leave(school, at: "2026-03-17T10:00", "--letter", request, "--after-return")
    #expect(early.status == 1 && early.errors.contains("no absence without leave"))
    let marks = ["09", "10", "11", "12", "13"].map { "\(Self.aisha),2026-03-\($0),am,G" }
    try school.succeed(
      [
        "import", "marks",
        school.file(
          "marks.csv",
          (["upn,date,session,code"] + marks + ["\(Self.aisha),2026-03-16,am,/", ""])
            .joined(separator: "\n")),
      ], at: "2026-03-17T10:00")
    let letter = try leave(school, at: "2026-03-17T10:00", "--letter", request, "--after-return")
    #expect(letter.status == 0, "\(letter.errors)")
    #expect(letter.output.contains("Absence without leave: Aisha Ahmed"))
    #expect(letter.output.contains("was not granted, and Aisha was away all the same"))
    #expect(letter.output.contains("lists/after-return-"))
  }

  @Test func `St Luke's writes about leave at lunch time, granted and taken back`() throws {
    let school = try school(under: "st-lukes")
    let asked = try leave(
      school, Self.aisha, "--from", "2026-03-03", "--through", "2026-07-20", "--purpose", "lunch",
      "--asker", "Mrs Ahmed")
    let request = try #require(asked.lines.last?.split(separator: ",").first.map(String.init))
    _ = try leave(
      school, as: "head", "--decide", request, "--grant", "lunch", "--words", "lives next door")
    let granted = try leave(school, "--letter", request, "--preview")
    #expect(granted.output.contains("The leave is granted: lives next door."), "\(granted.errors)")
    #expect(!granted.output.contains("not granted"))
    _ = try leave(school, as: "head", "--decide", request, "--end", "--words", "came back late")
    let ended = try leave(school, "--letter", request, "--preview")
    #expect(ended.output.contains("That permission is taken back from today: came back late."))
  }
}
