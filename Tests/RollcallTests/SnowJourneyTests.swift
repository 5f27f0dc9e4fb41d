import Foundation
import TerminalTesting
import Testing

/// Snow at 07:10, on the real program: one act, right codes, lists (moment 9).
@Suite struct SnowJourneyTests {
  private static let ben = "N820400120001"

  private func open(_ school: TestSchool, at time: String) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T\(time)"])
    #expect(desk.wait { $0.contains("THIS MORNING") })
    return desk
  }

  private func rows(
    _ school: TestSchool, _ arguments: String..., at time: String = "09:30"
  ) throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "2026-03-20T\(time)"
    ).lines
  }

  @Test
  func
    `moment 9: snow decided at 07:10 and entered at 09:00, the school is closed by one act that says both`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      ["call", "Ahmed", "--words", "flu", "--code", "I", "--as", "hall"],
      at: "2026-03-20T08:05")
    let desk = try open(school, at: "09:00")
    #expect(desk.wait { $0.contains("8B AM") })
    desk.type("x")
    #expect(desk.wait { $0.contains("Was the school open for anyone?") })
    desk.type("1")
    #expect(desk.wait { $0.contains("Which sessions?") })
    desk.type("1")
    #expect(desk.wait { $0.contains("When was it decided today?") })
    desk.type("07:10\r")
    #expect(desk.wait { $0.contains("Why?") })
    desk.type("snow\r")
    #expect(desk.wait { $0.contains("Y4 for 5 pupils in 2 registers") })
    #expect(desk.wait { $0.contains("2 plans give way (2 I)") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("10 marks in one act") })
    desk.type("\u{1B}")
    // The registers of a closed school are not asked for any more.
    #expect(desk.wait { $0.contains("Not taken 0") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)

    let history = try rows(school, "history", Self.ben, "--date", "2026-03-20")
    #expect(history.count == 3)
    // The clock goes on from where it was set, so the seconds are left out.
    #expect(history[1].contains("Y4,,,2026-03-20T09:0"))
    #expect(history[1].contains("+00:00,J. Hall,Attendance officer,planned,"))
    #expect(history[1].hasSuffix("closed: snow,2026-03-20T07:10:00+00:00,J. Hall"))
    for half in ["am", "pm"] {
      let codes = try rows(school, "register", "8B", "--session", half).dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[3]
      }
      #expect(codes == ["Y4", "Y4", "Y4", "Y4", "Y4"])
    }
    #expect(try rows(school, "onsite").count == 1)
    #expect(try rows(school, "absent").count == 1)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `taken back as one act, everybody is blank again and the registers are asked for`()
    throws
  {
    let school = try TestSchool()
    let now = "2026-03-20T07:20"
    try school.succeed(
      ["close", "--reason", "snow", "--yes", "--as", "hall"], at: now)
    let closures = try rows(school, "close", at: "07:25")
    #expect(closures.count == 2)
    let line = closures[1].prefix { $0 != "," }
    let desk = try open(school, at: "08:40")
    #expect(desk.wait { $0.contains("Not taken 0") })
    desk.type("x4")
    #expect(desk.wait { $0.contains("Which closure is taken back?") })
    desk.type("1it thawed\r")
    #expect(desk.wait { $0.contains("10 marks of the closure are taken back") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("10 marks in one act") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("Not taken 1") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(try rows(school, "close").count == 1)
    let history = try rows(school, "history", Self.ben, "--session", "am")
    #expect(history.count == 3)
    #expect(history[2].contains(",2026-03-20,AM,,,,2026-03-20T08:4"))
    #expect(history[2].contains(",Y4,closure taken back: it thawed,"))
    let again = try school.run(
      ["close", "--undo", "\(line)", "--words", "again", "--yes", "--as", "hall"], at: now)
    #expect(again.status == 1 && again.errors.contains("no closure that stands has the number"))
    // The register is taken as if nothing had been.
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "2026-03-20T08:45")
    #expect(try rows(school, "onsite").count == 6)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test
  func `a boiler at half past eleven leaves the morning's marks, and nobody off the fire list`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1 N\n=\nsubmit\n",
      at: "2026-03-20T08:45")
    try school.succeed(
      ["close", "--session", "pm", "--reason", "boiler", "--yes", "--as", "hall"],
      at: "2026-03-20T11:30")
    let morning = try rows(school, "register", "8B", "--session", "am", at: "13:00")
    #expect(morning.filter { $0.contains(",/,") }.count == 4)
    let afternoon = try rows(school, "register", "8B", "--session", "pm", at: "13:00")
    #expect(afternoon.filter { $0.contains(",Y4,") }.count == 5)
    // Nobody has been signed out: the four who came are still to be found.
    let list = try rows(school, "onsite", at: "13:00")
    #expect(list.count == 5)
    #expect(list.dropFirst().allSatisfy { $0.hasSuffix("seen this morning") })
    try school.succeed(
      ["depart", Self.ben, "--purpose", "sent home", "--as", "hall"],
      at: "2026-03-20T12:50")
    #expect(try rows(school, "onsite", at: "13:00").count == 4)
  }

  @Test(arguments: [
    (["close", "--reason", "snow"], "nothing was done; --dry-run shows what it touches"),
    (["close", "--reason", "inset", "--planned", "--yes"], "from tomorrow on"),
    (["close", "--reason", "x", "--open-for-some", "--yes"], "say who could not come"),
    (["close", "--reason", "x", "--groups", "9Z", "--yes"], "there is no group '9Z'"),
    (["close", "--reason", "x", "--date", "2026-04-06", "--yes"], "nobody is due"),
    (["close", "--reason", "x", "--decided", "10:00", "--yes"], "before it is entered"),
  ])
  func `what cannot be closed is refused in a sentence, and nothing is kept`(
    arguments: [String], sentence: String
  ) throws {
    let school = try TestSchool()
    let outcome = try school.run(arguments + ["--as", "hall"], at: "2026-03-20T08:00")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try rows(school, "close").count == 1)
  }

  @Test(arguments: [("no", 1), ("yes", 2)])
  func `at a terminal the command shows what it touches and asks`(
    answer: String, closures: Int
  ) throws {
    let school = try TestSchool()
    let terminal = try PseudoTerminal(
      "rollcall", ["close", "--reason", "snow", "--data", school.folder, "--as", "hall"],
      size: (24, 80), environment: ["ROLLCALL_NOW": "2026-03-20T08:00"])
    #expect(terminal.wait { $0.contains("Y4 for 5 pupils in 2 registers") })
    #expect(terminal.wait { $0.contains("Close? yes or no") })
    terminal.type(answer + "\r")
    #expect(terminal.waitForEnd() == .exited(answer == "yes" ? 0 : 1))
    #expect(try rows(school, "close").count == closures)
  }

  @Test func `a tutor may not close the school, and --dry-run keeps nothing`() throws {
    let school = try TestSchool()
    let now = "2026-03-20T08:00"
    let refused = try school.run(
      ["close", "--reason", "snow", "--yes", "--as", "owen"], at: now)
    #expect(refused.status == 1 && refused.errors.contains("may not close the school"))
    let tried = try school.succeed(
      ["close", "--reason", "snow", "--dry-run", "--as", "hall", "--format", "csv"], at: now)
    #expect(tried.lines[1] == "pupils,5,Y4")
    #expect(try rows(school, "close").count == 1)
  }

  @Test func `no message is kept for the day of the snow alone, until it is taken back`() throws {
    let school = try TestSchool()
    let closed = try rows(school, "close", "--reason", "snow", "--yes", at: "08:00")
    #expect(closed.count > 1)
    func call(_ arguments: String...) throws -> Program.Outcome {
      try school.run(
        ["call", "Barnes", "--words", "flu", "--code", "I", "--as", "hall"] + arguments,
        at: "2026-03-20T08:10")
    }
    #expect(
      try call().errors
        == "rollcall: the school does not meet on 2026-03-20 AM (closed: snow); its next day is "
        + "Monday 2026-03-23\n")
    #expect(try call("--through", "2026-03-23").status == 0)
    let number = try #require(rows(school, "close")[1].split(separator: ",").first)
    try school.succeed(
      ["close", "--undo", String(number), "--words", "thawed", "--yes", "--as", "hall"],
      at: "2026-03-20T08:15")
    #expect(
      try school.run(
        ["call", "Rees", "--words", "flu", "--code", "I", "--as", "hall"], at: "2026-03-20T08:20"
      ).status == 0)
  }

  @Test func `planned ahead for a year, no register of it opens, and taking it back opens them`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      [
        "close", "--date", "2026-03-23", "--planned", "--years", "8", "--reason", "polling day",
        "--yes", "--as", "hall",
      ], at: "2026-03-20T08:00")
    let closed = try school.run(
      ["register", "8B", "--date", "2026-03-23", "--as", "hall"], at: "2026-03-23T09:00")
    #expect(closed.status == 1 && closed.errors.contains("polling day"))
    let line = try rows(school, "close")[1].prefix { $0 != "," }
    try school.succeed(
      ["close", "--undo", "\(line)", "--words", "moved", "--yes", "--as", "hall"],
      at: "2026-03-20T08:10")
    try school.succeed(
      ["register", "8B", "--date", "2026-03-23", "--as", "hall"], at: "2026-03-23T09:00")
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
