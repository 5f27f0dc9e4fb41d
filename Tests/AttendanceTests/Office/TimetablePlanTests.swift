import Attendance
import Testing

/// What part-time and shared timetables come to, session by session (U28, U30).
@Suite struct TimetablePlanTests {
  /// Due on Monday morning, and on Tuesday from half past ten; Wednesdays are left out whole.
  static let slots = [
    Timetable.Slot(.monday, .am),
    Timetable.Slot(.tuesday, .am, from: clock("10:30"), until: clock("12:00")),
  ]

  static func book(
    _ timetable: Timetable, and lines: [(Pupil?, DayLine.Matter, about: Int64?)] = []
  ) -> DayBook {
    DayBookTests.book([(TestSchool.ada, .timetable(timetable), about: nil)] + lines)
  }

  static func partTime(from: String, until: String, compulsoryFrom: String? = nil) -> Timetable {
    Timetable(
      .partTime, from: day(from), until: day(until), slots: slots,
      compulsoryFrom: compulsoryFrom.map { day($0) })
  }

  @Test(arguments: [
    (am("2026-01-12"), nil), (pm("2026-01-12"), "C2"), (am("2026-01-13"), "C2"),
    (am("2026-01-14"), "C2"), (pm("2026-01-02"), nil), (am("2026-02-13"), "C2"),
    (am("2026-02-16"), nil), (am("2026-02-17"), nil),
  ])
  func `sessions left out are C2 to the last day, and never past it`(
    session: Session, code: String?
  ) {
    let book = Self.book(Self.partTime(from: "2026-01-05", until: "2026-02-13"))
    #expect(book.plans(at: session).map(\.code) == (code.map { [$0] } ?? []))
  }

  @Test func `X before compulsory school age begins, C2 from its first day (U28)`() {
    let timetable = Self.partTime(
      from: "2026-01-05", until: "2026-04-30", compulsoryFrom: "2026-03-31")
    let book = Self.book(timetable)
    #expect(book.plans(at: pm("2026-03-30")).map(\.code) == ["X"])
    #expect(book.plans(at: pm("2026-03-31")).map(\.code) == ["C2"])
    #expect(timetable.codes == ["X", "C2"])
  }

