import Attendance
import Testing

/// What a week leaves open (U37).
@Suite struct WeekFactsTests {
  static let monday = day("2025-09-08")
  static let calendar = SchoolCalendar([
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [Term(name: "Autumn", starts: day("2025-09-01"), ends: day("2025-12-19"))],
      closures: [])
  ])

  static let roll = Roll(
    pupils: [TestSchool.ada, TestSchool.ben],
    enrolments: [TestSchool.ada, TestSchool.ben].map {
      Enrolment(id: Enrolment.ID($0.id.number), pupil: $0.id, starts: day("2025-09-01"))
    },
    particulars: [
      TestSchool.ada.id: [RollTests.particulars("8B")],
      TestSchool.ben.id: [RollTests.particulars("8B")],
    ])

  /// The week up to Monday's end, with these codes at its sessions; `nil` is a register never taken.
  static func close(
    ada: [String], ben: [String], taken: Bool = true, roll: Roll = roll,
    _ book: DayBook = DayBook([]), unexplained: [Unexplained] = [], within days: Int = 5,
    today: SchoolDate = monday, unsettled: [(pupil: Pupil.ID, session: Session)] = []
  ) -> WeekClose {
    let sessions = [Session(monday, .am), Session(monday, .pm)]
    return WeekFacts(
      of: monday, upTo: Session(today, .pm), roll: roll, calendar: calendar, book,
      taken: taken ? Set(sessions.map { RegisterKey("8B", at: $0) }) : [],
      unexplained: unexplained, settleWithin: days, unsettled: unsettled,
      code: { pupil, session in
        guard session.date == monday else { return "" }
        return (pupil == TestSchool.ada.id ? ada : ben)[session.half.index]
      }
    ).close
  }

  static func rows(_ week: WeekClose) -> [String] {
    week.rows.map { "\($0.section.rawValue): \($0.name): \($0.words)" }
  }

  @Test func `a week with every mark in place is at zero, and is signed off by name`() throws {
    let week = Self.close(ada: ["/", "\\"], ben: ["I", "I"])
    #expect(week.rows.isEmpty && week.summary == "nothing is left open")
    let act = try week.signOff(by: TestSchool.office, now: moment("15:00"))
    #expect(act.lines.map(\.matter) == [.week] && act.lines.map(\.date) == [Self.monday])
    #expect(act.by == TestSchool.office)
  }

  @Test func `a blank in a register that was taken is one row, and a register never taken is one`()
  {
    #expect(
      Self.rows(Self.close(ada: ["/", "\\"], ben: ["", "\\"]))
        == ["Blanks: Brown, Ben 8B: Mon 8 Sep AM"])
    #expect(
      Self.rows(Self.close(ada: ["", ""], ben: ["", ""], taken: false)) == [
        "Registers never taken: 8B: 2 pupils, Mon 8 Sep AM",
        "Registers never taken: 8B: 2 pupils, Mon 8 Sep PM",
      ])
  }

  @Test func `one mark by the office makes no blanks of a register that is not taken`() {
    #expect(
      Self.rows(Self.close(ada: ["/", ""], ben: ["", ""], taken: false)) == [
        "Registers never taken: 8B: 2 pupils, 1 marked, Mon 8 Sep AM",
        "Registers never taken: 8B: 2 pupils, Mon 8 Sep PM",
      ])
    #expect(Self.close(ada: ["Y4", "Y4"], ben: ["Y4", "Y4"], taken: false).rows.isEmpty)
  }

  @Test(arguments: ["B", "K", "V", "D"])
  func `a place elsewhere is open until somebody there has confirmed it`(code: String) {
    #expect(
      Self.rows(Self.close(ada: [code, code], ben: ["/", "\\"])) == [
        "B K V D unconfirmed: Abbott, Ada 8B: nobody there has confirmed Mon 8 Sep AM and 1 more"
      ])
    let book = DayBookTests.book(
      [HalfDay.am, .pm].map { half in
        (
          TestSchool.ada,
          .elsewhere(Elsewhere(at: Session(Self.monday, half), isThere: true, by: "the provider")),
          about: nil
        )
      }, on: Self.monday)
    #expect(Self.close(ada: [code, code], ben: ["/", "\\"], book).rows.isEmpty)
  }

  @Test func `E without its days is open, and with them is not`() {
    #expect(
      Self.rows(Self.close(ada: ["E", "\\"], ben: ["/", "\\"])) == [
        "E without dates: Abbott, Ada 8B: suspended without first and last day, Mon 8 Sep AM"
      ])
    let book = DayBookTests.book(
      [
        (
          TestSchool.ada,
          .absence(
            KnownAbsence(
              from: Session(Self.monday, .am), through: Session(Self.monday, .pm), code: "E",
              source: .leave)), about: nil
        )
      ], on: Self.monday)
    #expect(Self.close(ada: ["E", "\\"], ben: ["/", "\\"], book).rows.isEmpty)
  }

  @Test func `a timetable that has ended is open until the next one, or until it is dealt with`() {
    func timetable(_ until: String) -> DayLine.Matter {
      .timetable(
        Timetable(.partTime, from: day("2025-09-01"), until: day(until), slots: []))
    }
    func rows(_ lines: [(Pupil?, DayLine.Matter, about: Int64?)]) -> [String] {
      Self.rows(
        Self.close(
          ada: ["/", "\\"], ben: ["/", "\\"], DayBookTests.book(lines, on: day("2025-09-01"))))
    }
    let ended: (Pupil?, DayLine.Matter, about: Int64?) = (
      TestSchool.ada, timetable("2025-09-05"), about: nil
    )
    #expect(rows([ended]) == ["Timetables ended: Abbott, Ada 8B: part-time until 5 Sep"])
    #expect(rows([ended, (TestSchool.ada, timetable("2025-10-24"), about: nil)]).isEmpty)
    #expect(rows([ended, (nil, .done, about: 1)]).isEmpty)
  }

  /// Ada's N of Wednesday 10 September.
  private static let absent = Unexplained.among(
    [HandoutTests.member(TestSchool.ada)],
    standing: [TestSchool.ada.id: TestSchool.standing(TestSchool.ada, "N")], DayBook([]))

  @Test func `an N is open in the week of its day by the policy, and overdue from the next`() {
    func settle(within days: Int, today: String, _ book: DayBook = DayBook([])) -> [String] {
      Self.close(
        ada: ["/", "\\"], ben: ["/", "\\"], book, unexplained: Self.absent, within: days,
        today: day(today)
      ).rows.filter { $0.section == .settle }.map(\.words)
    }
    // By five school days it is Wednesday 17 September, in the next week.
    #expect(settle(within: 5, today: "2025-09-12").isEmpty)
    #expect(
      settle(within: 2, today: "2025-09-12") == ["N Wed 10 Sep AM, to be settled by 12 Sep"])
    #expect(
      settle(within: 1, today: "2025-09-12") == ["N Wed 10 Sep AM, was to be settled by 11 Sep"])
    let snow = ClosedDaysTests.book(ClosedDaysTests.closure("2025-09-11", "2025-09-11", "Y4"))
    #expect(
      settle(within: 1, today: "2025-09-12", snow) == ["N Wed 10 Sep AM, to be settled by 12 Sep"])
  }

  @Test func `a session closed by the day book leaves nothing open`() {
    let snow = ClosedDaysTests.book(
      ClosedSessions(
        from: Session(Self.monday, .pm), through: Session(Self.monday, .pm), code: "Y4"))
    #expect(
      Self.rows(Self.close(ada: ["", ""], ben: ["", ""], taken: false, snow))
        == ["Registers never taken: 8B: 2 pupils, Mon 8 Sep AM"])
    #expect(
      Self.rows(Self.close(ada: ["/", "D"], ben: ["/", ""], snow))
        == ["B K V D unconfirmed: Abbott, Ada 8B: nobody there has confirmed Mon 8 Sep PM"])
    let others = ClosedDaysTests.book(
      ClosedDaysTests.closure("2025-09-08", "2025-09-08", "Y3", groups: ["8C"]))
    #expect(Self.close(ada: ["", ""], ben: ["", ""], taken: false, others).rows.count == 2)
  }

  @Test func `two sightings of one pupil are open at once`() {
    let week = Self.close(
      ada: ["/", "\\"], ben: ["/", "\\"],
      unsettled: [(TestSchool.ben.id, Session(Self.monday, .am))])
    #expect(Self.rows(week) == ["Contradictions: Brown, Ben 8B: two sightings, Mon 8 Sep AM"])
  }

  @Test func `a pupil due in no group is named once`() {
    let roll = Roll(
      pupils: [TestSchool.ada],
      enrolments: [
        Enrolment(id: Enrolment.ID(1), pupil: TestSchool.ada.id, starts: day("2025-09-01"))
      ], particulars: [TestSchool.ada.id: [RollTests.particulars("")]])
    #expect(
      Self.rows(Self.close(ada: ["", ""], ben: ["", ""], roll: roll))
        == ["In no group, or two: Abbott, Ada : is due in no group, Mon 8 Sep AM"])
  }

  @Test func `what is left open needs words, and a week is signed off once`() throws {
    let open = Self.close(ada: ["", "\\"], ben: ["/", "\\"])
    #expect(throws: Refusal.weekLeftOpen("Blanks 1")) {
      try open.signOff(by: TestSchool.office, now: moment("15:00"))
    }
    let act = try open.signOff(
      saying: "Ada is in hospital", by: TestSchool.office, now: moment("15:00"))
    #expect(act.lines.map(\.words) == ["Ada is in hospital"])
    let signed = Self.close(
      ada: ["/", "\\"], ben: ["/", "\\"],
      DayBookTests.book([(nil, .week, about: nil)], on: Self.monday))
    #expect(throws: Refusal.weekSignedOff(by: "Ms Hall", at: Instant(Self.monday, clock("09:00"))))
    {
      try signed.signOff(by: TestSchool.office, now: moment("15:00"))
    }
  }
}
