import Attendance
import Testing

/// Who is expected elsewhere, and what follows once the other place has said who is there.
@Suite struct ConfirmingTests {
  private static let trip = AwayList(
    name: "Museum", leader: "owen", from: TestSchool.morning, through: TestSchool.afternoon,
    code: "V", nature: "History")
  private static let pupils = [TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot]
  private static let members = pupils.map { pupil in
    Roll.Member(
      pupil: pupil,
      enrolment: Enrolment(
        id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: day("2025-09-01")),
      particulars: Particulars(
        from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B"))
  }
  private static let now = moment("09:00")

  private static func line(
    _ id: Int64, _ pupil: Pupil? = nil, _ matter: DayLine.Matter, words: String = ""
  ) -> DayLine {
    DayLine(
      id: DayLine.ID(id), by: TestSchool.office, at: moment("08:00"), pupil: pupil?.id,
      date: TestSchool.wednesday, matter: matter, words: words)
  }

  /// A trip of two, one at a college by plan, one shared with another school on Wednesdays.
  private static let lines = [
    line(1, .list(trip)),
    line(
      2, TestSchool.cem,
      .absence(
        KnownAbsence(
          from: TestSchool.morning, through: TestSchool.afternoon, code: "B", source: .visit)),
      words: "Riverside College"),
    line(
      3, TestSchool.dot,
      .timetable(
        Timetable(
          .shared, from: day("2025-09-01"), until: day("2025-12-19"),
          slots: [Timetable.Slot(.wednesday, .am)], school: "Hill School"))),
  ]

  private static func line(_ id: Int64, _ matter: DayLine.Matter) -> DayLine {
    line(id, nil, matter)
  }

  private static func expected(
    _ more: [DayLine] = [], at session: Session = TestSchool.morning,
    marks: [Pupil.ID: String] = [:]
  ) -> [ExpectedElsewhere] {
    ExpectedElsewhere.among(
      ["Museum": Array(members.prefix(2)), "8B": Array(members.suffix(2))], at: session,
      DayBook(lines + more), codes: TestCodes.book
    ) { marks[$0] ?? "" }
  }

  private static func word(_ id: Int64, _ pupil: Pupil, _ isThere: Bool) -> DayLine {
    line(
      id, pupil, .elsewhere(Elsewhere(at: TestSchool.morning, isThere: isThere, by: "Mr Owen")))
  }

  @Test func `lists, plans and shared timetables say who is expected where`() {
    #expect(
      Self.expected().map { "\($0.member.pupil.name.surname) \($0.place) \($0.code) \($0.state)" }
        == [
          "Dow Hill School D expected", "Abbott Museum V expected", "Brown Museum V expected",
          "Çelik Riverside College B expected",
        ])
    #expect(
      Self.expected(at: TestSchool.afternoon).map(\.place) == [
        "Museum", "Museum", "Riverside College",
      ])
  }

  @Test func `a word confirms or misses, the last one counts, and taking the register confirms`() {
    let states = Self.expected(
      [
        Self.word(10, TestSchool.ada, false), Self.word(11, TestSchool.ada, true),
        Self.word(12, TestSchool.dot, false),
      ], marks: [TestSchool.ben.id: "V", TestSchool.cem.id: "B"]
    ).map(\.state)
    // The mark of a plan in the form's register is the tutor's, not the college's.
    #expect(states == ["not there", "confirmed", "confirmed", "expected"])
  }

  private static func confirm(
    _ expected: [ExpectedElsewhere], notThere: Set<Pupil.ID> = [],
    standing: [Pupil.ID: Entry] = [:], taken: Set<String> = []
  ) -> Confirming {
    Confirming(
      expected, notThere: notThere, at: TestSchool.morning, says: "Mr Owen", standing: standing,
      taken: taken, by: TestSchool.office, now: now)
  }

  private static func entry(_ pupil: Pupil, _ code: String) -> Entry {
    Entry(
      id: Entry.ID(50 + pupil.id.number), submission: Submission.ID(1), pupil: pupil.id,
      session: TestSchool.morning, code: code)
  }

