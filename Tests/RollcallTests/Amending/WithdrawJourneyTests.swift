import Foundation
import Testing

/// The wrong class or the wrong session was registered: it is withdrawn, or moved (U15).
@Suite struct WithdrawJourneyTests {
  private let after = "2026-03-20T09:30"

  private func withdraw(_ more: [String] = []) -> [String] {
    [
      "withdraw", "8B", "--date", "2026-03-20", "--session", "am", "--reason", "wrong class",
      "--as", "hall", "--format", "csv",
    ] + more
  }

  @Test func `the register is not taken again, and every entry stays in the history`() throws {
    let school = try AmendJourneyTests.taken()
    try school.succeed(
      ["attempt", "N820400120001", "--told", "the social worker", "--as", "hall"],
      at: "2026-03-20T09:10"
    )
    let done = try school.succeed(withdraw(), at: after)
    #expect(done.lines[1].hasPrefix(",8B,2026-03-20,AM,,not taken,G. Owen,"))
    #expect(done.lines.count { $0.contains(",withdrawn,") } == 5)
    #expect(done.lines.last?.contains("caused: ") == true)
    let untaken = try school.succeed(
      ["handout", "untaken", "--as", "hall", "--format", "csv"], at: after)
    #expect(untaken.output.contains("8B"))
    let history = try school.succeed(["history", "N820400120001", "--format", "csv"])
    #expect(history.lines.count == 3)
    #expect(history.lines[2].contains(",amended,N,withdrawn: wrong class,"))
    try school.succeed(["verify"])
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "seen 08:41\n=\nsubmit\n", at: after)
    let again = try school.refuse(
      [
        "withdraw", "8B", "--date", "2026-03-20", "--session", "pm", "--reason", "x", "--as",
        "hall",
      ],
      at: "2026-03-20T14:00")
    #expect(again.contains("is not taken; nothing is to withdraw"))
  }

  @Test func `an undone withdrawal is taken again`() throws {
    let school = try AmendJourneyTests.taken()
    try school.succeed(withdraw(), at: after)
    try school.succeed(["undo", "--as", "hall"], at: after)
    let register = try school.succeed(
      ["register", "8B", "--date", "2026-03-20", "--session", "am", "--format", "csv"], at: after)
    #expect(register.lines.count { $0.contains(",/,") } == 4)
    #expect(
      try school.refuse(["take", "8B", "--send-draft-of", "owen", "--as", "hall"], at: after)
        .contains("was taken 09:30 by J. Hall"))
  }

  @Test func `whom the late desk saw stays seen`() throws {
    let school = try AmendJourneyTests.taken()
    try school.succeed(
      ["arrive", "N820400120001", "--time", "09:20", "--as", "hall"], at: "2026-03-20T09:20")
    let done = try school.succeed(withdraw(), at: after)
    #expect(done.lines.count { $0.contains(",stays,") } == 1)
    #expect(done.lines.count { $0.contains(",withdrawn,") } == 4)
  }

  @Test func `the morning's marks made in the afternoon's register go over in one transaction`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--session", "am", "--plain", "--as", "owen"],
      typing: "2 N\nseen 08:41\n=\nsubmit\n", at: "2026-03-20T13:20")
    let done = try school.succeed(
      [
        "withdraw", "8B", "--session", "am", "--to-session", "pm", "--reason", "afternoon meant",
        "--as", "hall", "--format", "csv",
      ], at: "2026-03-20T13:30")
    #expect(done.lines.count { $0.contains(",moved,") } == 5)
    #expect(done.lines.contains { $0.hasPrefix(",8B,2026-03-20,PM,,taken,") })
    let register = try school.succeed(
      ["register", "8B", "--date", "2026-03-20", "--session", "pm", "--format", "csv"],
      at: "2026-03-20T14:00")
    #expect(register.lines.count { $0.contains(",\\,") } == 4)
    try school.succeed(["verify"])
  }

  @Test func `a tutor withdraws nothing, and is told who could`() throws {
    let school = try AmendJourneyTests.taken()
    let refused = try school.refuse(
      ["withdraw", "8B", "--reason", "x", "--as", "owen"], at: "2026-03-20T08:50")
    #expect(refused.contains("a form tutor may not withdraw a register"))
    #expect(refused.contains("ask the "))
  }
}
