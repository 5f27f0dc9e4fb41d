import Attendance
import Testing

@testable import Storage

/// What every store promises of the day book.
@Suite struct DayBookPromises {
  static let monday = TestSchool.monday
  static let date = TestSchool.monday.date
  static let eight = TimeOfDay(minutes: 495)

  static func line(
    _ pupil: Pupil?, _ matter: DayLine.Matter, about: ProposedLine.Reference? = nil,
    on date: SchoolDate = date, _ words: String = ""
  ) -> ProposedLine {
    ProposedLine(pupil: pupil?.id, date: date, about: about, matter: matter, words: words)
  }

  static func act(_ lines: [ProposedLine], _ marks: [ProposedMark] = []) -> Act {
    Act(
      kind: .logged, by: TestSchool.office, at: TestSchool.moment(-600), marks: marks,
      lines: lines)
  }

  /// A mother's call about two children: one ill till Tuesday, the other at the dentist.
  static let call = act([
    line(
      nil,
      .message(
        Message(
          caller: "Mrs Abbott", relationship: "mother", telephone: "01530 000000",
          wantsCall: true, heard: eight)), "Ada is ill, Ben at the dentist's till ten"),
    line(
      TestSchool.ada,
      .absence(
        KnownAbsence(
          from: monday, through: Session(date.adding(days: 1), .pm), code: "I", source: .report,
          evidence: "a prescription")), about: .ofThisAct(0)),
    line(
      TestSchool.ben,
      .absence(
        KnownAbsence(
          from: monday, through: monday, code: "M", source: .report, out: eight,
          back: TimeOfDay(minutes: 600))), about: .ofThisAct(0)),
  ])

  /// One line of every kind, each with all it can hold.
  static let others: [ProposedLine] = [
    line(
      nil,
      .message(
        Message(
          caller: "Łucja O'Brien", relationship: "aunt", channel: .inPerson, telephone: "+44 1",
          wantsCall: false, heard: eight)), "words\nover two rows"),
    line(TestSchool.ada, .concerns, about: .ofThisAct(0)),
    line(
      TestSchool.ada,
      .absence(
        KnownAbsence(
          from: monday, through: Session(date.adding(days: 3), .am), code: nil, source: .leave,
          out: eight, back: eight, evidence: "none"))),
    line(
      TestSchool.ada,
      .attempt(
        Attempt(
          contact: "Mr Abbott", relationship: "father", channel: .text, outcome: .textMade,
          time: eight, letter: "absence-text-1")), "sent again"),
    line(
      TestSchool.ada, .arrival(LateArrival(at: monday, time: eight, broughtBy: "an aunt")), "bus"),
    line(
      TestSchool.ada,
      .departure(
        Departure(time: eight, purpose: .withdrawn, with: "her mother", expected: eight))),
    line(TestSchool.ada, .back(eight)), line(TestSchool.ada, .notHere(eight), "not in maths"),
    line(TestSchool.ada, .seen(eight)), line(TestSchool.ada, .handedOn(to: "the police")),
    line(TestSchool.ada, .safe(by: "PC Green")), line(nil, .note, "the boiler is out"),
    line(nil, .done, about: .ofThisAct(11)),
    line(TestSchool.ada, .withdrawn, about: .ofThisAct(7), "found in music"),
    line(
      TestSchool.ada,
      .request(
        LeaveRequest(
          from: monday, through: Session(date.adding(days: 4), .pm), purpose: "a holiday",
          asker: "Mr Abbott", relationship: "father", received: date.adding(days: -20),
          travelsOut: date, travelsBack: date.adding(days: 5), evidence: "tickets")), "a wedding"),
    line(
      TestSchool.ada,
      .decision(LeaveDecision(.granted, code: "C", expectedBack: date.adding(days: 7))),
      about: .ofThisAct(14), "once in a life"),
    line(
      TestSchool.ben,
      .timetable(
        Timetable(
          .partTime, from: date, until: date.adding(days: 40), review: date.adding(days: 20),
          slots: [
            Timetable.Slot(.monday, .am), Timetable.Slot(.friday, .pm, from: eight, until: eight),
            Timetable.Slot(.tuesday, .am, until: eight),
          ], compulsoryFrom: date.adding(days: 10)))),
    line(
      nil,
      .closure(
        ClosedSessions(
          from: monday, through: Session(date, .pm), code: "Y3", campus: "Abbey",
          years: [.reception, .nursery2], groups: ["3A", "3B"], decided: TestSchool.moment(-9000))),
      "the boiler"),
    line(
      nil,
      .list(
        AwayList(
          name: "Trip to the museum", leader: "mowen", from: monday,
          through: Session(date, .pm), code: "V", nature: "museum visit", place: "Leicester"))),
    line(
      TestSchool.ada, .elsewhere(Elsewhere(at: monday, isThere: true, by: "the hospital school"))),
    line(TestSchool.ada, .paper(Paper("leave-approval", to: "Mr Abbott")), "Dear Mr Abbott"),
    line(TestSchool.ada, .evidence(EvidenceStep(.received, what: "medical certificate"))),
    line(TestSchool.ada, .told("the youth offending worker")),
    line(nil, .nudge(RegisterKey("7A", at: monday))),
    line(nil, .step, "the grounds are searched"),
    line(TestSchool.ada, .excused, about: .ofThisAct(4), "the bus broke down"), line(nil, .week),
  ]