  @Test(arguments: [
    // Born 10 June 2021: five on 10 June 2026, of compulsory age from 31 August 2026.
    ("2021-06-10", "2026-01-05", "2026-08-31"), ("2020-12-31", "2026-01-05", nil),
    // Year 12, born 14 February 2009: past compulsory age, so X to the end.
    ("2009-02-14", "2026-01-05", "2026-02-14"),
    // Year 11, born 14 February 2010: of compulsory age to Friday 26 June 2026 (U25).
    ("2010-02-14", "2026-06-26", nil), ("2010-02-14", "2026-06-27", "2026-02-14"),
  ])
  func `the day on which compulsory age begins is kept with the timetable`(
    born: String, from: String, expected: String?
  ) {
    let until = expected == "2026-02-14" ? day("2026-02-13") : day("2026-09-30")
    #expect(
      Timetable.compulsoryFrom(born: day(born), from: day(from), until: until)
        == expected.map { day($0) })
  }

  @Test func `due at half past ten is C2 for the morning, known with its time`() {
    let book = Self.book(Self.partTime(from: "2026-01-05", until: "2026-02-13"))
    let tuesday = am("2026-01-13")
    #expect(book.plans(at: tuesday).map(\.note) == ["due 10:30, till 13 Feb"])
    #expect(book.due(at: tuesday) == [TestSchool.ada.id: Self.slots[1]])
    #expect(book.due(at: am("2026-01-12")).isEmpty)
    for (time, due) in [("10:29", nil), ("10:30", clock("10:30")), ("12:00", nil)] {
      #expect(Self.slots[1].start(by: moment("2026-01-13T\(time)")) == due)
    }
  }

  @Test(arguments: [("10:31", true), ("11:50", true), ("08:40", false), ("08:55", false)])
  func `an arrival over a planned C2 is never U; at registration it is present`(
    time: String, staysC2: Bool
  ) {
    let act = Arrival(at: clock(time), window: TestSchool.window).act(
      of: TestSchool.ada.id, at: TestSchool.morning, standing: nil, planned: "C2",
      by: TestSchool.office, now: moment(time))
    #expect(act.marks.map(\.code) == (staysC2 ? [] : [time == "08:40" ? "/" : "L"]))
    #expect(act.lines.count == 1)
  }

  @Test func `a child not due is not due whatever was told; a visit or a suspension says more`() {
    let timetable = Self.partTime(from: "2025-09-01", until: "2025-10-10")
    func codes(_ source: Plan.Source, _ code: String) -> [String] {
      let absence = KnownAbsence(
        from: TestSchool.morning, through: TestSchool.afternoon, code: code, source: source)
      return Self.book(timetable, and: [(TestSchool.ada, .absence(absence), about: nil)])
        .plans(at: TestSchool.morning).map(\.code)
    }
    #expect(codes(.report, "I").last == "C2")
    #expect(codes(.leave, "C").last == "C2")
    #expect(codes(.visit, "V").last == "V")
    #expect(codes(.suspension, "E").last == "E")
  }

  @Test func `taken back, or let off for a day, a timetable plans nothing`() {
    let timetable = Timetable(
      .shared, from: day("2025-09-01"), until: day("2025-12-19"),
      slots: [Timetable.Slot(.wednesday, .am)], school: "Elm")
    let letOff = Self.book(timetable, and: [(TestSchool.ada, .excused, about: 1)])
    #expect(letOff.plans(at: TestSchool.morning).isEmpty)
    #expect(letOff.plans(at: am("2025-09-17")).map(\.code) == ["D"])
    #expect(letOff.plans(at: pm("2025-09-17")).isEmpty)
    let gone = Self.book(timetable, and: [(TestSchool.ada, .withdrawn, about: 1)])
    #expect(gone.plans(at: am("2025-09-17")).isEmpty)
  }

  @Test func `missed at the other school keeps D and is followed up until found (U30)`() {
    let timetable = Timetable(
      .shared, from: day("2025-09-01"), until: day("2025-12-19"),
      slots: [Timetable.Slot(.wednesday, .am)], school: "Elm")
    func word(_ isThere: Bool) -> (Pupil?, DayLine.Matter, about: Int64?) {
      (
        TestSchool.ada, .elsewhere(Elsewhere(at: TestSchool.morning, isThere: isThere, by: "Elm")),
        about: nil
      )
    }
    let missed = Self.book(timetable, and: [word(false)])
    #expect(
      missed.missedElsewhere(on: TestSchool.wednesday).map(\.line.pupil) == [TestSchool.ada.id])
    #expect(missed.plans(at: TestSchool.morning).map(\.code) == ["D"])
    let found = Self.book(timetable, and: [word(false), word(true)])
    #expect(found.missedElsewhere(on: TestSchool.wednesday).isEmpty)
    let safe = Self.book(
      timetable, and: [word(false), (TestSchool.ada, .safe(by: "her mother"), about: nil)])
    #expect(safe.missedElsewhere(on: TestSchool.wednesday).isEmpty)
  }

  @Test func `ended with nothing after it is told, until another follows`() {
    let first = Self.partTime(from: "2026-01-05", until: "2026-02-13")
    #expect(Self.book(first).ended(before: day("2026-02-13")).isEmpty)
    #expect(Self.book(first).ended(before: day("2026-02-14")).count == 1)
    let second = Self.partTime(from: "2026-02-23", until: "2026-03-27")
    #expect(
      Self.book(first, and: [(TestSchool.ada, .timetable(second), about: nil)])
        .ended(before: day("2026-02-24")).isEmpty)
  }

  @Test func `sessions of the week are read as people write them`() {
    #expect(Timetable.Slot.list("mon am, tue am 10:30-12:00") == Self.slots)
    #expect(
      Timetable.Slot.list("Wednesday") == [
        Timetable.Slot(.wednesday, .am), Timetable.Slot(.wednesday, .pm),
      ])
    for text in ["", "mon xm", "sat am", "mon am, mon am", "mon 10:30", "mon am 12:00-10:00"] {
      #expect(Timetable.Slot.list(text) == nil, "\(text)")
    }
  }
}