  @Test func `one aboard and one not takes the list's register, and the other is back`() {
    let trip = Self.expected().filter { $0.place == "Museum" }
    let confirming = Self.confirm(trip, notThere: [TestSchool.ben.id])
    func said(_ pupil: Pupil, _ isThere: Bool) -> ProposedLine {
      ProposedLine(
        pupil: pupil.id, date: TestSchool.wednesday, about: .kept(DayLine.ID(1)),
        matter: .elsewhere(Elsewhere(at: TestSchool.morning, isThere: isThere, by: "Mr Owen")))
    }
    #expect(
      confirming.act
        == Act(
          kind: .taken, by: TestSchool.office, at: Self.now,
          observer: Observation(by: "Mr Owen", at: Self.now),
          register: RegisterKey("Museum", at: TestSchool.morning),
          marks: [
            ProposedMark(
              pupil: TestSchool.ada.id, session: TestSchool.morning, code: "V", note: "History",
              how: .planned, basis: .plan)
          ], lines: [said(TestSchool.ada, true), said(TestSchool.ben, false)]))
    #expect(confirming.back == [TestSchool.ben.id])
  }

  @Test func `a mark of the list is taken back from whoever was not there after all`() {
    let trip = Self.expected().filter { $0.place == "Museum" }
    let v = Self.entry(TestSchool.ada, "V")
    let confirming = Self.confirm(
      trip, notThere: [TestSchool.ada.id], standing: [TestSchool.ada.id: v], taken: ["Museum"])
    #expect(confirming.act.kind == .amended && confirming.act.register == nil)
    #expect(
      confirming.act.marks.first
        == .blank(
          TestSchool.ada.id, at: TestSchool.morning, seen: v.id, reason: "not there, says Mr Owen"))
  }

  @Test(arguments: ["", "B", "/", "I"])
  func `missed by a provider a pupil is N, unless another mark already says more`(mark: String) {
    let college = Self.expected().filter { $0.place == "Riverside College" }
    let entry = mark.isEmpty ? nil : Self.entry(TestSchool.cem, mark)
    let confirming = Self.confirm(
      college, notThere: [TestSchool.cem.id],
      standing: entry.map { [TestSchool.cem.id: $0] } ?? [:])
    let isMarked = mark.isEmpty || mark == "B"
    #expect(confirming.act.marks.map(\.code) == (isMarked ? ["N"] : []))
    #expect(confirming.act.marks.first?.seen == (isMarked ? entry?.id : nil))
    #expect(confirming.back.isEmpty)
  }

  @Test func `absent at the other school keeps D, and only the word is kept`() {
    let school = Self.expected().filter { $0.place == "Hill School" }
    let confirming = Self.confirm(
      school, notThere: [TestSchool.dot.id],
      standing: [TestSchool.dot.id: Self.entry(TestSchool.dot, "D")])
    #expect(confirming.act.marks.isEmpty && confirming.act.kind == .logged)
    #expect(confirming.act.lines.count == 1)
  }

  @Test func `an ended list expects nobody`() {
    let ended = DayLine(
      id: DayLine.ID(20), by: TestSchool.office, at: Self.now, pupil: nil,
      date: TestSchool.wednesday, about: DayLine.ID(1), matter: .done)
    #expect(Self.expected([ended]).map(\.place) == ["Hill School", "Riverside College"])
    let word = DayLine(
      id: DayLine.ID(10), by: TestSchool.office, at: Self.now, pupil: TestSchool.ada.id,
      date: TestSchool.wednesday, about: DayLine.ID(1),
      matter: .elsewhere(Elsewhere(at: TestSchool.morning, isThere: true, by: "Mr Owen")))
    #expect(DayBook(Self.lines + [word]).elsewhere(at: TestSchool.morning).count == 1)
    #expect(DayBook(Self.lines + [word, ended]).elsewhere(at: TestSchool.morning).isEmpty)
  }
}
