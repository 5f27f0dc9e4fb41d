import Testing

/// A morning at the office's desk by plain commands.
@Suite struct OfficeJourneyTests {
  static let aisha = "V820400120005"
  static let ben = "N820400120001"
  static let day = "2026-03-20"

  /// The school after 8B was taken with Aisha and Ben marked N.
  func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact
        \(Self.aisha),1,Mrs Ahmed,mother,01530 000001,yes
        \(Self.aisha),2,Mr Ahmed,father,01530 000002,no
        \(Self.aisha),3,Ms Grey,aunt,01530 000003,dsl

        """),
    ])
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1,2 N\n=\nsubmit\n",
      at: "\(Self.day)T08:40")
    return school
  }

  func office(
    _ school: TestSchool, _ arguments: String..., at time: String = "09:20"
  ) throws -> Program.Outcome {
    try school.run(
      arguments + ["--as", "hall", "--format", "csv"], at: "\(Self.day)T\(time)")
  }

  @Test func `a call explains the N, plans what is to come, and is one sealed act`() throws {
    let school = try school()
    #expect(try office(school, "absent", "--session", "am").lines.count == 3)
    let call = try office(
      school, "call", Self.aisha, "--caller", "Mrs Ahmed", "--relationship", "mother", "--words",
      "flu, back on Tuesday", "--code", "i", "--through", "2026-03-23", "--heard", "09:15")
    #expect(
      call.lines == [
        "line,upn,date,kind,what,words",
        "1,,2026-03-20,message,\"Mrs Ahmed (mother), telephone\",\"flu, back on Tuesday\"",
        "2,\(Self.aisha),2026-03-20,absence,\"away 2026-03-20 AM to 2026-03-23 PM, I, report\",",
        ",\(Self.aisha),2026-03-20,mark,AM I,\"message from mother: flu, back on Tuesday\"",
      ], "\(call.errors)")
    #expect(
      try office(school, "absent", "--session", "am").lines.dropFirst().map {
        String($0.prefix(13))
      } == [Self.ben])
    let history = try office(school, "history", Self.aisha)
    #expect(
      history.lines.last
        == "\(Self.aisha),2026-03-20,AM,I,,,2026-03-20T09:20:00+00:00,J. Hall,Attendance officer,"
        + "amended,N,\"message from mother: flu, back on Tuesday\",,")
    // The afternoon and the next school day are prefilled for the tutor.
    let afternoon = try school.run(
      ["take", "8B", "--session", "pm", "--plain", "--as", "owen"], typing: "=\nsubmit\n",
      at: "2026-03-20T12:30")
    #expect(afternoon.output.contains("1 expected absent: Ahmed, Aisha."))
    let monday = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], at: "2026-03-23T08:40")
    #expect(monday.output.contains("1 expected absent: Ahmed, Aisha."))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `a message that nobody can place is matched later`() throws {
    let school = try school()
    _ = try office(
      school, "call", "--words", "my lad is poorly", "--channel", "voicemail", at: "08:10")
    #expect(try office(school, "call").lines.last?.contains(",not linked,") == true)
    let linked = try office(school, "call", "Barnes", "--link", "1", "--code", "I")
    #expect(linked.lines.last?.hasPrefix(",\(Self.ben),2026-03-20,mark,AM I,") == true)
    #expect(try office(school, "call").lines.last?.contains("not linked") == false)
    #expect(try office(school, "absent", "--session", "am").lines.count == 2)
  }

  @Test func `one message speaks of several children, and waits for its call`() throws {
    let school = try school()
    _ = try office(
      school, "call", Self.aisha, Self.ben, "--words", "both are at the dentist's", "--code", "M",
      "--call-back", "--telephone", "01530 000001")
    let list = try office(school, "call").lines
    #expect(list.count == 2)
    #expect(list[1].contains("\(Self.aisha) \(Self.ben),call back,J. Hall"))
    _ = try office(school, "call", "--done", "1")
    #expect(try office(school, "call").lines[1].contains("call back") == false)
    #expect(try office(school, "absent", "--session", "am").lines.count == 1)
  }

  @Test(arguments: [
    ("08:55", "AM L", "AM,L,20,"), ("09:30", "AM U", "AM,U,55,"), ("13:00", "", ""),
  ])
  func `an arrival follows the clock, not the key (U8)`(
    time: String, said: String, mark: String
  ) throws {
    let school = try school()
    let arrived = try office(
      school, "arrive", "Barnes", "--time", time, "--reason", "missed the bus", at: "13:30")
    #expect(arrived.status == 0, "\(arrived.errors)")
    #expect(arrived.lines.dropFirst(2).allSatisfy { $0.contains(said) })
    let history = try office(school, "history", Self.ben, "--session", "am")
    #expect(mark.isEmpty ? history.lines.count == 2 : history.lines[2].contains(mark))
    #expect(try office(school, "absent", "--session", "am").lines.count == 2)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `the fire list leaves out only who is known to be away`() throws {
    let school = try school()
    func known() throws -> [String] {
      try office(school, "onsite").lines.dropFirst().map {
        $0.split(separator: ",", maxSplits: 4).map(String.init)
      }.map { "\($0[1]) \($0[4])" }
    }
    #expect(try known() == ["Łukasz seen", "O'Connor seen", "Rees seen"])
    _ = try office(school, "arrive", "Barnes", "--time", "09:18")
    _ = try office(
      school, "depart", "Rees", "--purpose", "appointment", "--expected", "11:00", "--with",
      "his father")
    #expect(try known() == ["Barnes arrived 09:18", "Łukasz seen", "O'Connor seen"])
    let again = try office(school, "depart", "Rees")
    #expect(again.status == 1 && again.errors.contains("is signed out already"))
    _ = try office(school, "depart", "Rees", "--back", "--time", "10:50", at: "10:55")
    #expect(try known().last == "Rees arrived 10:50")
    // Before its register nobody is left out for lack of a mark.
    let early = try school.run(
      ["onsite", "--as", "hall", "--format", "csv"], at: "2026-03-23T08:36")
    #expect(early.lines.count == 6)
    #expect(early.lines.dropFirst().allSatisfy { $0.hasSuffix(",not yet marked") })
  }

  @Test func `the fire list is printed form by form with the time of its facts`() throws {
    let school = try school()
    _ = try office(school, "onsite", "--not-here", "Rees", at: "09:10")
    let sheet = try school.run(["onsite", "--print", "--as", "hall"], at: "\(Self.day)T09:20")
    #expect(
      sheet.output == """
        FIRE LIST  Ibstock School
        As known Fri 20 Mar 2026, 09:20.  2 to be found, and 1 MARKED IN, NOT HERE.

