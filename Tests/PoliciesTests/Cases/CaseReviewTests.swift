import Attendance
import Policies
import Testing

/// Whether attendance has improved since the last step, by the policy's own measure.
@Suite struct CaseReviewTests {
  private func review(
    _ policy: String, _ before: (Int, Int), _ since: (Int, Int), ladder: String = "absence"
  ) throws -> CaseReview {
    let policy = try Shipped.policy(policy)
    return CaseReview(
      BeforeAndSince(
        before: BeforeAndSince.Part(before.0, of: before.1),
        since: BeforeAndSince.Part(since.0, of: since.1)),
      on: try #require(policy.ladder(ladder)), of: policy)
  }

  @Test(arguments: [
    (90, 100, 46, 50, CaseReview.Verdict.improved), (90, 100, 919, 1000, .notImproved),
    (900, 1000, 9199, 10000, .notImproved), (88, 100, 88, 100, .notImproved),
    (88, 100, 70, 100, .notImproved), (0, 10, 1, 50, .improved), (1, 3, 353, 1000, .notImproved),
  ])
  func `a rise of exactly two points is one, and less is none`(
    was: Int, of whole: Int, now: Int, ofNow: Int, verdict: CaseReview.Verdict
  ) throws {
    #expect(try review("ibstock", (was, whole), (now, ofNow)).verdict == verdict)
  }

  @Test func `the band above is improvement only where the policy says so`() throws {
    #expect(try review("st-lukes", (899, 1000), (900, 1000)).verdict == .improved)
    #expect(try review("st-lukes", (900, 1000), (910, 1000)).verdict == .notImproved)
    #expect(try review("st-lukes", (910, 1000), (890, 1000)).verdict == .notImproved)
    #expect(try review("ibstock", (899, 1000), (900, 1000)).verdict == .notImproved)
  }

  @Test func `what cannot be compared, or is left to a person, is left open`() throws {
    #expect(try review("ibstock", (0, 0), (10, 10)).verdict == .open)
    #expect(try review("ibstock", (10, 10), (0, 0)).verdict == .open)
    let told = try review("psa", (1, 2), (2, 2), ladder: "no-contact")
    #expect(told.verdict == .open)
    #expect(told.reason == "the policy asks: the pupil is seen, or a parent explains")
  }

  @Test func `the review says both shares, the change and what is asked for`() throws {
    let review = try review("ibstock", (44, 50), (19, 20))
    #expect(review.progress.inWords == "88.0% before (44 of 50), 95.0% since (19 of 20)")
    #expect(review.reason == "88.0% to 95.0%, up 7.0 points; 2 are asked for")
  }

  @Test func `the day of the step belongs to the time before it`() throws {
    let step = try Shipped.date("2025-09-12")
    // Ill on the day of the step and the Monday after it, and in at all other sessions.
    let world = try FlagWorld.onePupil(starts: "2025-09-01", through: "2025-09-19") { session in
      ["2025-09-12", "2025-09-15"].contains("\(session.date)") ? "I" : nil
    }
    var reader = MarkReader(world.figures, over: world.time, lists: [["N"]])
    let year = SchoolYear(startYear: 2025)
    let line = reader.line(of: FlagWorld.pupil, from: year, through: year)
    let found = line.beforeAndSince(step, to: try Shipped.date("2025-09-19"), in: world.time)
    #expect(found.before == BeforeAndSince.Part(18, of: 20))
    #expect(found.since == BeforeAndSince.Part(8, of: 10))
  }

  @Test func `an action is compared by six school weeks on either side, without its own day`()
    throws
  {
    // Ill every Monday up to the action on Mon 13 Oct, and in from then on.
    let world = try FlagWorld.onePupil(starts: "2025-09-01", through: "2025-12-19") { session in
      session.date.weekday == .monday && session.date <= SchoolDate("2025-10-13") ?? session.date
        ? "I" : nil
    }
    var reader = MarkReader(world.figures, over: world.time, lists: [["N"]])
    let year = SchoolYear(startYear: 2025)
    let line = reader.line(of: FlagWorld.pupil, from: year, through: year)
    var impact = Impact()
    let day = try Shipped.date("2025-10-13")
    impact.add(line, doneOn: day, to: try Shipped.date("2025-12-19"), in: world.time)
    // Thirty school days each: Mon 1 Sep to Fri 10 Oct, and Tue 14 Oct to Mon 1 Dec over half term.
    #expect(impact.before == BeforeAndSince.Part(48, of: 60))
    #expect(impact.after == BeforeAndSince.Part(60, of: 60))
    #expect(impact.compared == 1 && impact.running == 0)
    #expect(impact.change == 200)
    var early = Impact()
    early.add(line, doneOn: day, to: try Shipped.date("2025-11-07"), in: world.time)
    #expect(early.running == 1 && early.after == BeforeAndSince.Part(28, of: 28))
  }
}
