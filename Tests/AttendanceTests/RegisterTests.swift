import Attendance
import Testing

/// What a register shows, and what each key does to it.
@Suite struct RegisterTests {
  /// The codes of the rows in order, `.` for a blank.
  static func codes(_ register: Register) -> String {
    register.rows.indices.map { register.code(at: $0).isEmpty ? "." : register.code(at: $0) }
      .joined(separator: " ")
  }

  /// Ada and Ben blank, Cem expected absent, Dot on record as N, Eve absent the session before.
  static func five(
    allowed: Set<String>? = nil, taken: Submission? = nil, mayFill: Bool = true
  ) -> Register {
    TestSchool.register(
      [
        TestSchool.row(TestSchool.ada), TestSchool.row(TestSchool.ben),
        TestSchool.row(TestSchool.cem, plan: TestSchool.plan(TestSchool.cem, "I")),
        TestSchool.row(TestSchool.dot, standing: TestSchool.standing(TestSchool.dot, "N")),
        TestSchool.row(TestSchool.eve, heed: .absentBefore(code: "N")),
      ].reversed(), allowed: allowed, mayFill: mayFill, taken: taken)
  }

  static let now = moment("08:41")

  @Test func `a register shows the draft, else what is on record, else the plan`() {
    // Çelik stands before Dow, whatever order the rows came in.
    let register = Self.five()
    #expect(register.rows.map(\.pupil.name.knownAs) == ["Ada", "Ben", "Cem", "Dot", "Eve"])
    #expect(Self.codes(register) == ". . I N .")
    #expect(register.blankNumbers == [1, 2, 5])
    #expect(register.counts == (blank: 3, present: 0, other: 2))
    #expect(register.expectedAbsent == [TestSchool.cem])
    #expect(register.unexplained == [3])
    #expect(
      register.rows.indices.map { register.isPlanned(at: $0) } == [
        false, false, true, false, false,
      ])
  }

  @Test(arguments: ["/", "\\", " "])
  func `any present key marks the present code of this half of the day`(typed: String) throws {
    for (session, code) in [(TestSchool.morning, "/"), (TestSchool.afternoon, "\\")] {
      var register = TestSchool.register([TestSchool.row(TestSchool.ada)], at: session)
      let changes = try register.mark(0, typed, now: Self.now)
      #expect(
        changes == [
          Draft.Change(TestSchool.ada.id, to: Draft.Mark(code: code, at: Self.now))
        ])
      #expect(register.code(at: 0) == code && register.isDraft(at: 0))
    }
  }

  /// `L` in every phase: minutes from when arriving is late, and only while the register is open.
  @Test(arguments: [
    ("08:30", nil), ("08:49", nil), ("08:50", nil), ("08:51", 1), ("09:09", 19), ("09:10", nil),
    ("12:30", nil), ("2025-09-11T08:55", nil), ("2025-09-09T08:55", nil),
  ])
  func `late takes its minutes from the clock while the register is open`(
    time: String, minutes: Int?
  ) throws {
    var register = Self.five()
    let changes = try register.mark(0, "l", now: moment(time))
    #expect(changes.map(\.mark?.code) == ["L"])
    #expect(register.minutes(at: 0) == minutes)
  }

  @Test func `marking the same code again changes neither minutes nor note`() throws {
    var register = Self.five()
    _ = try register.mark(0, "L", now: moment("08:55"))
    _ = try register.annotate(0, minutes: 3, note: "bus", now: moment("08:56"))
    _ = try register.mark(0, "L", now: moment("09:05"))
    #expect(register.minutes(at: 0) == 3 && register.note(at: 0) == "bus")
    _ = try register.mark(0, "/", now: moment("09:06"))
    #expect(register.minutes(at: 0) == nil && register.note(at: 0) == "bus")
  }

  @Test func `marking what is on record again amends nothing`() throws {
    var register = TestSchool.register(
      [
        TestSchool.row(
          TestSchool.ada, standing: TestSchool.standing(TestSchool.ada, "L", minutes: 4)),
        TestSchool.row(
          TestSchool.ben, standing: TestSchool.standing(TestSchool.ben, "U", minutes: 40)),
      ], taken: TestSchool.taken)
    _ = try register.mark(0, "L", now: moment("09:05"))
    _ = try register.mark(1, "U", now: moment("09:05"))
    #expect(register.minutes(at: 0) == 4 && register.minutes(at: 1) == 40)
    #expect(throws: Refusal.nothingToSubmit) {
      try register.act(by: TestSchool.tutor, now: moment("09:06"))
    }
  }

  @Test func `a second mark needs a reason, but for a child who has come while it is open`() throws
  {
    var register = Self.five(taken: TestSchool.taken)
    let refusal = Refusal.amendmentWithoutReason(name: "Dow, Dot")
    #expect(throws: refusal) { try register.mark(3, "I", now: Self.now) }
    #expect(throws: refusal) { try register.mark(3, "/", now: moment("09:10")) }
    #expect(throws: refusal) { try register.mark(3, "L", now: moment("2025-09-11T08:41")) }
    #expect(register.draft.isEmpty && !register.canUndo)
    _ = try register.mark(3, "N", now: Self.now)
    _ = try register.mark(3, "/", now: Self.now)
    _ = try register.mark(3, "I", now: Self.now, reason: "mother rang")
    #expect(register.draft[TestSchool.dot.id]?.reason == "mother rang")
  }

  @Test(arguments: [
    ("ZZ", Refusal.unknownCode("ZZ")), ("", .unknownCode("")),
    ("H", .codeNotInForce("H", on: TestSchool.wednesday, successors: ["C"])),
    ("X", .codeNotForAge("X", onlyFor: "pupils outside compulsory school age")),
    ("I", .codeNotForRole("I", role: "Form tutor")),
  ])
  func `a code that may not stand there is refused and nothing changes`(
    typed: String, refusal: Refusal
  ) {
    var register = Self.five(allowed: ["/", "\\", "L", "N"])
    #expect(throws: refusal) { try register.mark(0, typed, now: Self.now) }
    #expect(register.draft.isEmpty && !register.canUndo)
  }

  @Test func `clearing takes back a mark, and a plan becomes a blank to be marked`() throws {
    var register = Self.five()
    _ = try register.mark(0, "/", now: Self.now)
    #expect(register.clear(0, now: Self.now) == [Draft.Change(TestSchool.ada.id, to: nil)])
    #expect(register.clear(0, now: Self.now) == [])
    #expect(register.clear(2, now: Self.now).map(\.mark?.code) == [""])
    #expect(register.clear(2, now: Self.now) == [])
    #expect(Self.codes(register) == ". . . N .")
    #expect(!register.isPlanned(at: 2) && register.expectedAbsent.isEmpty)
  }

  @Test func `clearing never touches what is on record`() throws {
    var register = Self.five(taken: TestSchool.taken)
    #expect(register.clear(3, now: Self.now) == [])
    _ = try register.mark(3, "/", now: Self.now)
    #expect(register.clear(3, now: Self.now) == [Draft.Change(TestSchool.dot.id, to: nil)])
    #expect(register.code(at: 3) == "N")
  }

  @Test func `undo and redo leave alone what another desk has marked since`() throws {
    var register = Self.five()
    _ = try register.mark(0, "/", now: Self.now)
    let theirs = Draft.Mark(code: "L", minutes: 2, at: moment("08:52"))
    register.adopt(Draft([Draft.Change(TestSchool.ada.id, to: theirs)]))
    #expect(register.undo() == [] && register.draft[TestSchool.ada.id] == theirs)
    #expect(register.redo() == [] && register.draft[TestSchool.ada.id] == theirs)
  }

  @Test func `a child planned away who has come needs no reason while it is open`() throws {
    let planned = TestSchool.standing(TestSchool.cem, "I", how: .planned)
    var register = TestSchool.register(
      [TestSchool.row(TestSchool.cem, standing: planned)], taken: TestSchool.taken)
    let refusal = Refusal.amendmentWithoutReason(name: "Çelik, Cem")
    #expect(throws: refusal) { try register.mark(0, "M", now: Self.now) }
    #expect(throws: refusal) { try register.mark(0, "/", now: moment("09:10")) }
    #expect(try register.mark(0, "/", now: Self.now).map(\.mark?.seen) == [Entry.ID(100)])
  }

  @Test(arguments: [-1, 601])
  func `minutes beyond 0 to 600 are refused`(minutes: Int) throws {
    var register = Self.five()
    _ = try register.mark(0, "L", now: Self.now)
    #expect(throws: Refusal.minutesOutOfRange(minutes)) {
      try register.annotate(0, minutes: minutes, note: nil, now: Self.now)
    }
    for minutes in [0, 20] {
      _ = try register.annotate(0, minutes: minutes, note: "", now: Self.now)
      #expect(register.minutes(at: 0) == minutes && register.note(at: 0) == nil)
    }
  }

  @Test func `L becomes U by when the pupil came, and L again where the time is corrected (U10)`()
    throws
  {
    var register = Self.five(allowed: ["/", "\\", "L", "N"])
    let closing = TestSchool.window.minutesLate(at: TestSchool.window.closes)
    _ = try register.mark(0, "L", now: Self.now)
    var codes: [String] = []
    for minutes in [closing - 1, closing, closing + 20, 5, closing, nil] {
      _ = try register.annotate(0, minutes: minutes, note: nil, now: Self.now)
      codes.append(register.code(at: 0))
    }
    #expect(codes == ["L", "U", "U", "L", "U", "L"])
  }

  @Test func `a U by arrival is sent by a tutor who has no U to type, and one by hand is not`()
    throws
  {
    var register = Self.five(allowed: ["/", "\\", "L", "N"])
    let closing = TestSchool.window.minutesLate(at: TestSchool.window.closes)
    _ = try register.mark(0, "L", now: Self.now)
    _ = try register.annotate(0, minutes: closing + 10, note: nil, now: Self.now)
    let act = try register.act(by: TestSchool.tutor, now: Self.now, blanksAsN: true)
    #expect(act.marks.first?.code == "U" && act.marks.first?.minutes == closing + 10)
    #expect(throws: Refusal.codeNotForRole("U", role: "Form tutor")) {
      try register.mark(1, "U", now: Self.now)
    }
  }

  @Test func `an arrival after the session's end does not alter the session`() throws {
    var register = Self.five()
    _ = try register.mark(0, "L", now: Self.now)
    #expect(throws: Refusal.arrivalAfterSession(ends: TestSchool.window.ends)) {
      try register.annotate(0, minutes: 600, note: nil, now: Self.now)
    }
    #expect(register.code(at: 0) == "L" && register.minutes(at: 0) != 600)
  }

  @Test func `a note beside a blank is not kept, and one beside a plan leaves it planned`() throws {
    var register = Self.five()
    #expect(try register.annotate(0, minutes: nil, note: "where?", now: Self.now) == [])
    _ = try register.annotate(2, minutes: nil, note: "back on Friday", now: Self.now)
    #expect(register.draft[TestSchool.cem.id]?.how == .planned)
  }

  @Test func `the summary counts a child taught elsewhere as neither present nor absent`() throws {
    var register = TestSchool.register(
      [
        TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot, TestSchool.eve,
        TestSchool.fay,
      ].map { TestSchool.row($0) })
    for (row, code) in ["/", "L", "I", "B", "D"].enumerated() {
      _ = try register.mark(row, code, now: Self.now)
    }
    #expect(register.summary == "1 present, 1 late, 1 absent, 2 elsewhere")
    _ = try register.mark(3, "N", now: Self.now)
    _ = try register.mark(4, "/", now: Self.now)
    #expect(register.summary == "2 present, 1 late, 2 absent")
  }
}