        MARKED IN, NOT HERE
          [ ] Rees, Rhys  8B                          since 09:10

        8B  (2)
          [ ] Łukasz, Ola                             seen
          [ ] O'Connor, Róisín                        seen

        """)
  }

  @Test
  func `a child's day shows what was dealt with, and contacts to those alone who may see them`()
    throws
  {
    let school = try TestSchool()
    func run(_ arguments: String..., as login: String = "hall") throws -> [String] {
      // Contacts are kept with a word that they are too few: no error, but not silent.
      let outcome = try school.run(
        arguments + ["--as", login, "--format", "csv"], at: "2026-03-20T09:20")
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.lines
    }
    _ = try run("call", "--words", "my lad is poorly")
    _ = try run("call", "Barnes", "--link", "1")
    _ = try run("call", "--done", "1")
    _ = try run("contacts", "Barnes", "--add", "Mrs O'Hara", "--set", "relationship=aunt")
    _ = try run("contacts", "Barnes", "--preferred-name", "Benny")
    func day(as login: String = "hall") throws -> [String] {
      try run("timeline", "Barnes", as: login).dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[2...3].joined(separator: ": ")
      }
    }
    let everything = [
      "message: \"somebody", "message linked: the message concerns the pupil", "done: dealt with",
      "contacts: added Mrs O'Hara (aunt)", "name: known as none -> Benny",
    ]
    #expect(try day() == everything)
    // An administrator sees history, and no contacts.
    try school.succeed([
      "import", "staff",
      school.file(
        "khan.csv",
        "login,name,position,role,registration_group\nkhan,S. Khan,Administrator,administrator,\n"),
    ])
    #expect(try day(as: "khan") == everything.filter { !$0.hasPrefix("contacts") })
  }

  @Test func `a contact who may not be told is never rung, and an attempt is one command`() throws {
    let school = try school()
    let tried = try office(
      school, "attempt", Self.aisha, "--contact", "1", "--outcome", "no answer")
    #expect(tried.lines.last?.contains("no answer: Mrs Ahmed (mother), telephone") == true)
    for (contact, why) in [
      ("2", "may not be told anything"), ("Mr Ahmed", "may not be told anything"),
      ("3", "through the safeguarding lead only"),
      ("7", "has no contact '7'; there are 1 Mrs Ahmed"),
    ] {
      let refused = try office(
        school, "attempt", Self.aisha, "--contact", contact, "--outcome", "no answer")
      #expect(refused.status == 1 && refused.errors.contains(why), "\(refused.errors)")
    }
    #expect(
      try office(school, "absent", "--session", "am").lines[1].contains(",1,\"no answer: Mrs Ahmed")
    )
  }

  @Test func `whoever is handed on stays on the list until confirmed safe (U5)`() throws {
    let school = try school()
    _ = try office(school, "absent", "Barnes", "--hand-on", "the police", at: "10:00")
    func rows(_ now: String) throws -> [String] {
      try school.run(["absent", "--as", "hall", "--format", "csv"], at: now).lines
    }
    #expect(try rows("2026-03-20T10:05")[2].contains("handed on to the police"))
    let later = try rows("2026-03-25T09:00")
    #expect(later.count == 2 && later[1].contains("\(Self.ben),Barnes,Ben,8B,2026-03-20,"))
    _ = try school.run(
      [
        "absent", "Barnes", "--safe", "PC Green", "--words", "at his grandmother's", "--as", "hall",
      ],
      at: "2026-03-25T09:05")
    #expect(try rows("2026-03-25T09:10").count == 1)
  }

  @Test func `every N has a day by which it must be settled (U23)`() throws {
    let school = try school()
    func rows(_ now: String) throws -> [Substring] {
      try school.run(["absent", "--all", "--as", "hall", "--format", "csv"], at: now).lines
        .dropFirst().map { $0.suffix(14) }
    }
    // Easter: 27 March is the last school day before 13 April; the fifth after 20 March.
    #expect(try rows("2026-03-27T09:00") == ["2026-03-27,no", "2026-03-27,no"].map { "," + $0 })
    #expect(
      try rows("2026-04-13T09:00").map { $0.suffix(13) } == [
        "026-03-27,yes", "026-03-27,yes",
      ])
  }

  @Test func `marked in and not here is off the fire list's groups, and at its end (U11)`() throws {
    let school = try school()
    let said = try school.run(
      ["onsite", "--not-here", "Rees", "--words", "not in maths", "--as", "owen"],
      at: "\(Self.day)T10:10")
    #expect(said.status == 0, "\(said.errors)")
    #expect(
      try office(school, "onsite", at: "10:15").lines.last
        == "8B,Rees,Rhys,F820400120004,\"MARKED IN, NOT HERE since 10:10\"")
    _ = try school.run(["onsite", "--seen", "Rees", "--as", "owen"], at: "\(Self.day)T10:20")
    #expect(
      try office(school, "onsite", at: "10:25").lines.last?.hasSuffix("arrived 10:20") == true)
    #expect(try office(school, "history", "F820400120004").lines.count == 2)
  }

  @Test func `a plan prefills, is listed, and is taken back for a reason`() throws {
    let school = try school()
    _ = try office(
      school, "plan", "Rees", "--code", "V", "--from", "2026-03-23:pm", "--words", "museum")
    let listed = try office(school, "plan", "--date", "2026-03-23")
    #expect(
      listed.lines.last
        == "1,F820400120004,2026-03-23,PM,2026-03-23,PM,V,visit,museum,J. Hall")
    let bare = try office(school, "plan", "--withdraw", "1")
    #expect(bare.status == 64)
    _ = try office(school, "plan", "--withdraw", "1", "--words", "the coach broke down")
    #expect(try office(school, "plan", "--date", "2026-03-23").lines.count == 1)
    let day = try office(school, "timeline", "Rees", "--date", "2026-03-23")
    #expect(day.lines.dropFirst().map { $0.hasSuffix(",replaced") } == [true])
  }

  @Test func `a child's day is one list`() throws {
    let school = try school()
    _ = try office(school, "call", Self.aisha, "--words", "ill", "--code", "I", "--caller", "Mrs A")
    _ = try office(school, "arrive", Self.aisha, "--time", "10:40", at: "10:45")
    let kinds = try office(school, "timeline", Self.aisha, at: "11:00").lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[2]
    }
    #expect(kinds == ["mark", "message", "absence", "mark", "arrival"])
  }
}
