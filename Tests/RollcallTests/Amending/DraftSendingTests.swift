import Foundation
import TerminalTesting
import Testing

/// The office sends a tutor's finished draft as itself, checked as anything typed (U16).
@Suite struct DraftSendingTests {
  private let send = ["take", "8B", "--send-draft-of", "owen", "--as", "hall"]

  private func drafted(_ typed: String) throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: typed, at: "2026-03-20T08:41")
    return school
  }

  @Test func `a whole draft goes as the office's act, seen by the tutor at its last mark`() throws {
    let school = try drafted("2 N\n=\nquit\n")
    let sent = try school.succeed(send, at: "2026-03-20T09:12")
    #expect(
      sent.output == "Submitted 09:12 from G. Owen's draft, as seen at 08:41. 4 present, 0 late, 1 "
        + "absent.\n")
    let history = try school.succeed(["history", "N820400120001", "--format", "csv"])
    #expect(
      history.lines[1]
        == "N820400120001,2026-03-20,AM,N,,,2026-03-20T09:12:00+00:00,J. Hall,Attendance officer,"
        + "taken,,,2026-03-20T08:41:00+00:00,G. Owen")
    let drafts = try FileManager.default.contentsOfDirectory(atPath: school.folder + "/drafts")
    #expect(drafts.filter { $0.hasSuffix(".draft") }.isEmpty)
  }

  @Test func `the list of registers not taken says whose draft is complete, until it is sent`()
    throws
  {
    let school = try drafted("2 N\n=\nquit\n")
    func untaken() throws -> [String] {
      try school.succeed(
        ["handout", "untaken", "--as", "hall", "--format", "csv"], at: "2026-03-20T09:12"
      ).lines
    }
    #expect(try untaken()[0].hasSuffix(",reminded,draft"))
    #expect(try untaken()[1].hasSuffix(",\"draft complete, 5 marks\""))
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"],
      environment: ["ROLLCALL_NOW": "2026-03-20T09:12"])
    #expect(desk.wait { $0.contains("THIS MORNING") && $0.contains("draft complete, 5 marks") })
    desk.type("\u{1B}[B\u{1B}[A")
    #expect(desk.wait { $0.contains("Owen has not sent it: r, then s") }, "\(desk.text)")
    desk.type("r")
    #expect(desk.wait { $0.contains("TODAY'S") && $0.contains("draft complete") }, "\(desk.text)")
    desk.type("ss")
    #expect(desk.wait { $0.contains("8B, from the draft as it was left") }, "\(desk.text)")
    #expect(try untaken().count == 1)
  }

  @Test func `a draft that leaves one blank is told as what it is`() throws {
    let school = try drafted("1,2,3,4 N\nquit\n")
    let list = try school.succeed(
      ["handout", "untaken", "--as", "hall", "--format", "csv"], at: "2026-03-20T09:12")
    #expect(list.lines[1].hasSuffix(",4 of 5 marked"))
  }

  @Test func `a draft with blanks is not sent, and names them`() throws {
    let refused = try drafted("2 N\nquit\n").refuse(send, at: "2026-03-20T09:12")
    #expect(refused.contains("leaves 4 blank (Ahmed, Aisha; "))
  }

  @Test func `a draft edited by hand holds only the codes that its owner may mark`() throws {
    let school = try drafted("2 N\n=\nquit\n")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: school.folder + "/drafts").first {
        $0.hasSuffix(".draft")
      })
    try school.change("drafts/\(name)") { Self.edited($0, "N", to: "I") }
    let office = try school.refuse(send, at: "2026-03-20T09:12")
    #expect(office.contains("G. Owen's draft of 8B cannot be sent: code I is not for the role of"))
    let own = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "submit\n", at: "2026-03-20T08:50")
    #expect(own.status == 1 && own.output.contains("Code I is not for the role of"))
    #expect(
      try school.succeed(["verify"]).lines.first?.hasPrefix("1 submission, 0 entries") == true)
  }

  @Test func `a draft of a form that is not its owner's is not sent`() throws {
    let school = try drafted("2 N\n=\nquit\n")
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nrhys,D. Rhys,Form tutor,tutor,9C\n"),
    ])
    let folder = school.folder + "/drafts"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".draft") })
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    try Data(Self.edited(text, "owen", to: "rhys").utf8).write(
      to: URL(fileURLWithPath: folder + "/" + name.replacing("owen", with: "rhys")))
    let refused = try school.refuse(
      ["take", "8B", "--send-draft-of", "rhys", "--as", "hall"], at: "2026-03-20T09:12")
    #expect(refused.contains("D. Rhys does not take the register of 8B"))
    let own = try school.refuse(
      ["take", "8B", "--plain", "--as", "rhys"], at: "2026-03-20T08:50")
    #expect(own.contains("may take this register only for own groups"))
  }

  /// The lines of a draft with one field changed, each with the check sum of what it now says.
  private static func edited(_ text: String, _ field: String, to other: String) -> String {
    text.split(separator: "\n").map { line in
      var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      fields.removeLast()
      fields = fields.map { $0 == field ? other : $0 }
      let body = fields.joined(separator: "\t")
      var hash: UInt32 = 2_166_136_261
      for byte in body.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return body + "\t" + String(hash, radix: 16) + "\n"
    }.joined()
  }
}
