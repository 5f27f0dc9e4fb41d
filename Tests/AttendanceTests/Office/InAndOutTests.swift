import Attendance
import Testing

/// The book at the door: who is out, who should be back, who may leave.
@Suite struct InAndOutTests {
  static func book(_ lines: [(Pupil?, DayLine.Matter, about: Int64?)]) -> InAndOut {
    InAndOut(
      on: DayBookTests.date, at: clock("11:30"), DayBookTests.book(lines)
    ) { id in
      [TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot].first { $0.id == id }.map {
        HandoutTests.member($0)
      }
    }
  }

  static func out(_ time: String, back: String? = nil) -> DayLine.Matter {
    .departure(
      Departure(time: clock(time), purpose: .illness, expected: back.map { clock($0) }))
  }

  static let dentist = DayLine.Matter.absence(
    KnownAbsence(
      from: TestSchool.morning, through: TestSchool.morning, code: "M", source: .report,
      out: clock("10:30"), back: clock("12:00")))

  @Test func `the overdue stand first, and whoever is back stands nowhere`() {
    let book = Self.book([
      (TestSchool.ada, Self.out("09:00"), about: nil),
      (TestSchool.ben, Self.out("10:00", back: "11:00"), about: nil),
      (TestSchool.cem, Self.out("10:00", back: "12:00"), about: nil),
      (TestSchool.dot, Self.out("09:00"), about: nil),
      (TestSchool.dot, .back(clock("09:30")), about: nil),
    ])
    #expect(
      book.lines.map { "\($0.member.pupil.name.surname): \($0.words)" } == [
        "Brown: since 11:00: left 10:00, illness, expected 11:00",
        "Abbott: left 09:00, illness", "Çelik: left 10:00, illness, expected 12:00",
      ])
    #expect(book.outNow == 3 && book.overdue == 1)
  }

  @Test func `an appointment told beforehand waits until the pupil has left (U29)`() {
    #expect(
      Self.book([(TestSchool.ada, Self.dentist, about: nil)]).lines.map(\.words)
        == ["leaves 10:30, back 12:00, appointment"])
    let back = Self.book([
      (TestSchool.ada, Self.dentist, about: nil), (TestSchool.ada, Self.out("10:31"), about: nil),
      (TestSchool.ada, .back(clock("11:10")), about: nil),
    ])
    #expect(back.lines.isEmpty)
  }

  private func leaver(
    _ lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [], year: String = "8"
  ) -> Leaver {
    Leaver(
      HandoutTests.member(TestSchool.ada, year: year), on: DayBookTests.date,
      DayBookTests.book(lines), lunchNeedsPermission: true)
  }

  private static let asked = DayLine.Matter.request(
    LeaveRequest(
      from: am("2025-09-01"), through: pm("2025-12-19"), purpose: "lunch",
      received: day("2025-09-01")))

  @Test(
    arguments: [
      ([], false), ([.granted], true), ([.refused], false), ([.granted, .ended], false),
      ([.granted, .ended, .granted], true),
    ] as [([LeaveDecision.Outcome], Bool)])
  func `leave at lunch time is granted first, and ends when it is ended (H7)`(
    decisions: [LeaveDecision.Outcome], may: Bool
  ) throws {
    let lines: [(Pupil?, DayLine.Matter, about: Int64?)] =
      [(TestSchool.ada, Self.asked, about: nil)]
      + decisions.map { (TestSchool.ada, .decision(LeaveDecision($0)), about: 1) }
    let leaver = leaver(lines)
    let lunch = Departure(time: clock("12:00"), purpose: .lunch)
    #expect(leaver.mayNotLeaveAtLunch == !may)
    if may {
      let act = try leaver.act(leaving: lunch, by: TestSchool.office, now: moment("12:00"))
      #expect(act.lines.map(\.matter) == [.departure(lunch)] && act.marks.isEmpty)
    } else {
      #expect(throws: Refusal.noLunchLeave(name: "Abbott, Ada")) {
        try leaver.act(leaving: lunch, by: TestSchool.office, now: moment("12:00"))
      }
    }
  }

  @Test func `a free period is the sixth form's, and marks nothing`() throws {
    let free = Departure(time: clock("11:00"), purpose: .freePeriod)
    let act = try leaver(year: "12").act(leaving: free, by: TestSchool.office, now: moment("11:00"))
    #expect(act.marks.isEmpty && act.lines.map(\.matter) == [.departure(free)])
    #expect(throws: Refusal.noFreePeriod(name: "Abbott, Ada")) {
      try leaver().act(leaving: free, by: TestSchool.office, now: moment("11:00"))
    }
    #expect(!leaver().purposes.contains(.freePeriod))
  }

  @Test func `nobody leaves twice, comes back unless out, or is back before they left`() {
    let out = leaver([(TestSchool.ada, Self.out("10:00"), about: nil)])
    #expect(throws: Refusal.outAlready(name: "Abbott, Ada", since: clock("10:00"))) {
      try out.act(
        leaving: Departure(time: clock("11:00"), purpose: .other), by: TestSchool.office,
        now: moment("11:00"))
    }
    #expect(throws: Refusal.endsBeforeItStarts) {
      try out.act(backAt: clock("09:50"), by: TestSchool.office, now: moment("11:00"))
    }
    #expect(throws: Refusal.notOut(name: "Abbott, Ada")) {
      try leaver().act(backAt: clock("09:50"), by: TestSchool.office, now: moment("11:00"))
    }
  }

  @Test(arguments: [
    ("12:15", "12:15"), ("12.15", "12:15"), ("1215", "12:15"), ("905", "09:05"), ("12", "12:00"),
    ("9:05", "09:05"), ("12:5", nil), ("25", nil), ("1275", nil), ("", nil), ("noon", nil),
    ("12345", nil), ("12:15:00", nil),
  ])
  func `a time may be typed in a hurry`(typed: String, time: String?) {
    #expect(TimeOfDay.typed(typed)?.description == time)
  }
}
