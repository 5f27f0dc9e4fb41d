import Attendance
import Testing

/// The one act that three answers come to.
@Suite struct ClosingTests {
  private static let now = moment("09:00")
  private static let year8 = yearGroup("8")
  private static let year9 = yearGroup("9")

  private static func member(
    _ pupil: Pupil, _ group: String = "8B", year: YearGroup = year8, campus: String = "Abbey"
  ) -> Roll.Member {
    Roll.Member(
      pupil: pupil,
      enrolment: Enrolment(
        id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: day("2025-09-01")),
      particulars: Particulars(
        from: day("2025-09-01"), yearGroup: year, group: group, campus: campus))
  }

  private static let ada = member(TestSchool.ada)
  private static let ben = member(TestSchool.ben)
  private static let cem = member(TestSchool.cem, "9A", year: year9, campus: "Highfields")
  private static let due = ["8B": [ada, ben], "9A": [cem]]

  private static func entry(
    _ pupil: Pupil, _ code: String, how: Entry.How = .marked, at session: Session
  ) -> Entry {
    Entry(
      id: Entry.ID(7), submission: Submission.ID(1), pupil: pupil.id, session: session, code: code,
      how: how)
  }

  private static func close(
    _ extent: ClosureAnswers.Extent = .nobody, _ scope: ClosureScope = ClosureScope(),
    from: Session = TestSchool.morning, through: Session = TestSchool.afternoon,
    reason: String = "snow", decided: Instant? = nil,
    sessions: [ClosureSession] = [
      ClosureSession(TestSchool.morning, due: due), ClosureSession(TestSchool.afternoon, due: due),
    ]
  ) throws(ClosureRefusal) -> Closing {
    try Closing(
      ClosureAnswers(
        extent, scope: scope, from: from, through: through, reason: reason, decided: decided),
      sessions, codes: TestCodes.book, by: TestSchool.office, now: now)
  }

  private func marks(_ closing: Closing) -> [String] {
    closing.act.marks.map { mark in
      "\(mark.pupil.number) \(mark.session.half.rawValue) \(mark.code)"
    }
  }

