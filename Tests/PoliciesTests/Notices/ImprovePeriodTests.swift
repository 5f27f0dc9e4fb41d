import Attendance
import Policies
import Testing

/// The period of a notice to improve, its checklist, and the review of a contract.
@Suite struct ImprovePeriodTests {
  private func time() throws -> SchoolTime { SchoolTime(try FlagWorld.twoYears()) }
  private func notices(_ policy: String = "ibstock") throws -> PenaltyNotices {
    try Shipped.policy(policy).penaltyNotices
  }

  @Test(arguments: [
    ("2025-11-03", 3, "2025-11-21"), ("2025-11-03", 6, "2025-12-12"),
    ("2025-11-05", 3, "2025-11-25"),
    // Half term and Christmas are no weeks of school.
    ("2025-10-22", 3, "2025-11-18"), ("2025-10-06", 3, "2025-10-24"),
    ("2025-12-08", 3, "2026-01-09"), ("2025-12-10", 3, "2026-01-13"),
    // Given on a Saturday, before a holiday: from the first school day on.
    ("2025-10-25", 3, "2025-11-21"),
    // Its last week is the last of the calendar, which ends on a Tuesday.
    ("2026-06-29", 4, "2026-07-21"),
  ])
  func `a period is counted in weeks of school, holidays left out`(
    from: String, weeks: Int, until: String
  ) throws {
    let period = try ImprovePeriod(
      weeks: weeks, from: Shipped.date(from), under: notices(), over: time())
    #expect(period.from == (try Shipped.date(from)))
    #expect(period.until == (try Shipped.date(until)))
  }

  @Test(arguments: [
    ("ibstock", 2, "2025-11-03", NoticeRefusal.period(2, 3...6)),
    ("ibstock", 7, "2025-11-03", .period(7, 3...6)),
    ("ibstock", 3, "2026-07-13", .beyondCalendar), ("dunkirk", 3, "2025-11-03", .noNoticeToImprove),
  ])
  func `a period that the policy or the calendar does not have is refused`(
    policy: String, weeks: Int, from: String, refusal: NoticeRefusal
  ) throws {
    #expect(throws: refusal) {
      try ImprovePeriod(
        weeks: weeks, from: Shipped.date(from), under: notices(policy), over: time())
    }
  }

  @Test func `every point of the checklist is confirmed, and those that are not are named`() throws
  {
    let notices = try notices()
    #expect(try notices.confirmed(["all"]) == notices.improveHolds)
    let numbers = (1...7).map(String.init)
    #expect(try notices.confirmed(numbers) == notices.improveHolds)
    #expect(throws: NoticeRefusal.unconfirmed(["the support given", "the period"])) {
      try notices.confirmed(["1", "2", "further support", "5", "when a notice may"])
    }
    #expect(throws: NoticeRefusal.self) { try notices.confirmed(["tea"]) }
    #expect(throws: NoticeRefusal.unconfirmed(notices.improveHolds)) { try notices.confirmed([]) }
  }

  @Test(arguments: [
    // Four to five weeks, at the latest; half term is none of them.
    ("ibstock", "2025-11-03", "2025-12-08"), ("ibstock", "2025-10-22", "2025-12-03"),
    ("on-track", "2025-10-22", "2025-12-19"),
  ])
  func `a contract is reviewed when the policy says`(policy: String, from: String, review: String)
    throws
  {
    let day = try notices(policy).review(of: .contract, from: Shipped.date(from), over: time())
    #expect(day == (try Shipped.date(review)))
  }

  @Test func `where the policy says nothing a person gives the day`() throws {
    let (notices, time, day) = (try notices("psa"), try time(), try Shipped.date("2025-11-03"))
    #expect(throws: NoticeRefusal.noReview(.contract)) {
      try notices.review(of: .contract, from: day, over: time)
    }
    let ibstock = try self.notices()
    #expect(throws: NoticeRefusal.noReview(.action)) {
      try ibstock.review(of: .action, from: day, over: time)
    }
  }

  @Test(
    arguments: [
      ("ibstock", "head", "Headteacher", PenaltyNotices.Issuer.head),
      ("ibstock", "attendance_officer", "Attendance officer", .officer),
      ("psa", "champion", "Champion", .authority), ("ibstock", nil, "Administrator", .head),
    ] as [(String, String?, String, PenaltyNotices.Issuer)])
  func `whoever issues does so in the post the policy names`(
    policy: String, role: String?, position: String, issuer: PenaltyNotices.Issuer
  ) throws {
    #expect(try notices(policy).issuer(role: role, position: position) == issuer)
  }

  @Test(arguments: [
    ("st-lukes", "attendance_officer", "Attendance officer"),
    ("ibstock", "head_of_year", "Head of year"),
    ("ibstock", "champion", "Assistant headteacher"),
  ])
  func `whom the policy does not name is told who it is`(
    policy: String, role: String, position: String
  ) throws {
    let notices = try notices(policy)
    #expect(throws: NoticeRefusal.notAnIssuer(position, notices.issuers)) {
      try notices.issuer(role: role, position: position)
    }
  }
}
