import Foundation
import TerminalTesting
import Testing

/// The office's morning in the real program on a terminal.
@Suite struct OfficeDeskJourneyTests {
  private let now = "2026-03-20T09:20"

  /// The school after 8B was taken with two marked N, with a mother to ring.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        "upn,priority,name,relationship,phone\nV820400120005,1,Mrs Ahmed,mother,01530 000001\n"),
    ])
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1,2 N\n=\nsubmit\n",
      at: "2026-03-20T08:40")
    return school
  }

  private func open(_ school: TestSchool) throws -> PseudoTerminal {
    try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], environment: ["ROLLCALL_NOW": now])
  }

  @Test func `two unexplained absences are brought to none, and the fire list knows`() throws {
    let school = try school()
    let desk = try open(school)
    for words in ["THIS MORNING", "Unexplained 2", "nobody tried yet"] {
      #expect(desk.wait { $0.contains(words) })
    }
    desk.type("a")
    #expect(desk.wait { $0.contains("1 Mrs Ahmed, mother, 01530 000001") })
    desk.type("13")
    #expect(desk.wait { $0.contains("Noted 09:20: no answer: Mrs Ahmed (mother)") })
    #expect(desk.wait { $0.contains("1 tried") })
    // What the other desk does is seen here, and steals nothing.
    try school.succeed(
      ["call", "Ahmed", "--words", "flu", "--code", "I", "--as", "hall"], at: now)
    #expect(desk.wait { $0.contains("Unexplained 1") })
    desk.type("l")
    #expect(desk.wait { $0.contains("LATE DESK") })
    desk.type("barn\r")
    #expect(desk.wait { $0.contains("U, 45 minutes late. Why late?") })
    desk.type("bus\r")
    #expect(desk.wait { $0.contains("Barnes, Ben: arrived, U, 45 minutes late.") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("Unexplained 0") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)
    let list = try String(contentsOfFile: school.folder + "/lists/fire-list.txt", encoding: .utf8)
    #expect(list.contains("4 to be found"))
    #expect(list.contains("Barnes, Ben") && !list.contains("Ahmed"))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test(arguments: ["l", "lbarn", "lbarn\rbus", "a", "hthe pol"])
  func `a kill loses nothing that was acknowledged`(keys: String) throws {
    let school = try school()
    let desk = try open(school)
    #expect(desk.wait { $0.contains("Unexplained 2") })
    desk.type("a")
    #expect(desk.wait { $0.contains("Tried whom?") })
    desk.type("11")
    #expect(desk.wait { $0.contains("Noted 09:20: spoke to Mrs Ahmed") })
    desk.type(keys)
    desk.signal(SIGKILL)
    #expect(desk.waitForEnd() == .killed(signal: SIGKILL))
    let again = try open(school)
    #expect(again.wait { $0.contains("1 tried, spoke to Mrs") })
    #expect(again.contains("Unexplained 2"))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
