import TerminalTesting
import Testing

/// Leave and timetables, before the real program.
@Suite struct LeaveJourneyTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "head.csv", "login,name,position,role,registration_group\nhead,A. Head,Headteacher,head,\n"),
    ])
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact
        \(Self.aisha),1,Mrs Ahmed,mother,01530 000001,yes

        """),
    ])
    return school
  }

  private func run(
    _ school: TestSchool, as login: String = "hall", at time: String = "2026-03-02T09:20",
    _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  private func open(_ school: TestSchool, as login: String, _ words: String) throws
    -> PseudoTerminal
  {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-02T09:20"])
    #expect(desk.wait { $0.contains(words) })
    return desk
  }

  @Test func `leave is asked for, refused and granted with keys, and the register is prefilled`()
    throws
  {
    let school = try school()
    let office = try open(school, as: "hall", "THIS MORNING")
    office.type("v")
    #expect(office.wait { $0.contains("LEAVE OF ABSENCE") && $0.contains("No request") })
    office.type("naisha")
    #expect(office.wait { $0.contains("1 Ahmed, Aisha 8B") })
    office.type("\r")
    #expect(office.wait { $0.contains("1 Mrs Ahmed, mother") })
    office.type("1")
    #expect(office.wait { $0.contains("1 a holiday") })
    office.type("19 mar\r\ra cheap flight\u{13}")
    #expect(office.wait { $0.contains("asked for 7 days before") && $0.contains("Waiting 1") })
    office.type("\u{1B}")
    #expect(office.wait { $0.contains("Leave to decide") && $0.contains("a holiday from 9 Mar") })
    // It stands below the registers that nobody has taken.
    office.type("\u{1B}[F\r")
    #expect(office.wait { $0.contains("What the policy says") && $0.contains("> waiting") })
    office.type("xnot exceptional\r")
    #expect(office.wait { $0.contains("refused. Letter: Leave refused") })
    let watched = try run(school, "leave", "--watch")
    #expect(watched.lines.count == 2 && watched.lines[1].hasSuffix("not exceptional"))

    let head = try open(school, as: "head", "v requests")
    head.type("v")
    #expect(head.wait { $0.contains("refused") && $0.contains("Ahmed, Aisha 8B") })
    head.type("g")
    #expect(head.wait { $0.contains("by J. Hall") && $0.contains("decides it again") })
    head.type("g")
    #expect(head.wait { $0.contains("1 C ") })
    head.type("1")
    #expect(head.wait { $0.contains("with what words?") })
    head.type("a funeral after all\r")
    #expect(head.wait { $0.contains("granted as C, expected back 2026-03-10") })
    // The office's desk sees it without a key.
    #expect(office.wait { $0.contains("granted") })

    let register = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], at: "2026-03-09T08:40")
    #expect(register.output.contains("1 expected absent: Ahmed, Aisha."))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
    for desk in [office, head] {
      desk.type("\u{11}")
      #expect(desk.waitForEnd() == .exited(0))
    }
  }

  @Test func `only the head grants, never afterwards, and not back starts the clocks`() throws {
    let school = try school()
    let asked = try run(
      school, "leave", "Ahmed", "--from", "2026-03-09", "--purpose", "bereavement", "--words",
      "a funeral", "--asker", "Mrs Ahmed")
    #expect(asked.lines[1].hasPrefix("1,\(Self.aisha),2026-03-02,leave asked for,"))
    let denied = try run(school, "leave", "--decide", "1", "--grant", "C", "--words", "yes")
    #expect(denied.status == 1 && denied.errors.contains("may not grant leave under C"))
    #expect(denied.errors.contains("ask the headteacher"))
    let late = try run(
      school, as: "head", at: "2026-03-09T09:20", "leave", "--decide", "1", "--grant", "C",
      "--words", "yes")
    #expect(late.errors.contains("leave under C is never granted afterwards"))
    let granted = try run(
      school, as: "head", "leave", "--decide", "1", "--grant", "C", "--words", "yes")
    #expect(granted.lines.last?.contains("letter,leave-approval,") == true)
    #expect(try run(school, at: "2026-03-10T09:20", "leave", "--back").lines.count == 1)
    let back = try run(school, at: "2026-03-12T09:20", "leave", "--back")
    #expect(
      back.lines.last
        == "1,\(Self.aisha),Ahmed,Aisha,8B,2026-03-10,3,2026-03-23,2026-04-20,,"
        + "\"expected 10 Mar, not back: 3 school days; 10 on 23 Mar, 20 on 20 Apr\"",
      "\(back.output)")
    _ = try run(school, at: "2026-03-12T11:00", "arrive", "Ahmed", "--time", "10:50")
    #expect(try run(school, at: "2026-03-13T09:20", "leave", "--back").lines.count == 1)
  }

  @Test func `an overlapping plan is shown and chosen about, and a closed day is refused`() throws {
    let school = try school()
    let plan = ["plan", "Barnes", "--code", "I", "--source", "report", "--from"]
    try school.succeed(plan + ["2026-03-03", "--as", "hall"], at: "2026-03-02T09:20")
    func again(_ more: String...) throws -> Program.Outcome {
      try school.run(
        plan + ["2026-03-03", "--through", "2026-03-04", "--as", "hall"] + more,
        at: "2026-03-02T09:20")
    }
    #expect(try again().errors.contains("has plan 1 already (away 2026-03-03 AM to 2026-03-03 PM"))
    #expect(try again("--instead").status == 0)
    #expect(try run(school, "plan", "--date", "2026-03-03").lines.count == 2)
    #expect(try again("--beside").status == 0)
    #expect(try run(school, "plan", "--date", "2026-03-03").lines.count == 3)
    let closed = try school.run(plan + ["2026-02-16", "--as", "hall"], at: "2026-02-09T09:20")
    #expect(closed.errors.contains("the school does not meet on 2026-02-16 AM"))
  }

  @Test func `study leave is one act for a year, with a count first, and only by who may grant`()
    throws
  {
    let school = try school()
    let plan = ["plan", "--year", "8", "--code", "s", "--from", "2026-03-09", "--format", "csv"]
    let denied = try school.run(plan + ["--as", "hall"], at: "2026-03-02T09:20")
    #expect(denied.errors.contains("may not grant leave under S"))
    let count = try school.run(plan + ["--dry-run", "--as", "head"], at: "2026-03-02T09:20")
    #expect(
      count.lines.count == 6 && count.lines.dropFirst().allSatisfy { $0.contains(",planned,") })
    #expect(try run(school, "plan", "--date", "2026-03-09").lines.count == 1)
    try school.succeed(plan + ["--as", "head"], at: "2026-03-02T09:20")
    #expect(try run(school, "plan", "--date", "2026-03-09").lines.count == 6)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
