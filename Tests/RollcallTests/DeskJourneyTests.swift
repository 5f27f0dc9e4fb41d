import Glibc
import TerminalTesting
import Testing

/// The real program on a terminal, as a tutor sits before it.
@Suite struct DeskJourneyTests {
  /// Opens the app in the school as somebody, and waits for what is to be seen first.
  private func open(
    _ school: TestSchool, as login: String = "owen", at now: String = "2026-03-20T08:40",
    size: (rows: Int, columns: Int) = (24, 80), terminal: String? = "xterm-256color",
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    var variables = environment
    variables["ROLLCALL_NOW"] = now
    return try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login], size: size, terminal: terminal,
      environment: variables)
  }

  private let submit = "\u{13}"

  @Test func `a tutor lands on the open register, marks it in six keys and verifies it`() throws {
    let school = try TestSchool()
    let desk = try open(school)
    for words in ["[NOT STARTED]", "REGISTER 8B", "PRACTICE"] {
      #expect(desk.wait { $0.contains(words) })
    }
    desk.type("2N4L=" + submit)
    #expect(desk.wait { $0.contains("[SUBMITTED 08:40 by you]") })
    #expect(desk.wait { $0.contains("Submitted 08:40. 3 present, 1 late, 1 absent.") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)
    let verification = try school.succeed(["verify"])
    #expect(verification.lines.first == "2 submissions, 5 entries, 5 sheets: all sound")
  }

  @Test(arguments: 0..<6)
  func `a kill loses no mark that was seen`(marks: Int) throws {
    let school = try TestSchool()
    let desk = try open(school)
    #expect(desk.wait { $0.contains("[NOT STARTED]") })
    for row in 1..<max(marks, 1) { desk.type("\(row)N") }
    let blank = 5 - max(marks - 1, 0)
    #expect(desk.wait { $0.contains("Blank \(blank) ") })
    desk.signal(SIGKILL)
    #expect(desk.waitForEnd() == .killed(signal: SIGKILL))
    let again = try open(school)
    #expect(again.wait { $0.contains("Blank \(blank) ") })
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal leaves the terminal as it was found and the draft on disk`(
    signal: Int32
  ) throws {
    let school = try TestSchool()
    let desk = try open(school)
    #expect(desk.wait { $0.contains("[NOT STARTED]") })
    desk.type("1N")
    #expect(desk.wait { $0.contains("Blank 4 ") })
    desk.signal(signal)
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)
    let again = try open(school)
    #expect(again.wait { $0.contains("Blank 4 ") })
  }

  @Test func `two desks of one person share one draft as it is typed`() throws {
    let school = try TestSchool()
    let one = try open(school)
    let two = try open(school)
    #expect(one.wait { $0.contains("[NOT STARTED]") })
    #expect(two.wait { $0.contains("[NOT STARTED]") })
    one.type("3N")
    #expect(two.wait { $0.contains("Blank 4 ") })
    two.type("4N")
    #expect(one.wait { $0.contains("Blank 3 ") })
  }

  @Test func `what the office submits is seen at the tutor's desk, and both marks are kept`() throws
  {
    let school = try TestSchool()
    let tutor = try open(school)
    #expect(tutor.wait { $0.contains("[NOT STARTED]") })
    tutor.type("1N")
    #expect(tutor.wait { $0.contains("Blank 4 ") })
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"], typing: "1 I\nsubmit as N\n",
      at: "2026-03-20T08:41")
    #expect(tutor.wait { $0.contains("[SUBMITTED") })
    let history = try school.succeed(["history", "V820400120005", "--format", "csv"])
    #expect(history.lines.count == 2)
    #expect(history.lines[1].contains(",I,"))
  }

  @Test func `a register typed late from paper is told as it was seen on the office's list`() throws
  {
    let school = try TestSchool()
    let office = try open(school, as: "hall", at: "2026-03-20T09:50")
    #expect(office.wait { $0.contains("THIS MORNING") })
    office.type("r")
    #expect(office.wait { $0.contains("closed 09:05, not taken") })
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "seen 08:40\n=\nsubmit\n",
      at: "2026-03-20T09:41")
    #expect(office.wait { $0.contains("taken 09:41, as seen at 08:40") })
    #expect(office.wait { $0.contains("Taken 1 of 2") })
  }

  @Test func `a paste marks nobody`() throws {
    let school = try TestSchool()
    let desk = try open(school)
    #expect(desk.wait { $0.contains("[NOT STARTED]") })
    desk.type("\u{1B}[200~" + String(repeating: "N/L=\u{13}", count: 2000) + "\u{1B}[201~")
    #expect(desk.wait { $0.contains("A paste marks nobody") })
    #expect(desk.wait { $0.contains("Blank 5 ") })
  }

  @Test(arguments: [(60, 20), (40, 14), (20, 5), (10, 3), (1, 1)])
  func `every size can be marked`(columns: Int, rows: Int) throws {
    let school = try TestSchool()
    let desk = try open(school, size: (rows, columns))
    // A key before the program has the terminal is the terminal's own: ^S would hold its output.
    #expect(desk.wait { !$0.isCooked && $0.text.contains { !$0.isWhitespace } })
    desk.type("=" + submit)
    var isTaken = false
    for _ in 0..<50 where !isTaken {
      desk.listen(seconds: 0.1)
      let register = try school.run(["register", "8B", "--format", "csv"], at: "2026-03-20T08:41")
      isTaken = register.lines.dropFirst().allSatisfy { $0.contains(",/,") }
    }
    #expect(isTaken)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
  func `every terminal shows the register, with and without colour`(terminal: String) throws {
    let school = try TestSchool()
    for environment in [[:], ["NO_COLOR": "1"], ["LC_ALL": "C"]] {
      let desk = try open(school, terminal: terminal, environment: environment)
      #expect(desk.wait { $0.contains("Ahmed, Aisha") })
      #expect(desk.wait { $0.contains("[NOT STARTED]") })
    }
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func `a terminal without a screen is told of the line mode`(terminal: String) throws {
    let school = try TestSchool()
    let desk = try open(school, terminal: terminal)
    #expect(desk.wait { $0.text.contains("--plain") })
    #expect(desk.waitForEnd() == .exited(1))
  }
}
