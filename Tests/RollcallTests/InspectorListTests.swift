import Foundation
import Testing

/// The lists an inspector asks for, and the record a parent asks for.
@Suite struct InspectorListTests {
  private static let now = "2025-09-22T16:00"
  private static let ahmed = "V820400120005"
  private static let barnes = "N820400120001"

  /// Ahmed off site and suspended across a weekend, Barnes unexplained twice.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nhead,H. Head,Headteacher,head,\n"),
    ])
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        "upn,priority,name,relationship,phone\n\(Self.ahmed),1,Mrs Ahmed,mother,01530 000001\n"),
    ])
    try school.succeed(
      [
        "import", "marks",
        school.file(
          "marks.csv",
          """
          upn,date,session,code,note
          \(Self.ahmed),2025-09-10,AM,B,forest school
          \(Self.ahmed),2025-09-10,PM,\\,seen by the nurse
          \(Self.ahmed),2025-09-12,PM,E,
          \(Self.ahmed),2025-09-15,AM,E,
          \(Self.ahmed),2025-09-17,AM,E,
          \(Self.barnes),2025-09-11,AM,N,
          \(Self.barnes),2025-09-19,PM,N,

          """),
      ], at: Self.now)
    return school
  }

  private func list(_ school: TestSchool, _ kind: String) throws -> [String] {
    try school.succeed(
      ["print", "list", kind, "--as", "head", "--format", "csv"], at: Self.now
    ).lines
  }

  @Test func `sessions off site have their nature, and no other note is given`() throws {
    #expect(
      try list(school(), "off-site") == [
        "date,session,code,upn,surname,forename,form,nature,recorded_by",
        "2025-09-10,AM,B,\(Self.ahmed),Ahmed,Aisha,8B,forest school,Practice administrator",
      ])
  }

  @Test func `a suspension goes on over a weekend and ends at a session with another mark`() throws
  {
    #expect(
      try list(school(), "suspensions").dropFirst() == [
        "\(Self.ahmed),Ahmed,Aisha,8B,2025-09-12,2025-09-15,2,Practice administrator",
        "\(Self.ahmed),Ahmed,Aisha,8B,2025-09-17,2025-09-17,1,Practice administrator",
      ])
  }

  @Test func `an unexplained session is overdue from the day after its fifth school day`() throws {
    #expect(
      try list(school(), "unexplained").dropFirst() == [
        "2025-09-11,AM,N,\(Self.barnes),Barnes,Ben,8B,2025-09-18,overdue",
        "2025-09-19,PM,N,\(Self.barnes),Barnes,Ben,8B,2025-09-26,open",
      ])
  }

  @Test func `a part-time timetable is listed with its end and its sessions`() throws {
    let school = try school()
    let planned = try school.run(
      [
        "plan", "Ahmed", "--part-time", "mon am, tue am", "--from", "2025-09-22", "--until",
        "2025-10-03", "--review", "2025-09-29", "--words", "after an operation", "--as", "head",
      ], at: Self.now)
    try #require(planned.status == 0, "\(planned.errors)")
    let rows = try list(school, "part-time")
    #expect(rows.count == 2)
    #expect(
      rows.last?.hasPrefix("\(Self.ahmed),Ahmed,Aisha,8B,2025-09-22,2025-10-03,2025-09-29,") == true
    )
    #expect(rows.last?.hasSuffix(",H. Head") == true)
  }

  @Test func `a pupil's record has everything, and marks what names somebody else`() throws {
    let school = try school()
    let text = try school.succeed(["print", "record", "Ahmed", "--as", "head"], at: Self.now).output
    #expect(text.contains("Wed 10 Sep 2025 AM B: forest school, Administrator"))
    #expect(text.contains("** name Mrs Ahmed, relationship mother, phone 01530 000001"))
    #expect(text.contains("2025-26: 2 of 5 sessions attended (40.0%), 3 authorised and 0"))
    #expect(text.contains("\nFri 12 Sep 2025 PM E, Administrator"))
    let refused = try school.refuse(["print", "record", "Ahmed", "--as", "hall"], at: Self.now)
    #expect(refused.contains("may not print a pupil's whole record"))
    #expect(refused.contains("designated safeguarding lead or headteacher"))
  }
}
