import TerminalTesting
import Testing

/// A cover teacher who has never seen the class: from declaring cover to the record (U12).
@Suite struct CoverJourneyTests {
  private let morning = "2026-03-20T08:40"

  /// The school with a cover teacher, and a second form so that the list has a choice.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "cover.csv",
        "login,name,position,role,registration_group\nkaur,S. Kaur,Cover teacher,cover,\n"
          + "moss,P. Moss,Cover teacher,cover,\n"),
    ])
    return school
  }

  private func open(
    _ school: TestSchool, as login: String, at now: String
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login], environment: ["ROLLCALL_NOW": now])
  }

  private func leave(_ desk: PseudoTerminal) {
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test func `cover is declared, outlasts a restart that day, and the coverer is the author`()
    throws
  {
    let school = try school()
    let desk = try open(school, as: "kaur", at: morning)
    #expect(desk.wait { $0.contains("TODAY'S REGISTERS") && $0.contains("8B AM") })
    desk.type("c")
    #expect(desk.wait { $0.contains("Cover it today?") })
    desk.type("Y")
    #expect(desk.wait { $0.contains("REGISTER 8B") && $0.contains("[NOT STARTED]") })
    desk.type("2N")
    #expect(desk.wait { $0.contains("Blank 4 ") })
    leave(desk)

    let again = try open(school, as: "kaur", at: "2026-03-20T08:45")
    #expect(again.wait { $0.contains("REGISTER 8B") && $0.contains("Blank 4 ") })
    again.type("=\u{13}")
    #expect(again.wait { $0.contains("[SUBMITTED 08:45 by you]") })
    leave(again)

    let register = try school.succeed(
      ["register", "8B", "--format", "csv", "--as", "kaur"], at: "2026-03-20T08:46")
    #expect(register.lines[2].contains("Barnes,Ben,N,"))
    #expect(register.lines.dropFirst().allSatisfy { $0.contains(",S. Kaur,Cover teacher,") })
    let history = try school.succeed(["history", "V820400120005", "--format", "csv"])
    #expect(history.lines.count == 2)
    #expect(history.lines[1].contains(",S. Kaur,Cover teacher,taken,"))
  }

  @Test func `cover holds for that person, that group and that day alone`() throws {
    let school = try school()
    try school.succeed(
      ["take", "8B", "--plain", "--cover", "--as", "kaur"], typing: "1 N\n", at: morning)
    let afternoon = try school.succeed(
      ["take", "8B", "--plain", "--as", "kaur"], at: "2026-03-20T12:30")
    #expect(afternoon.lines.first?.hasPrefix("Register 8B, Fri 20 Mar 2026, afternoon.") == true)
    for (login, now) in [("moss", morning), ("kaur", "2026-03-23T08:40")] {
      let other = try school.run(["take", "8B", "--plain", "--as", login], at: now)
      #expect(other.status != 0)
      #expect(other.errors.contains("a cover teacher may take this register only for own groups"))
    }
    let register = try school.run(["register", "8B", "--as", "moss"], at: morning)
    #expect(register.status != 0)
  }

  @Test func `on the command line a coverer is told how, declares cover and takes the register`()
    throws
  {
    let school = try school()
    let refused = try school.run(["take", "8B", "--plain", "--as", "kaur"], at: morning)
    #expect(refused.status != 0)
    #expect(refused.errors.contains("or cover it today with 'rollcall take 8B --cover'"))
    let taken = try school.succeed(
      ["take", "8B", "--plain", "--cover", "--as", "kaur"], typing: "=\nsubmit\n", at: morning)
    #expect(taken.lines.last == "Submitted 08:40. 5 present, 0 late, 0 absent.")
    let late = try school.run(["take", "8B", "--plain", "--cover", "--as", "moss"], at: morning)
    #expect(late.status != 0)
    #expect(late.errors.contains("the register of 8B is taken already"))
    let past = try school.run(
      ["take", "8B", "--plain", "--cover", "--date", "2026-03-19", "--as", "moss"], at: morning)
    #expect(past.errors.contains("only a register of today can be covered"))
  }

  @Test func `the office sees who covers which register`() throws {
    let school = try school()
    let office = try open(school, as: "hall", at: morning)
    #expect(office.wait { $0.contains("THIS MORNING") })
    office.type("r")
    #expect(office.wait { $0.contains("TODAY'S REGISTERS") })
    #expect(office.wait { $0.lines.contains { $0.contains("8B AM") && $0.contains("G. Owen") } })
    try school.succeed(["take", "8B", "--plain", "--cover", "--as", "kaur"], at: morning)
    #expect(
      office.wait { $0.lines.contains { $0.contains("8B AM") && $0.contains("cover S. Kaur") } })
  }
}