  /// A line of every kind.
  static let everything = others + casework

  @Test(arguments: Keeper.allCases)
  func `every kind of line comes back as it was said, with who typed it and when`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let receipt = try school.store.submit(Self.act(Self.everything))
    let lines = try school.store.dayBook(.on(Self.date)).lines
    #expect(lines.map(\.id) == receipt.lines)
    #expect(lines.map(\.matter) == Self.everything.map(\.matter))
    #expect(lines.map(\.words) == Self.everything.map(\.words))
    #expect(lines.map(\.pupil) == Self.everything.map(\.pupil))
    #expect(lines[1].about == receipt.lines[0] && lines[12].about == receipt.lines[11])
    #expect(lines.allSatisfy { $0.by == TestSchool.office && $0.at == TestSchool.moment(-600) })
    #expect(Set(Self.everything.map { LineFacts($0.matter).kind }) == Set(LineFacts.kinds))
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `an absence is a plan for as long as it says, and no mark`(keeper: Keeper) throws {
    let school = try keeper.school()
    let receipt = try school.store.submit(Self.call)
    let afternoon = Session(Self.date, .pm)
    let plans = try school.store.plans(at: Self.monday)
    #expect(plans.map(\.pupil) == [TestSchool.ada.id, TestSchool.ben.id])
    #expect(plans.map(\.code) == ["I", "M"])
    #expect(plans.map(\.id) == receipt.lines.dropFirst().map { Plan.ID($0.number) })
    #expect(try school.store.plans(at: afternoon).map(\.code) == ["I"])
    #expect(try school.store.plans(at: Session(Self.date.adding(days: 2), .am)).isEmpty)
    #expect(try school.store.standing(TestSchool.ada) == nil)
  }

