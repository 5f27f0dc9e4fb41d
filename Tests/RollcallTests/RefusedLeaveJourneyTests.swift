import Attendance
import Storage
import Testing

/// Leave refused, then "ill", by plain commands (U44; by keys it is moment 7).
@Suite struct RefusedLeaveJourneyTests {
  private static let ben = "N820400120001"

  /// The school after a holiday of Ben's in the week of the call was refused.
  func school() throws -> TestSchool {
    let school = try TestSchool()
    let store = try SchoolFolder(school.folder).open()
    let pupil = try #require(try store.pupil(Self.ben)).id
    let monday = try #require(SchoolDate("2026-03-16"))
    let request = LeaveRequest(
      from: Session(monday, .am), through: Session(monday.adding(days: 4), .pm),
      purpose: "a holiday", received: monday.adding(days: -20))
    _ = try store.submit(
      Act(
        kind: .logged, by: Person(login: "hall", name: "J. Hall", position: "Attendance officer"),
        at: Instant(monday, TimeOfDay(minutes: 540)),
        lines: [
          ProposedLine(pupil: pupil, date: monday, matter: .request(request)),
          ProposedLine(
            pupil: pupil, date: monday, about: .ofThisAct(0),
            matter: .decision(LeaveDecision(.refused)), words: "not exceptional"),
        ]))
    return school
  }

  private func office(_ school: TestSchool, _ arguments: String...) throws -> Program.Outcome {
    try school.run(arguments + ["--as", "hall"], at: "2026-03-20T09:20")
  }

  @Test func `the refusal is told at the call, and a code is still a person's to choose`() throws {
    let call = try office(school(), "call", Self.ben, "--words", "he is ill", "--code", "I")
    #expect(call.status == 0)
    #expect(
      call.errors.contains("Leave refused 16 Mar to 20 Mar (a holiday), so I needs words."))
  }

  @Test func `illness without words is not taken for those days, and is for others`() throws {
    let school = try school()
    let silent = try office(school, "plan", Self.ben, "--code", "I")
    #expect(silent.status == 1)
    #expect(silent.errors.contains("I needs the words as they were said, with --words"))
    #expect(
      try office(school, "plan", Self.ben, "--code", "I", "--words", "flu, says his doctor").status
        == 0)
    #expect(try office(school, "plan", Self.ben, "--code", "I", "--from", "2026-03-24").status == 0)
  }
}