  @Test func `snow at 07:10, entered at 09:00, is one act that says both`() throws {
    let closing = try Self.close(decided: moment("07:10"))
    let mark = { (pupil: Pupil, session: Session) in
      ProposedMark(
        pupil: pupil.id, session: session, code: "Y4", how: .planned, basis: .plan,
        reason: "closed: snow")
    }
    let both = [TestSchool.morning, TestSchool.afternoon]
    #expect(
      closing.act
        == Act(
          kind: .planned, by: TestSchool.office, at: Self.now,
          observer: Observation(by: "Ms Hall", at: moment("07:10")), detail: "closure",
          marks: both.flatMap { session in
            [TestSchool.ada, TestSchool.ben, TestSchool.cem].map { mark($0, session) }
          },
          lines: [
            ProposedLine(
              pupil: nil, date: TestSchool.wednesday,
              matter: .closure(
                ClosedSessions(
                  from: both[0], through: both[1], code: "Y4", decided: moment("07:10"))),
              words: "snow")
          ]))
    #expect(closing.pupils.count == 3 && closing.registers.count == 4)
    #expect(closing.calendar.isEmpty)
  }

  @Test
  func `marks of a registered session stand, and the afternoon is Y4 for all, plans included`()
    throws
  {
    let closing = try Self.close(
      .nobody,
      sessions: [
        ClosureSession(
          TestSchool.morning, due: Self.due, taken: ["8B"],
          standing: [
            TestSchool.ada.id: Self.entry(TestSchool.ada, "/", at: TestSchool.morning),
            TestSchool.ben.id: Self.entry(
              TestSchool.ben, "I", how: .planned, at: TestSchool.morning),
          ]),
        ClosureSession(
          TestSchool.afternoon, due: Self.due, expected: [TestSchool.ben.id: "I"]),
      ])
    #expect(marks(closing) == ["3 AM Y4", "1 PM Y4", "2 PM Y4", "3 PM Y4"])
    #expect(closing.standing.map(\.code) == ["/", "I"])
    #expect(closing.overridden.map(\.pupil) == [TestSchool.ben.id])
    #expect(
      closing.registers == [
        RegisterKey("9A", at: TestSchool.morning), RegisterKey("8B", at: TestSchool.afternoon),
        RegisterKey("9A", at: TestSchool.afternoon),
      ])
  }

  @Test(arguments: [
    (ClosureScope(campus: "Abbey"), ["1 AM Y3", "2 AM Y3"]),
    (ClosureScope(years: [year9]), ["3 AM Y3"]),
    (ClosureScope(groups: ["8B"]), ["1 AM Y3", "2 AM Y3"]),
    (ClosureScope(pupils: [TestSchool.ben.id]), ["2 AM Y3"]),
    (ClosureScope(campus: "Abbey", pupils: [TestSchool.ben.id]), ["2 AM Y3"]),
    (ClosureScope(years: [year8, year9]), ["1 AM Y3", "2 AM Y3", "3 AM Y3"]),
  ])
  func `where a part was open, Y3 is for those alone who could not be accommodated`(
    scope: ClosureScope, expected: [String]
  ) throws {
    let closing = try Self.close(.some, scope, through: TestSchool.morning)
    #expect(marks(closing) == expected)
    #expect(closing.accommodated == 3 - expected.count)
  }

  @Test func `where a part was open, a plan of their own stands and is named`() throws {
    let closing = try Self.close(
      .some, ClosureScope(groups: ["8B"]), through: TestSchool.morning,
      sessions: [
        ClosureSession(
          TestSchool.morning, due: Self.due, expected: [TestSchool.ada.id: "V"])
      ])
    #expect(marks(closing) == ["2 AM Y3"])
    #expect(closing.leftOut.map(\.code) == ["V"])
    #expect(closing.overridden.isEmpty)
  }

  @Test func `what was a part at eight and the whole at nine is Y4 for everybody`() throws {
    let earlier = Self.entry(TestSchool.ada, "Y3", how: .planned, at: TestSchool.morning)
    let closing = try Self.close(
      .nobody, through: TestSchool.morning,
      sessions: [
        ClosureSession(TestSchool.morning, due: Self.due, standing: [TestSchool.ada.id: earlier])
      ])
    #expect(marks(closing) == ["1 AM Y4", "2 AM Y4", "3 AM Y4"])
    #expect(closing.act.marks[0].seen == earlier.id)
  }

  @Test func `planned ahead, whole years go into the calendar and nobody is marked`() throws {
    let (friday, monday) = (am("2025-09-12"), pm("2025-09-15"))
    let closing = try Self.close(
      .planned, ClosureScope(years: [Self.year9]), from: Session(friday.date, .pm),
      through: monday, reason: "polling station",
      sessions: [
        ClosureSession(Session(friday.date, .pm), due: Self.due),
        ClosureSession(am("2025-09-15"), due: Self.due), ClosureSession(monday, due: Self.due),
      ])
    #expect(closing.act.marks.isEmpty)
    let days = ["2025-09-12", "2025-09-15"].map(day)
    #expect(
      closing.calendar
        == days.enumerated().map { index, date in
          Closure(
            date: date, reason: "polling station", half: index == 0 ? .pm : nil,
            yearGroups: [Self.year9])
        })
    #expect(closing.pupils == [TestSchool.cem.id])
  }

  private static var refusals: [(ClosureRefusal, () throws(ClosureRefusal) -> Closing)] {
    [
      (.noReason, { () throws(ClosureRefusal) in try close(reason: " ") }),
      (
        .endsBeforeItStarts,
        { () throws(ClosureRefusal) in
          try close(from: TestSchool.afternoon, through: TestSchool.morning)
        }
      ),
      (.tooLong, { () throws(ClosureRefusal) in try close(through: pm("2025-09-24")) }),
      (.nobodyNamed, { () throws(ClosureRefusal) in try close(.some) }),
      (
        .namedForAll,
        { () throws(ClosureRefusal) in try close(.nobody, ClosureScope(campus: "Abbey")) }
      ),
      (.plannedTooLate, { () throws(ClosureRefusal) in try close(.planned) }),
      (
        .plannedForPart,
        { () throws(ClosureRefusal) in
          try close(
            .planned, ClosureScope(campus: "Abbey"), from: am("2025-09-11"),
            through: pm("2025-09-11"))
        }
      ),
      (.decidedLater, { () throws(ClosureRefusal) in try close(decided: moment("09:01")) }),
      (.nobodyDue, { () throws(ClosureRefusal) in try close(sessions: []) }),
      (
        .nothingToClose,
        { () throws(ClosureRefusal) in
          try close(
            .some, ClosureScope(pupils: [TestSchool.ada.id]),
            sessions: [
              ClosureSession(
                TestSchool.morning, due: due,
                standing: [
                  TestSchool.ada.id: entry(TestSchool.ada, "L", at: TestSchool.morning)
                ])
            ])
        }
      ),
      (
        .code(.codeNotInForce("Y4", on: day("2024-06-10"), successors: [])),
        { () throws(ClosureRefusal) in
          try close(from: am("2024-06-10"), through: pm("2024-06-10"))
        }
      ),
    ]
  }

  @Test(arguments: 0..<11)
  func `what cannot be is refused in words`(index: Int) {
    let (refusal, close) = Self.refusals[index]
    #expect(throws: refusal) { try close() }
    #expect(refusal.description.contains(";") || refusal == .endsBeforeItStarts)
  }

  /// Every world of one pupil at one session: what stands, whether the register is taken, what is
  /// planned, and how the question was answered.
  @Test(arguments: ClosureAnswers.Extent.allCases.filter { $0 != .planned }, [false, true])
  func `in every world of one pupil the mark follows from what stands`(
    extent: ClosureAnswers.Extent, isTaken: Bool
  ) {
    for standing in [nil, "/", "I planned", "Y3 planned", "Y4 planned"] {
      for plan in [nil, "V"] {
        let words = standing?.split(separator: " ").map(String.init)
        let entry = words.map {
          Self.entry(
            TestSchool.ada, $0[0], how: $0.count > 1 ? .planned : .marked, at: TestSchool.morning)
        }
        let facts = ClosureSession(
          TestSchool.morning, due: ["8B": [Self.ada]], taken: isTaken ? ["8B"] : [],
          standing: entry.map { [TestSchool.ada.id: $0] } ?? [:],
          expected: plan.map { [TestSchool.ada.id: $0] } ?? [:])
        let closing = try? Self.close(
          extent, extent == .some ? ClosureScope(groups: ["8B"]) : ClosureScope(),
          through: TestSchool.morning, sessions: [facts])
        let code = extent == .some ? "Y3" : "Y4"
        let isSettled = entry.map { isTaken || $0.how != .planned || $0.code == code } ?? false
        let isLeftOut = !isSettled && extent == .some && plan != nil
        let expected = isSettled || isLeftOut ? nil : code
        #expect(
          closing?.act.marks.first?.code == expected,
          "\(extent) taken \(isTaken) standing \(standing ?? "-") plan \(plan ?? "-")")
        #expect(closing?.act.marks.first?.seen == (expected == nil ? nil : entry?.id))
      }
    }
  }

  @Test func `what it touches is told before it is done`() throws {
    let closing = try Self.close(
      .nobody, decided: moment("07:10"),
      sessions: [
        ClosureSession(
          TestSchool.morning, due: Self.due, taken: ["8B"],
          standing: [
            TestSchool.ada.id: Self.entry(TestSchool.ada, "/", at: TestSchool.morning)
          ], expected: [TestSchool.cem.id: "I"])
      ])
    #expect(
      closing.inWords { "\($0.number)" } == [
        "Y4 for 2 pupils in 2 registers, 2025-09-10 AM",
        "1 mark already made stands (1 /)",
        "1 plan gives way (1 I)",
        "decided 2025-09-10 07:10",
      ])
  }
}