  @Test(arguments: Keeper.allCases)
  func `a correction and a withdrawal take an absence's place, whatever dates they have`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let ids = try school.store.submit(Self.call).lines
    let later = Self.date.adding(days: 7)
    _ = try school.store.submit(
      Self.act([
        Self.line(
          TestSchool.ada,
          .absence(
            KnownAbsence(
              from: Session(later, .am), through: Session(later, .pm), code: "M",
              source: .report)), about: .kept(ids[1]), on: later),
        Self.line(TestSchool.ben, .withdrawn, about: .kept(ids[2]), "she came to school"),
      ]))
    #expect(try school.store.plans(at: Self.monday).isEmpty)
    #expect(try school.store.plans(at: Session(later, .am)).map(\.pupil) == [TestSchool.ada.id])
  }

  @Test(arguments: Keeper.allCases)
  func `what waits for somebody is found on every later day until it is dealt with`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let call = try school.store.submit(Self.call).lines[0]
    let unknown = try school.store.submit(
      Self.act([
        Self.line(nil, .message(Message(caller: "", channel: .voicemail, heard: Self.eight)))
      ])
    ).lines[0]
    let gone = try school.store.submit(
      Self.act([Self.line(TestSchool.dot, .handedOn(to: "the authority"))])
    ).lines[0]
    let later = Self.date.adding(days: 30)
    func open() throws -> (DayBook, [DayLine.ID]) {
      let book = try school.store.dayBook(.on(later))
      return (
        book, (book.toCallBack + book.unlinked + book.handedOn).map(\.id)
      )
    }
    #expect(try open().1 == [call, unknown, gone])
    _ = try school.store.submit(
      Self.act([
        Self.line(nil, .done, about: .kept(call)),
        Self.line(TestSchool.cem, .concerns, about: .kept(unknown)),
        Self.line(TestSchool.dot, .safe(by: "the social worker"), on: Self.date.adding(days: 3)),
      ]))
    #expect(try open().1 == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a line about a pupil brings the message it came from`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(Self.call)
    _ = try school.store.submit(Self.act([Self.line(TestSchool.dot, .back(Self.eight))]))
    let lines = try school.store.dayBook(.about(TestSchool.ada.id)).lines
    #expect(lines.first?.words.hasPrefix("Ada is ill") == true)
    #expect(!lines.contains { $0.pupil == TestSchool.dot.id })
  }

  @Test(arguments: Keeper.allCases)
  func `a message and the mark that follows from it are one act`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.taken)
    let seen = try school.store.standing(TestSchool.dot)?.entry.id
    var act = Self.call
    act.marks = [
      TestSchool.mark(
        TestSchool.dot, "I", basis: .report, seen: seen, reason: "her mother rang")
    ]
    let receipt = try school.store.submit(act)
    #expect(try school.store.cell(TestSchool.dot) == "I")
    #expect(
      try school.store.history(of: TestSchool.dot.id, at: nil).last?.submission.id
        == receipt.submission)
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `an act with a line that cannot be kept keeps nothing`(keeper: Keeper) throws {
    let school = try keeper.school()
    let head = try school.store.headSeal()
    let ends = KnownAbsence(
      from: Session(Self.date, .pm), through: Self.monday, code: "I", source: .report)
    for lines in [
      [Self.line(nil, .note), Self.line(TestSchool.ada, .absence(ends))],
      [Self.line(nil, .note), Self.line(nil, .done, about: .kept(DayLine.ID(7)))],
      [Self.line(nil, .note), Self.line(nil, .done, about: .ofThisAct(1))],
      [Self.line(nil, .note), Self.line(TestSchool.pupil(99, "No", "One"), .back(Self.eight))],
    ] {
      #expect(throws: StoreFault.self) {
        try school.store.submit(Self.act(lines, [TestSchool.mark(TestSchool.ada, "/")]))
      }
    }
    #expect(try school.store.headSeal() == head)
    #expect(try school.store.dayBook(.on(Self.date)).lines.isEmpty)
    #expect(try school.store.cell(TestSchool.ada) == "")
  }

  @Test(arguments: Keeper.allCases)
  func `redacted words leave a tombstone and every seal sound`(keeper: Keeper) throws {
    let school = try keeper.school()
    let ids = try school.store.submit(Self.call).lines
    try school.store.redactWords(
      of: ids[0], by: TestSchool.office, at: TestSchool.moment())
    #expect(try school.store.dayBook(.on(Self.date)).lines[0].words == DayLine.removed)
    #expect(try school.store.faults() == [])
    #expect(throws: StoreFault.refused("the line has no words")) {
      try school.store.redactWords(of: ids[1], by: TestSchool.office, at: TestSchool.moment())
    }
  }
}
