import Foundation
import TerminalTesting
import Testing

/// The lists of the day, the door and the week, by commands and on a terminal.
@Suite struct HandoutJourneyTests {
  private static let day = "2026-03-20"
  private static let ben = "N820400120001"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1,2 N\n=\nsubmit\n",
      at: "\(Self.day)T08:40")
    return school
  }

  private func office(
    _ school: TestSchool, _ arguments: String..., at time: String = "09:30"
  ) throws -> Program.Outcome {
    try school.run(
      arguments + ["--as", "hall", "--format", "csv"], at: "\(Self.day)T\(time)")
  }

  @Test func `without a name every list is named, and each can be had or says why not`() throws {
    let school = try school()
    let names = try office(school, "handout").lines.dropFirst().map {
      String($0.prefix { $0 != "," })
    }
    #expect(names.count == 15 && names.contains("absence-bulletin"))
    for name in names {
      let outcome = try school.run(
        ["handout", name, "--as", "admin", "--format", "csv"], at: "\(Self.day)T09:30")
      #expect(
        name == "detentions"
          ? outcome.status == 1 && outcome.errors.contains("knows no detention")
          : outcome.status == 0 && !outcome.lines.isEmpty, "\(name): \(outcome.errors)")
    }
  }

  @Test func `the bulletin and the headcount agree with the fire list`() throws {
    let school = try school()
    #expect(
      try office(school, "handout", "absence-bulletin").lines == [
        "year,group,surname,forename,name,known",
        "Year 8,8B,Ahmed,Aisha,\"Ahmed, Aisha\",away", "Year 8,8B,Barnes,Ben,\"Barnes, Ben\",away",
      ])
    #expect(try office(school, "handout", "headcount").lines.last == "All,5,3,0,0,2,0")
    _ = try office(school, "arrive", "Barnes", at: "09:35")
    #expect(try office(school, "handout", "headcount", at: "09:36").lines.last == "All,5,4,0,1,1,1")
    #expect(
      try office(school, "handout", "fire-list", at: "09:36").lines.count
        == office(school, "onsite", at: "09:36").lines.count)
  }

  @Test func `a sheet for paper has its title and the time of its facts`() throws {
    let school = try school()
    _ = try office(
      school, "arrive", "Barnes", "--time", "09:20", "--reason", "bus", "--brought-by", "his aunt")
    let sheet = try school.run(
      ["handout", "late-book", "--print", "--as", "hall"], at: "\(Self.day)T09:30")
    #expect(
      sheet.output == """
        LATE BOOK  Ibstock School
        As known Fri 20 Mar 2026, 09:30.  1 late

          time   group  name         mark                reason

        AM  (1)
          09:20  8B     Barnes, Ben  U, 45 minutes late  bus
                brought by his aunt

        """)
    let slip = try school.run(
      ["handout", "late-slip", "Barnes", "--print", "--as", "hall"], at: "\(Self.day)T09:30")
    #expect(slip.output.contains("Barnes, Ben 8B") && slip.output.contains("came at 09:20"))
    let nobody = try office(school, "handout", "late-slip", "Rees")
    #expect(nobody.status == 1 && nobody.errors.contains("has not come late today"))
  }

  @Test func `each late pupil's slip is a file of its own, and none is written over`() throws {
    let school = try school()
    _ = try office(school, "arrive", "Barnes", "--reason", "bus", at: "09:20")
    _ = try office(school, "arrive", "Rees", at: "09:21")
    #expect(try office(school, "handout", "late-slips", at: "09:22").lines.count == 3)
    let desk = try open(school, as: "hall", at: "09:22")
    #expect(desk.wait { $0.contains("THIS MORNING") })
    desk.type("ps")
    #expect(desk.wait { $0.contains("LATE SLIPS") && $0.contains("Barnes, Ben 8B") })
    desk.type("p")
    #expect(desk.wait { $0.contains("late-slip-2026-03-20-0922-all.txt") })
    desk.type("p")
    #expect(desk.wait { $0.contains("late-slip-2026-03-20-0922-all-2.txt") })
    desk.type("/rees\rp")
    #expect(desk.wait { $0.contains("late-slip-2026-03-20-0922-rees-rhys-8b.txt") })
  }

  @Test func `only those with the right have the safeguarding list`() throws {
    let school = try school()
    let refused = try office(school, "handout", "dsl")
    #expect(refused.status == 1 && refused.errors.contains("may not see safeguarding notes"))
  }

  @Test func `the dismissal list names no barred contact, and the siblings in school`() throws {
    let school = try school()
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact
        F820400120004,1,Mrs Rees,mother,01530 000001,yes
        F820400120004,2,Mr Rees,father,01530 000002,no
        R820400120003,1,Mrs Rees,stepmother,01530 000001,yes

        """),
    ])
    let sheet = try school.run(
      ["handout", "dismissal", "--group", "8b", "--print", "--as", "hall"], at: "\(Self.day)T11:00")
    #expect(sheet.output.contains("1 Mrs Rees, mother, 01530 000001"), "\(sheet.errors)")
    #expect(!sheet.output.contains("Mr Rees"))
    #expect(sheet.output.contains("with O'Connor, Róisín 8B"))
    #expect(sheet.output.contains("nobody may be told; ask the lead"))
    #expect(try office(school, "handout", "contacts").lines.count == 6)
  }

  @Test func `who is out stands in one list until they are back, and a number is enough`() throws {
    let school = try school()
    _ = try office(
      school, "depart", "Rees", "--purpose", "appointment", "--expected", "11:00", at: "10:00")
    let overdue = try office(school, "depart", at: "11:05").lines
    #expect(overdue.count == 2 && overdue[1].contains(",overdue,10:00,11:00,"))
    let number = overdue[1].split(separator: ",")[1]
    _ = try office(school, "depart", "--number", String(number), "--back", at: "11:06")
    #expect(try office(school, "depart", at: "11:07").lines.count == 1)
    let free = try office(school, "depart", "Rees", "--purpose", "free period", at: "11:10")
    #expect(free.status == 1 && free.errors.contains("is not in the sixth form"))
    #expect(try office(school, "history", "F820400120004").lines.count == 2)
  }

  @Test func `an untaken register is nudged once it is open, and taken it is off the list`() throws
  {
    let school = try TestSchool()
    let early = try office(school, "handout", "untaken", "--nudge", at: "08:00")
    #expect(early.status == 1 && early.errors.contains("nobody is reminded"))
    let nudge = try office(school, "absent", "--nudge", "8b", at: "08:50")
    #expect(nudge.lines.last?.contains("reminded of the register of 8B") == true)
    #expect(
      try office(school, "handout", "untaken", at: "08:52").lines.last
        == "AM,8B,,G. Owen,,5,open till 09:05,08:50,")
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: "\(Self.day)T08:53")
    #expect(try office(school, "handout", "untaken", at: "08:54").lines.count == 1)
    #expect(try office(school, "absent", "--nudge", "8B", at: "08:54").status == 1)
  }

  @Test func `a week is brought to zero or explained, and signed off by name`() throws {
    let school = try school()
    func week(_ arguments: String...) throws -> Program.Outcome {
      try school.run(
        ["week", "--as", "admin", "--format", "csv"] + arguments, at: "\(Self.day)T15:40")
    }
    let open = try week().lines
    #expect(open[1] == "Registers never taken,8B,,8B,2026-03-16 AM,\"5 pupils, Mon 16 Mar AM\"")
    let refused = try week("--sign-off")
    #expect(refused.status == 1 && refused.errors.contains("the week is not at zero"))
    let signed = try week("--sign-off", "--words", "the school opened on Friday")
    #expect(signed.lines.last?.contains("the week is signed off") == true, "\(signed.errors)")
    #expect(try week("--sign-off", "--words", "again").errors.contains("signed off already"))
    #expect(
      try office(school, "week", "--sign-off").errors.contains("may not sign off the week"))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `a search is timed step by step, and its form is printed (T14)`() throws {
    let school = try school()
    let first = try office(
      school, "onsite", "--not-here", "Rees", "--step", "grounds searched", at: "10:05")
    #expect(first.lines.count == 3, "\(first.errors)")
    _ = try office(school, "onsite", "--not-here", "Rees", "--step", "police called", at: "10:20")
    let form = try office(school, "handout", "missing", "Rees", at: "10:21")
    #expect(
      form.lines.dropFirst().map { $0.split(separator: ",").suffix(5).joined(separator: ",") } == [
        "1,10:05,grounds searched,J. Hall,F820400120004",
        "2,10:20,police called,J. Hall,F820400120004",
      ])
    #expect(form.lines[1].hasPrefix("\"Rees, Rhys 8B, since 10:05\""))
    _ = try office(school, "onsite", "--seen", "Rees", at: "10:25")
    #expect(try office(school, "handout", "missing", at: "10:26").lines.count == 1)
  }

  @Test func `a contact is added, corrected and removed, with who did it`() throws {
    let school = try school()
    func contacts(_ arguments: String..., by login: String = "hall") throws -> Program.Outcome {
      try school.run(
        ["contacts", "Rees", "--as", login, "--format", "csv"] + arguments, at: "\(Self.day)T10:00")
    }
    let added = try contacts(
      "--add", "Mrs Rees", "--set", "phone=01530 000001", "--set", "relationship=mother")
    #expect(added.lines.last == "1,Mrs Rees,mother,01530 000001,,,,yes,,,,", "\(added.errors)")
    #expect(added.errors.contains("only 1 of the 2 contacts that the policy asks for"))
    _ = try contacts("--add", "Mr Rees", "--set", "may_contact=no")
    #expect(
      try contacts("--correct", "1", "--set", "phone=01530 000009").lines[1]
        == "1,Mrs Rees,mother,01530 000009,,,,yes,,,,")
    #expect(
      try contacts(
        "--correct", "1", "--set", "lives_with=yes", "--set", "parental_responsibility=no"
      )
      .lines[1] == "1,Mrs Rees,mother,01530 000009,,yes,no,yes,,,,")
    let refused = try contacts("--correct", "1", "--set", "may_contact=ja")
    #expect(refused.status == 1 && refused.errors.contains("'ja' is no permission"))
    #expect(try contacts(by: "owen").output.contains("Mr Rees") == false)
    #expect(try contacts("--remove", "Mr Rees").lines.count == 2)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  private func open(_ school: TestSchool, as login: String, at time: String) throws
    -> PseudoTerminal
  {
    try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login],
      environment: ["ROLLCALL_NOW": "\(Self.day)T\(time)"])
  }

  @Test func `"she was in" is answered by one key from search (U39)`() throws {
    let school = try school()
    _ = try office(
      school, "arrive", "Ahmed", "--time", "08:58", "--reason", "overslept", at: "09:00")
    let desk = try open(school, as: "hall", at: "11:00")
    #expect(desk.wait { $0.contains("THIS MORNING") })
    desk.type("/")
    #expect(desk.wait { $0.contains("FIND A PUPIL") })
    desk.type("ahmed\r")
    #expect(desk.wait { $0.contains("PUPIL") && $0.contains("Aisha") })
    desk.type("d")
    #expect(desk.wait { $0.contains("DAY  Ahmed, Aisha") && $0.contains("arrived 08:58") })
    #expect(desk.wait { $0.contains("overslept") })
    #expect(desk.wait { $0.contains("AM L, 23 minutes late") })
    desk.type("[")
    #expect(desk.wait { $0.contains("Thu 19 Mar 2026") && $0.contains("Nothing is on record") })
  }

  @Test func `a nudge is seen on the taker's desk at once, and goes with the register`() throws {
    let school = try TestSchool()
    let tutor = try open(school, as: "owen", at: "09:02")
    #expect(tutor.wait { $0.contains("REGISTER 8B") && $0.contains("? help") })
    tutor.type("2N")
    #expect(tutor.wait { $0.contains("Blank 4") })
    let office = try open(school, as: "hall", at: "09:02")
    #expect(office.wait { $0.contains("Not taken 1") && $0.contains("open till 09:05") })
    office.type("g")
    #expect(office.wait { $0.contains("reminded 09:02") })
    #expect(tutor.wait { $0.contains("09:02 the office waits for the register of 8B, morning.") })
    #expect(tutor.wait { $0.contains("Blank 4") })
    tutor.type("=\u{13}")
    #expect(tutor.wait { $0.contains("[SUBMITTED") && !$0.contains("the office waits") })
    #expect(office.wait { $0.contains("Not taken 0") })
  }

  @Test func `the fire list is shown by one key and printed into the lists`() throws {
    let school = try school()
    let desk = try open(school, as: "hall", at: "09:20")
    #expect(desk.wait { $0.contains("THIS MORNING") })
    desk.type("f")
    #expect(desk.wait { $0.contains("FIRE LIST") && $0.contains("3 to be found") })
    desk.type("p")
    #expect(desk.wait { $0.contains("Written to lists/fire-list-2026-03-20.txt") })
    let sheet = try String(
      contentsOfFile: school.folder + "/lists/fire-list-2026-03-20.txt", encoding: .utf8)
    #expect(sheet.hasPrefix("FIRE LIST  Ibstock School\nAs known Fri 20 Mar 2026, 09:20."))
  }
}
