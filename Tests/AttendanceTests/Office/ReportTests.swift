import Attendance
import Testing

/// What a parent's message becomes: lines of the day book, a plan, and the N it explains.
@Suite struct ReportTests {
  static let now = moment("09:20")
  static let rules = Register.Rules(codes: TestCodes.book, role: "Office")
  static let message = Message(caller: "Mrs Çelik", relationship: "mother", heard: clock("09:15"))

  static func absence(
    _ code: String?, from: Session = TestSchool.morning, through: Session = TestSchool.afternoon
  ) -> KnownAbsence {
    KnownAbsence(from: from, through: through, code: code, source: .report)
  }

  static func act(_ reports: [Report], under rules: Register.Rules = rules) throws(Refusal) -> Act {
    try Report.act(
      message, saying: "she is ill", about: reports, under: rules, by: TestSchool.office, now: now)
  }

  @Test func `a message becomes one line, and one for each child it is about`() throws {
    let act = try Self.act([
      Report(of: TestSchool.cem.id, absence: Self.absence("I")),
      Report(of: TestSchool.eve.id, absence: nil),
    ])
    #expect(act.kind == .logged && act.marks.isEmpty && act.by == TestSchool.office)
    #expect(
      act.lines.map(\.matter) == [
        .message(Self.message), .absence(Self.absence("I")), .concerns,
      ])
    #expect(act.lines.map(\.pupil) == [nil, TestSchool.cem.id, TestSchool.eve.id])
    #expect(act.lines.map(\.about) == [nil, .ofThisAct(0), .ofThisAct(0)])
    #expect(act.lines[0].words == "she is ill")
  }

  @Test(arguments: TestCodes.since.map(\.text))
  func `only an N is amended, with who told it as the reason`(code: String) throws {
    let standing = TestSchool.standing(TestSchool.cem, code)
    let act = try Self.act([
      Report(of: TestSchool.cem.id, absence: Self.absence("I"), standing: [standing])
    ])
    guard code == "N" else {
      #expect(act.marks.isEmpty && act.kind == .logged)
      return
    }
    #expect(act.kind == .amended)
    #expect(
      act.marks == [
        ProposedMark(
          pupil: TestSchool.cem.id, session: TestSchool.morning, code: "I", basis: .report,
          seen: standing.entry.id, reason: "message from mother: she is ill")
      ])
  }

  @Test func `an N outside the dates that were told stays`() throws {
    let later = Session(TestSchool.wednesday.adding(days: 1), .am)
    let act = try Self.act([
      Report(
        of: TestSchool.cem.id, absence: Self.absence("I", from: later, through: later),
        standing: [TestSchool.standing(TestSchool.cem, "N")])
    ])
    #expect(act.marks.isEmpty)
  }

  @Test func `a code to be decided plans nothing and amends nothing`() throws {
    let act = try Self.act([
      Report(
        of: TestSchool.cem.id, absence: Self.absence(nil),
        standing: [TestSchool.standing(TestSchool.cem, "N")])
    ])
    #expect(act.marks.isEmpty)
  }

  @Test(arguments: [
    ("/", Refusal.presenceForetold("/")), ("L", .presenceForetold("L")),
    ("#", .codeForEveryone("#")), ("Z", .codeBeforeJoining("Z")), ("QQ", .unknownCode("QQ")),
    ("X", .codeNotForAge("X", onlyFor: "pupils outside compulsory school age")),
    ("N", .codeNotReported("N")), ("U", .codeNotReported("U")),
  ])
  func `a code that no absence can have is refused`(code: String, refusal: Refusal) {
    #expect(throws: refusal) {
      try Self.act([Report(of: TestSchool.cem.id, absence: Self.absence(code))])
    }
  }

  @Test func `a code that the role may not use is refused`() {
    let rules = Register.Rules(codes: TestCodes.book, allowed: ["I"], role: "Office")
    #expect(throws: Refusal.codeNotForRole("C", role: "Office")) {
      try Self.act([Report(of: TestSchool.cem.id, absence: Self.absence("C"))], under: rules)
    }
  }

  @Test func `leave that the person may not grant is not entered by way of a message`() throws {
    let rules = Register.Rules(codes: TestCodes.book, grants: ["M"])
    #expect(throws: Refusal.leaveNotGranted("C")) {
      try Self.act([Report(of: TestSchool.cem.id, absence: Self.absence("C"))], under: rules)
    }
    let appointment = Report(of: TestSchool.cem.id, absence: Self.absence("M"))
    #expect(try Self.act([appointment], under: rules).lines.count == 2)
  }

  @Test func `an end before its start is refused, in dates and in times`() {
    #expect(throws: Refusal.endsBeforeItStarts) {
      try Self.act([
        Report(
          of: TestSchool.cem.id,
          absence: Self.absence("I", from: TestSchool.afternoon, through: TestSchool.morning))
      ])
    }
    var dentist = Self.absence("M")
    dentist.out = clock("11:00")
    dentist.back = clock("10:30")
    #expect(throws: Refusal.endsBeforeItStarts) {
      try Self.act([Report(of: TestSchool.cem.id, absence: dentist)])
    }
  }

  @Test func `a message matched later explains the N all the same`() throws {
    let line = DayLine(
      id: DayLine.ID(7), by: TestSchool.office, at: moment("08:20"), pupil: nil,
      date: TestSchool.wednesday, matter: .message(Self.message), words: "she is ill")
    let act = try Report.act(
      linking: line,
      to: [
        Report(
          of: TestSchool.cem.id, absence: Self.absence("I"),
          standing: [TestSchool.standing(TestSchool.cem, "N")])
      ], under: Self.rules, by: TestSchool.office, now: Self.now)
    #expect(act.lines.map(\.about) == [.kept(DayLine.ID(7))])
    #expect(act.marks.map(\.reason) == ["message from mother: she is ill"])
  }
}
