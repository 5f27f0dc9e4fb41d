import Foundation
import Testing

/// Registers on paper, typed later; notes taken out; dates that leave marks behind.
@Suite struct PaperJourneyTests {
  @Test func `the blank register names the planned absence, leaves room to write, and fits`() throws
  {
    let school = try TestSchool()
    try school.succeed(
      [
        "call", "N820400120001", "--caller", "Mrs Barnes", "--relationship", "mother", "--code",
        "I", "--words", "flu", "--as", "hall",
      ], at: "2026-03-20T08:10")
    let paper = try school.succeed(
      ["print", "blank", "8B", "--as", "owen"], at: "2026-03-20T08:35")
    #expect(paper.lines[0].hasPrefix("REGISTER 8B  G. Owen"))
    #expect(paper.lines[1].hasPrefix("Fri 20 Mar 2026, morning.  Opens "))
    #expect(paper.lines.contains { $0.hasPrefix("  2   Barnes, Ben") && $0.contains("I told") })
    #expect(paper.output.contains("Signature"))
    #expect(paper.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `what was written down is typed later, with who saw it and when`() throws {
    let school = try TestSchool()
    try school.succeed(
      [
        "take", "8B", "--plain", "--observed-by", "Mr Owen", "--observed-at", "08:40", "--as",
        "hall",
      ], typing: "2 L\n=\nsubmit\n", at: "2026-03-20T09:02")
    let history = try school.succeed(["history", "N820400120001", "--format", "csv"])
    #expect(
      history.lines[1]
        == "N820400120001,2026-03-20,AM,L,,,2026-03-20T09:02:00+00:00,J. Hall,Attendance officer,"
        + "taken,,,2026-03-20T08:40:00+00:00,Mr Owen")
    #expect(
      try school.refuse(
        ["take", "8B", "--plain", "--observed-at", "11:00", "--as", "hall"],
        at: "2026-03-20T09:02"
      ).contains("is still to come"))
  }

  @Test func `who came after closing becomes U by the time on the paper, not by when it is typed`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      [
        "take", "8B", "--plain", "--observed-by", "Mr Owen", "--observed-at", "08:40", "--as",
        "owen",
      ], typing: "1,2 L\nminutes 1 08:50\nminutes 2 09:20\n=\nsubmit\n",
      at: "2026-03-20T11:00")
    // What a late list says is typed at the late desk's command, by the time of arrival too.
    try school.succeed(
      ["take", "8B", "--plain", "--session", "pm", "--as", "owen"],
      typing: "5 N\n1,2,3,4 /\nsubmit\n", at: "2026-03-20T12:35")
    try school.succeed(
      ["arrive", "Rees", "--time", "13:40", "--reason", "dentist", "--as", "hall"],
      at: "2026-03-20T14:30")
    func marks(_ upn: String) throws -> [String] {
      try school.succeed(["history", upn, "--format", "csv"]).lines.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[2...4].joined(separator: " ")
      }
    }
    #expect(try marks("V820400120005").first == "AM L 15")
    #expect(try marks("N820400120001").first == "AM U 45")
    #expect(try marks("F820400120004").last?.hasPrefix("PM U ") == true)
    try school.succeed(["verify"])
  }

  @Test func `a note is taken out for good, and a tombstone stands in its place`() throws {
    let school = try AmendJourneyTests.taken()
    let upn = "N820400120001"
    try school.succeed(
      [
        "amend", upn, "--date", "2026-03-20", "--session", "am", "--code", "I", "--reason", "rang",
        "--note", "secret words", "--as", "hall",
      ], at: "2026-03-20T10:00")
    try school.succeed([
      "import", "staff",
      school.file(
        "head.csv", "login,name,position,role,registration_group\nhay,A. Hay,Head,head,\n"),
    ])
    let list = try school.succeed(["redact", upn, "--as", "hay", "--format", "csv"])
    let entry = try #require(list.lines.last?.split(separator: ",")[1])
    let one = ["redact", upn, "--entry", String(entry), "--reason", "about another child"]
    #expect(try school.refuse(one + ["--as", "owen"]).contains("may not redact notes"))
    #expect(try school.refuse(one + ["--as", "hay"]).contains("\"secret words\"; --yes does it"))
    #expect(try school.run(one + ["--as", "hay", "--yes"]).status == 0)
    let history = try school.succeed(["history", upn, "--format", "csv"])
    #expect(history.output.contains("[removed]") && !history.output.contains("secret"))
    try school.succeed(["verify"])
    #expect(try school.refuse(one + ["--as", "hay", "--yes"]).contains("taken out already"))
  }

  @Test func `dates that leave marks off roll are listed, and taken only when accepted`() throws {
    let school = try AmendJourneyTests.taken()
    let file = try school.file(
      "leaver.csv",
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,end_date\n"
        + "N820400120001,Barnes,Ben,2013-02-11,8,8B,2025-09-03,2026-03-19\n")
    let import1 = ["import", "pupils", file]
    let refused = try school.run(import1, at: "2026-03-20T10:00")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "1 mark left off roll (2026-03-20 AM) and off roll after 2026-03-19 with no ground of "
          + "deletion, which 'rollcall pupil leave' records: N820400120001 Barnes, Ben"))
    #expect(refused.errors.contains("say --accept if they are right"))
    #expect(try school.run(import1 + ["--accept"], at: "2026-03-20T10:00").status == 0)
    #expect(try school.succeed(["history", "N820400120001", "--format", "csv"]).lines.count == 2)
    #expect(try school.run(import1, at: "2026-03-20T10:05").status == 0, "asked once")
  }
}
