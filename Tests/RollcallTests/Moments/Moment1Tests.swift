import Foundation
import TerminalTesting
import Testing

/// Moment 1: a cover teacher at 8:36, who has seen neither the class nor the program (U12, U17).
@Suite struct Moment1Tests {
  private static let at = "2026-03-20T08:36"

  /// Form 8B, whose second name is not said as it is written.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "pupils",
      school.file(
        "say.csv",
        "upn,surname,forename,say_as,date_of_birth,year_group,registration_group,start_date\n"
          + "R820400120003,O'Connor,Róisín,ro-SHEEN,2013-04-13,8,8B,2025-09-03\n"), "--from",
      "2025-09-01",
    ])
    return school
  }

  /// Login and passphrase as they stand on the printed pass.
  private func pass(_ text: String) throws -> (login: String, passphrase: String) {
    func value(_ label: String) -> String? {
      text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        .first { $0.first == label }?.last
    }
    return (try #require(value("Login")), try #require(value("Passphrase")))
  }

  @Test func `moment 1: from the printed pass to the first mark in forty keys, names said right`()
    throws
  {
    let school = try school()
    let printed = try school.succeed(
      ["pass", "S. Kaur", "--position", "Supply teacher", "--group", "8B", "--as", "hall"],
      at: Self.at)
    #expect(printed.lines.first == "PASS  Ibstock School", "\(printed.output)")
    #expect(printed.lines.allSatisfy { $0.count <= 80 })
    let (login, passphrase) = try pass(printed.output)

    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--strict-door"],
      environment: ["ROLLCALL_NOW": Self.at])
    #expect(desk.wait { $0.contains("SIGN IN") && $0.contains("Passphrase") }, "\(desk.text)")
    var keys = 0
    func type(_ text: String) {
      keys += text.count
      desk.type(text)
    }
    type(login + "\r")
    #expect(desk.wait { $0.contains("Type your passphrase; it is not shown.") }, "\(desk.text)")
    type(passphrase.filter { $0 != "-" } + "\r")
    // The right class, open by itself.
    #expect(
      desk.wait { $0.contains("REGISTER 8B") && $0.contains("[NOT STARTED]") }, "\(desk.text)")
    #expect(!desk.text.contains(passphrase))
    #expect(keys <= 36, "\(keys) keys")
    // Ahmed, Barnes and Łukasz are here; the next name is said before it is called.
    type("   ")
    #expect(desk.wait { $0.contains("Next say: ro-SHEEN.") }, "\(desk.text)")
    #expect(keys <= 39, "\(keys) keys")
    desk.type("  \u{13}")
    #expect(desk.wait { $0.contains("[SUBMITTED 08:3") }, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))

    let register = try school.succeed(
      ["register", "8B", "--format", "csv", "--as", "hall"], at: "2026-03-20T08:45")
    #expect(
      register.lines.dropFirst().allSatisfy { $0.contains(",S. Kaur,Supply teacher,") })
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `a pass opens the registers it names, on its day, and nothing else`() throws {
    let school = try school()
    _ = try school.succeed(
      ["pass", "S. Kaur", "--group", "8b", "--until", "12:00", "--as", "hall"], at: Self.at)
    try school.succeed([
      "import", "pupils",
      school.file(
        "8c.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
          + ",Adams,Zed,2013-04-13,8,8C,2025-09-03\n"), "--from", "2025-09-01",
    ])
    let other = try school.refuse(["take", "8C", "--plain", "--as", "kaur"], at: Self.at)
    #expect(other.contains("a cover teacher may take this register only for own groups"))
    let declared = try school.refuse(
      ["take", "8C", "--plain", "--cover", "--as", "kaur"], at: Self.at)
    #expect(declared.contains("a pass is for the groups it names"))
    #expect(
      try school.succeed(["pass", "--list", "--format", "csv", "--as", "hall"], at: Self.at).lines
        == [
          "login,name,position,until,groups",
          "kaur,S. Kaur,Cover teacher,2026-03-20 at 12:00,8B",
        ])
    for late in ["2026-03-20T12:00", "2026-03-23T08:40"] {
      let ended = try school.refuse(["take", "8B", "--plain", "--as", "kaur"], at: late)
      #expect(ended.contains("the pass of S. Kaur ended 2026-03-20 at 12:00; ask the office"))
    }
    let tutor = try school.refuse(
      ["pass", "A. Friend", "--group", "8B", "--as", "owen"], at: Self.at)
    #expect(tutor.contains("a form tutor may not issue a day pass"))
  }

  @Test func `a pass that is withdrawn stops its desk at the next act, and the draft stays`() throws
  {
    let school = try school()
    _ = try school.succeed(["pass", "S. Kaur", "--group", "8B", "--as", "hall"], at: Self.at)
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "kaur"],
      environment: ["ROLLCALL_NOW": Self.at])
    #expect(desk.wait { $0.contains("REGISTER 8B") && $0.contains("[NOT STARTED]") })
    desk.type("     ")
    #expect(desk.wait { $0.contains("Blank 0") }, "\(desk.text)")
    try school.succeed(["pass", "--end", "kaur", "--as", "hall"], at: Self.at)
    desk.type("\u{13}")
    #expect(
      desk.wait { $0.contains("The pass of S. Kaur ended") || $0.contains("pass of S. Kaur") },
      "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    let register = try school.succeed(
      ["register", "8B", "--format", "csv", "--as", "hall"], at: "2026-03-20T08:45")
    #expect(!register.output.contains("S. Kaur"))
  }

  @Test func `a pass written into a file is for nobody else to read`() throws {
    let school = try school()
    let path = try school.file("passes/none.txt", "")
    let file = path.replacingOccurrences(of: "none.txt", with: "kaur.txt")
    try school.succeed(
      ["pass", "S. Kaur", "--group", "8B", "--to", file, "--as", "hall"], at: Self.at)
    let mode = try Program.shell("stat -c %a '\(file)'; grep -c Passphrase '\(file)'")
    #expect(mode.lines == ["600", "1"])
  }
}
