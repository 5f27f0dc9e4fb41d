import Attendance
import Testing

@Suite struct RegisterSubmittingTests {
  static let now = moment("08:52")

  static func marks(_ act: Act) -> [String] {
    act.marks.map { "\($0.pupil.number) \($0.code) \($0.how) \($0.basis)" }
  }

  @Test func `submitting names the blanks, and N for them only when asked`() throws {
    let register = RegisterTests.five()
    #expect(throws: Refusal.stillBlank(rows: [1, 2, 5])) {
      try register.act(by: TestSchool.tutor, now: Self.now)
    }
    let act = try register.act(by: TestSchool.tutor, now: Self.now, blanksAsN: true)
    #expect(
      Self.marks(act) == [
        "1 N filled unexplained", "2 N filled unexplained", "3 I planned report",
        "5 N filled unexplained",
      ])
    #expect(act.kind == .taken && act.by == TestSchool.tutor && act.at == Self.now)
    #expect(act.register == RegisterKey("8B", at: TestSchool.morning))
    #expect(act.marks.allSatisfy { $0.session == TestSchool.morning })
  }

  @Test func `an act keeps each mark as it was typed`() throws {
    var register = RegisterTests.five()
    _ = try register.mark(0, "L", now: moment("08:55"))
    _ = try register.annotate(0, minutes: 7, note: "bus", now: moment("08:55"))
    _ = try register.mark(1, "B", now: moment("08:55"))
    _ = try register.mark(4, "N", now: moment("08:55"))
    let seen = Observation(by: "Ms Kay", at: moment("08:50"))
    let act = try register.act(by: TestSchool.office, now: moment("09:00"), observer: seen)
    func mark(
      _ pupil: Pupil, _ code: String, _ basis: Precedence.Basis, minutes: Int? = nil,
      note: String? = nil, how: Entry.How = .marked
    ) -> ProposedMark {
      ProposedMark(
        pupil: pupil.id, session: TestSchool.morning, code: code, minutes: minutes, note: note,
        how: how, basis: basis)
    }
    #expect(
      act
        == Act(
          kind: .taken, by: TestSchool.office, at: moment("09:00"), observer: seen,
          register: RegisterKey("8B", at: TestSchool.morning),
          marks: [
            mark(TestSchool.ada, "L", .seen, minutes: 7, note: "bus"),
            mark(TestSchool.ben, "B", .plan),
            mark(TestSchool.cem, "I", .report, how: .planned),
            mark(TestSchool.eve, "N", .unexplained),
          ]))
  }

  @Test(arguments: Plan.Source.allCases)
  func `a planned absence is submitted as planned, noted or not`(source: Plan.Source) throws {
    let plan = TestSchool.plan(TestSchool.cem, "C", source: source)
    var register = TestSchool.register([TestSchool.row(TestSchool.cem, plan: plan)])
    let basis = source == .report ? "report" : "plan"
    let before = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(Self.marks(before) == ["3 C planned \(basis)"])
    _ = try register.annotate(0, minutes: nil, note: "back on Friday", now: Self.now)
    let after = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(Self.marks(after) == ["3 C planned \(basis)"])
    #expect(after.marks.map(\.note) == ["back on Friday"])
  }

  @Test func `one key marks a child who is in after all`() throws {
    var register = TestSchool.register([
      TestSchool.row(TestSchool.cem, plan: TestSchool.plan(TestSchool.cem, "I"))
    ])
    _ = try register.mark(0, "/", now: moment("08:41"))
    #expect(
      Self.marks(try register.act(by: TestSchool.tutor, now: Self.now)) == [
        "3 I planned report", "3 / marked seen",
      ])
    #expect(register.expectedAbsent.isEmpty)
    #expect(register.prospect(at: 0) == .stands)
  }

  @Test func `a plan cleared to a blank must be marked or submitted as N`() throws {
    var register = TestSchool.register([
      TestSchool.row(TestSchool.cem, plan: TestSchool.plan(TestSchool.cem, "I"))
    ])
    _ = register.clear(0, now: moment("08:41"))
    #expect(throws: Refusal.stillBlank(rows: [1])) {
      try register.act(by: TestSchool.tutor, now: Self.now)
    }
    let act = try register.act(by: TestSchool.tutor, now: Self.now, blanksAsN: true)
    #expect(Self.marks(act) == ["3 I planned report", "3 N filled unexplained"])
  }

  @Test(arguments: [
    ("N", Plan.Source.report, Register.Prospect.beside), ("N", .leave, .beside),
    ("I", .leave, .beside), ("O", .report, .stands), ("/", .leave, .stands),
    ("L", .report, .stands),
  ])
  func `a plan is kept with the mark that differs from it, and the stronger stands (U9)`(
    code: String, source: Plan.Source, prospect: Register.Prospect
  ) throws {
    let plan = TestSchool.plan(TestSchool.cem, "C", source: source)
    var register = TestSchool.register([TestSchool.row(TestSchool.cem, plan: plan)])
    _ = try register.mark(0, code, now: moment("08:41"))
    #expect(register.prospect(at: 0) == prospect)
    let act = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(act.marks.map(\.code) == ["C", code])
    #expect(act.marks.map(\.how) == [.planned, .marked])
    #expect(
      act.marks.map(\.reason) == ["", prospect == .beside ? "planned C stands" : "planned C"])
    var ledger = TwoDesksTests.Ledger()
    ledger.keep(act)
    #expect(ledger.standing[TestSchool.cem.id]?.code == (prospect == .beside ? "C" : code))
    #expect(ledger.kept.count == 2)
  }

  @Test func `what a list expects gives way to whoever takes its register, and has its nature`()
    throws
  {
    let plan = TestSchool.plan(TestSchool.cem, "B", source: .list, note: "Sailing")
    var register = TestSchool.register([
      TestSchool.row(TestSchool.cem, plan: plan), TestSchool.row(TestSchool.eve, plan: plan),
    ])
    _ = try register.mark(1, "N", now: moment("08:41"))
    #expect(register.prospect(at: 1) == .stands)
    let act = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(Self.marks(act) == ["3 B planned plan", "5 N marked unexplained"])
    #expect(act.marks.map(\.note) == ["Sailing", nil])
  }

  @Test func `a plan that the tutor confirms is one mark and no weaker`() throws {
    let plan = TestSchool.plan(TestSchool.cem, "C", source: .leave)
    var register = TestSchool.register([TestSchool.row(TestSchool.cem, plan: plan)])
    _ = try register.mark(0, "C", now: moment("08:41"))
    #expect(
      Self.marks(try register.act(by: TestSchool.tutor, now: Self.now)) == ["3 C marked plan"])
  }

  @Test func `a mark typed again as it stands is no change to send`() throws {
    var register = TestSchool.register(
      [
        TestSchool.row(TestSchool.ada, standing: TestSchool.standing(TestSchool.ada, "/")),
        TestSchool.row(TestSchool.ben, standing: TestSchool.standing(TestSchool.ben, "N")),
      ], taken: TestSchool.taken)
    _ = try register.mark(0, "/", now: moment("08:50"))
    #expect(register.changesToSend == 0)
    _ = try register.mark(1, "/", now: moment("08:50"))
    #expect(register.changesToSend == 1)
  }

  @Test func `an amendment carries the entry it saw and its reason`() throws {
    var register = RegisterTests.five(taken: TestSchool.taken)
    _ = try register.mark(3, "I", now: moment("09:30"), reason: "mother rang")
    let act = try register.act(by: TestSchool.office, now: moment("09:31"))
    #expect(act.kind == .amended)
    #expect(
      act.marks == [
        ProposedMark(
          pupil: TestSchool.cem.id, session: TestSchool.morning, code: "I", how: .planned,
          basis: .report),
        ProposedMark(
          pupil: TestSchool.dot.id, session: TestSchool.morning, code: "I", how: .marked,
          basis: .report, seen: Entry.ID(100), reason: "mother rang"),
      ])
  }

  /// Two desks at once: the late desk's L came between the tutor's key and the submission.
  @Test func `a mark typed before an entry was made had not seen it`() throws {
    var register = TestSchool.register([TestSchool.row(TestSchool.ada)])
    _ = try register.mark(0, "/", now: moment("08:41"))
    register.rows[0].standing = TestSchool.standing(
      TestSchool.ada, "L", minutes: 2, how: .arrival, at: "08:53", by: TestSchool.office)
    #expect(
      try register.act(by: TestSchool.tutor, now: Self.now).marks.map(\.seen) == [nil])
    _ = try register.mark(0, "/", now: moment("08:54"), reason: "was here all along")
    #expect(
      try register.act(by: TestSchool.tutor, now: Self.now).marks.map(\.seen) == [Entry.ID(100)])
  }

  @Test func `what is on record already is taken without a mark of its own`() throws {
    let standing = TestSchool.row(
      TestSchool.ada, standing: TestSchool.standing(TestSchool.ada, "/"))
    let register = TestSchool.register([standing])
    let act = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(act.kind == .taken && act.marks.isEmpty)
    #expect(throws: Refusal.nothingToSubmit) {
      try TestSchool.register([standing], taken: TestSchool.taken)
        .act(by: TestSchool.tutor, now: Self.now)
    }
    #expect(throws: Refusal.nothingToSubmit) {
      try TestSchool.register([]).act(by: TestSchool.tutor, now: Self.now)
    }
  }

  /// A pupil who joins after the register was taken does not block an amendment.
  @Test func `a newcomer's blank blocks the first submission only`() throws {
    var register = RegisterTests.five(taken: TestSchool.taken)
    _ = try register.mark(3, "/", now: moment("08:50"))
    let act = try register.act(by: TestSchool.tutor, now: Self.now)
    #expect(Self.marks(act) == ["3 I planned report", "4 / marked seen"])
  }

  @Test func `once submitted the draft and its steps are forgotten`() throws {
    var register = RegisterTests.five()
    _ = try register.fill(now: Self.now)
    register.forgetDraft()
    #expect(register.draft.isEmpty && !register.canUndo && !register.canRedo)
    #expect(register.undo() == [] && register.redo() == [])
  }
}
