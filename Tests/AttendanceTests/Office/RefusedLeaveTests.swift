import Attendance
import Testing

/// Leave refused, then "ill": the refusal is known before a code is chosen (U44).
@Suite struct RefusedLeaveTests {
  private static let holiday = LeaveRequest(
    from: am("2026-01-12"), through: pm("2026-01-16"), purpose: "a holiday",
    received: day("2025-12-01"))

  private func line(
    _ id: Int64, _ matter: DayLine.Matter, about: Int64? = nil, words: String = ""
  ) -> DayLine {
    DayLine(
      id: DayLine.ID(id), by: TestSchool.office, at: moment("09:00"), pupil: TestSchool.ada.id,
      date: TestSchool.wednesday, about: about.map { DayLine.ID($0) }, matter: matter, words: words)
  }

  @Test func `a refused request is found with its reason and its days`() throws {
    let book = DayBook([
      line(1, .request(Self.holiday)),
      line(2, .decision(LeaveDecision(.refused)), about: 1, words: "no exceptional circumstances"),
    ])
    let refused = try #require(book.refusedLeave(of: TestSchool.ada.id).first)
    #expect(refused.reason == "no exceptional circumstances")
    #expect(refused.inWords == "leave refused 12 Jan to 16 Jan (a holiday)")
    #expect(refused.overlaps(am("2026-01-16"), pm("2026-01-20")))
    #expect(!refused.overlaps(am("2026-01-19"), pm("2026-01-20")))
    #expect(book.refusedLeave(of: TestSchool.ben.id).isEmpty)
  }

  @Test(arguments: [LeaveDecision.Outcome.granted, .ended])
  func `the last decision counts`(outcome: LeaveDecision.Outcome) {
    let book = DayBook([
      line(1, .request(Self.holiday)), line(2, .decision(LeaveDecision(.refused)), about: 1),
      line(3, .decision(LeaveDecision(outcome, code: "C")), about: 1),
    ])
    #expect(book.refusedLeave(of: TestSchool.ada.id).isEmpty)
  }

  @Test func `a request that is not decided refuses nothing`() {
    let book = DayBook([line(1, .request(Self.holiday))])
    #expect(book.refusedLeave(of: TestSchool.ada.id).isEmpty)
  }
}
