import Foundation
import Testing

/// Notices to improve, contracts and plans by plain commands.
@Suite struct AgreeJourneyTests {
  private func run(
    _ school: TestSchool, as login: String = "price", at time: String = NoticeJourneyTests.now,
    _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  private func number(_ outcome: Program.Outcome) throws -> String {
    try #require(outcome.lines.last?.split(separator: ",").first.map(String.init))
  }

  @Test func `a notice to improve has its period, its checklist and its figures, and ends`() throws
  {
    let school = try NoticeJourneyTests.school()
    let improve = [
      "notice", "improve", "Ahmed", "--parent", "1", "--words", "no more than two sessions",
      "--early", "three sessions in a week", "--as", "price", "--format", "csv",
    ]
    func improved(_ more: String...) throws -> Program.Outcome {
      try school.run(improve + more, at: "2025-09-22T09:00")
    }
    let long = try improved("--weeks", "8", "--holds", "all")
    #expect(
      long.status == 1 && long.errors.contains("3 to 6 school weeks by the policy, and not 8"))
    let missing = try improved("--weeks", "3", "--holds", "1", "--holds", "2")
    #expect(
      missing.status == 1 && missing.errors.contains("the notice must hold: the support given"))
    let given = try improved("--weeks", "3", "--holds", "all")
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.output.contains("notice to improve for Mrs Ahmed, 2025-09-22 to 2025-10-10"))
    let line = try number(given)
    #expect(try improved("--weeks", "3", "--holds", "all").errors.contains("runs until 2025-10-10"))
    let running = try run(school, "notice", "list")
    #expect(running.output.contains(",running,,,0,10,"), "\(running.output)")
    let early = try run(school, "notice", "outcome", line, "met")
    #expect(early.status == 1 && early.errors.contains("it can be breached, withdrawn"))
    let over = try run(school, at: "2025-10-13T09:00", "notice", "list", "--open")
    #expect(over.output.contains(",ended,"))
    #expect(try run(school, at: "2025-10-13T09:00", "notice", "outcome", line, "met").status == 0)
    #expect(try run(school, at: "2025-10-13T09:00", "notice", "list", "--open").lines.count == 1)
  }

  @Test
  func `a contract is reviewed when the policy says, signed by each, and met or agreed again`()
    throws
  {
    let school = try NoticeJourneyTests.school()
    let agreed = try run(
      school, "agree", "Ahmed", "--kind", "contract", "--target", "95% by half term", "--support",
      "breakfast club", "--party", "Mrs Ahmed", "--party", "the school")
    #expect(agreed.status == 0, "\(agreed.errors)")
    let line = try number(agreed)
    #expect(try run(school, "agree", "sign", line, "--by", "Ahmed").status == 0)
    let twice = try run(school, "agree", "sign", line, "--by", "Mrs Ahmed")
    #expect(twice.status == 1 && twice.errors.contains("has signed agreement \(line) already"))
    let stranger = try run(school, "agree", "sign", line, "--by", "Mr Other")
    #expect(stranger.status == 1 && stranger.errors.contains("it waits for the school"))
    let list = try run(school, "agree", "list")
    #expect(
      list.lines.last?.hasSuffix(
        "attendance contract,2025-09-26,,2025-11-07,running,95% by half term,breakfast club,"
          + "Mrs Ahmed,the school,") == true, "\(list.output)")
    #expect(try run(school, "agree", "list", "--due").lines.count == 1)
    let late = "2025-11-10T09:00"
    #expect(try run(school, at: late, "agree", "list", "--due").output.contains("review overdue"))
    let reviewed = try run(
      school, at: late, "agree", "review", line, "not-met", "--words", "94%", "--next",
      "2025-12-08")
    #expect(reviewed.status == 0, "\(reviewed.errors)")
    let after = try run(school, at: late, "agree", "list")
    #expect(after.lines.count == 3 && after.output.contains(",2025-12-08,running,"))
    #expect(try run(school, at: late, "agree", "review", line, "met", "--words", "x").status == 1)
  }

  @Test func `an agreement needs its review, and a part-time timetable its last day`() throws {
    let school = try NoticeJourneyTests.school()
    let noReview = try run(school, "agree", "Ahmed", "--kind", "action", "--target", "95%")
    #expect(noReview.status == 1 && noReview.errors.contains("give the day with --review"))
    let partTime = try run(
      school, "agree", "Ahmed", "--kind", "part-time", "--target", "full days", "--review",
      "2025-10-10")
    #expect(partTime.status == 1 && partTime.errors.contains("give its last day with --until"))
    let vague = try run(
      school, "agree", "Ahmed", "--kind", "plan", "--target", "x", "--review", "2025-10-10")
    #expect(vague.status == 1 && vague.errors.contains("is no kind of agreement; one is"))
    let tutor = try run(
      school, as: "owen", "agree", "Ahmed", "--kind", "action", "--target", "x")
    #expect(tutor.status == 1 && tutor.errors.contains("a form tutor may not"))
  }
}
