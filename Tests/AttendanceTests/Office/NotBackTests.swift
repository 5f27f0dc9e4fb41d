import Attendance
import Testing

/// Not back from leave: the clocks of ten and twenty school days.
@Suite struct NotBackTests {
  static let calendar = SchoolCalendar([
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [
        Term(
          name: "Autumn", starts: day("2025-09-01"), ends: day("2025-12-19"),
          halfTerm: day("2025-10-27")...day("2025-10-31"))
      ], closures: [])
  ])

  /// Leave to Friday 10 October, expected back on Monday the 13th.
  static func late(
    on date: String, attended: Set<Session> = [],
    and lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [], linesOn: String = "2025-10-14"
  ) -> [NotBack] {
    let book = LeaveCaseTests.book([
      LeaveDecision(.granted, code: "C", expectedBack: day("2025-10-13"))
    ])
    let later = lines.enumerated().map { index, line in
      DayLine(
        id: DayLine.ID(Int64(100 + index)), by: TestSchool.office,
        at: Instant(day(linesOn), clock("09:00")), pupil: line.0?.id, date: day(linesOn),
        about: line.about.map(DayLine.ID.init), matter: line.1)
    }
    return NotBack.among(
      DayBook(book.lines + later), calendar: calendar, through: am(date)
    ) { attended.contains($1) }
  }

  @Test(arguments: [
    ("2025-10-13", nil), ("2025-10-14", 2), ("2025-10-24", 10), ("2025-11-03", 11),
    ("2025-11-14", 20),
  ])
  func `school days count from the day expected, and half term does not`(
    date: String, days: Int?
  ) {
    #expect(Self.late(on: date).map(\.days) == (days.map { [$0] } ?? []))
  }

  @Test func `the days on which the clocks run out are said beforehand`() throws {
    let late = try #require(Self.late(on: "2025-10-14").first)
    #expect(late.tenth == day("2025-10-24") && late.twentieth == day("2025-11-14"))
    #expect(
      late.inWords
        == "expected 13 Oct, not back: 2 school days; 10 on 24 Oct, 20 on 14 Nov")
    #expect(
      try #require(Self.late(on: "2025-10-24").first).inWords
        == "expected 13 Oct, not back: 10 school days; 10 have passed: ground for the roll only "
        + "with the authority's joint enquiries, 20 on 14 Nov")
  }

  @Test func `any arrival stops the clocks (U31)`() {
    #expect(Self.late(on: "2025-10-20", attended: [pm("2025-10-15")]).isEmpty)
    let arrival = DayLine.Matter.arrival(
      LateArrival(at: am("2025-10-14"), time: clock("11:00")))
    #expect(Self.late(on: "2025-10-20", and: [(TestSchool.ada, arrival, about: nil)]).isEmpty)
    #expect(
      Self.late(
        on: "2025-10-20", and: [(TestSchool.ada, arrival, about: nil)], linesOn: "2025-10-01"
      ).count == 1)
  }

  @Test func `a pupil reported ill is not back, and the list says so`() {
    let ill = KnownAbsence(
      from: am("2025-10-13"), through: pm("2025-10-21"), code: "I", source: .report)
    let late = Self.late(on: "2025-10-20", and: [(TestSchool.ada, .absence(ill), about: nil)])
    #expect(late.map(\.known) == ["I"])
  }

  @Test(arguments: [
    ("2025-09-08", "2025-09-12", nil), ("2025-09-08", "2025-09-15", "2025-09-15"),
    ("2025-10-22", "2025-11-05", "2025-11-05"),
  ])
  func `a suspension is E for five school days, and from the sixth its provision`(
    from: String, through: String, sixth: String?
  ) {
    let suspension = Suspension(
      of: TestSchool.ada.id, from: am(from), through: pm(through), provision: "Elm House",
      code: "K")
    #expect(suspension.sixthDay(in: Self.calendar) == sixth.map { day($0) })
    let parts = suspension.absences(in: Self.calendar, saying: "fighting")
    #expect(parts.map(\.absence.code) == (sixth == nil ? ["E"] : ["E", "K"]))
    #expect(parts[0].words.contains("on the first five school days the parents see to it"))
    #expect(parts.last?.absence.through == pm(through))
    if let sixth {
      #expect(parts[1].absence.from == am(sixth) && parts[1].words == "Elm House")
      #expect(parts[0].absence.through == Session(day(sixth).adding(days: -1), .pm))
    }
  }

  @Test func `without provision E goes on and says from when education is due`() {
    let parts = Suspension(
      of: TestSchool.ada.id, from: am("2025-09-08"), through: pm("2025-09-19")
    ).absences(in: Self.calendar, saying: "")
    #expect(parts.map(\.absence.code) == ["E"])
    #expect(parts[0].words.hasSuffix("education is due from the sixth school day, 2025-09-15"))
  }
}
