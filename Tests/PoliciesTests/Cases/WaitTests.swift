import Attendance
import Policies
import Testing

/// When a wait of a ladder is over, in the school's own time.
@Suite struct WaitTests {
  @Test(arguments: [
    // Half term has no school week, Christmas no school day, a bank holiday is stepped over.
    ("2 weeks", "2025-10-23", "2025-11-13"), ("1 weeks", "2025-09-13", "2025-09-19"),
    ("2 weeks", "2026-04-20", "2026-05-05"), ("4 to 5 weeks", "2025-09-03", "2025-10-08"),
    ("15 school days", "2025-12-15", "2026-01-19"), ("1 school day", "2025-10-24", "2025-11-03"),
    ("10 school days", "2025-09-06", "2025-09-19"),
    // The same day of the next half term or term, or its last; in the holidays, from its first.
    ("1 half term", "2025-09-10", "2025-11-12"), ("1 half term", "2025-10-24", "2025-12-19"),
    ("1 half term", "2025-10-28", "2026-01-05"), ("2 half terms", "2025-09-10", "2026-01-14"),
    ("1 term", "2025-09-10", "2026-01-14"), ("1 half term", "2025-07-01", "2025-09-30"),
  ])
  func `a wait is over on a school day`(wait: String, from: String, due: String) throws {
    let time = SchoolTime(try FlagWorld.twoYears())
    let wait = try #require(Wait(wait))
    #expect(wait.due(after: try Shipped.date(from), in: time)?.description == due)
  }

  @Test func `a span is over at its longest, and may end at its least`() throws {
    let time = SchoolTime(try FlagWorld.twoYears())
    let wait = try #require(Wait("4 to 5 weeks"))
    let from = try Shipped.date("2025-09-03")
    #expect(wait.earliest(after: from, in: time)?.description == "2025-10-01")
  }

  @Test(arguments: ["5 school days", "1 half term", "1 term", "2 weeks"])
  func `a wait that no calendar reaches has no day`(wait: String) throws {
    let time = SchoolTime(try FlagWorld.twoYears())
    #expect(try #require(Wait(wait)).due(after: Shipped.date("2026-07-20"), in: time) == nil)
  }

  @Test func `a day on which the school met for nobody does not count`() throws {
    let closed = try Shipped.date("2025-09-09")
    let time = SchoolTime(try FlagWorld.twoYears(), closed: [closed])
    let due = try #require(Wait("2 school days")).due(after: Shipped.date("2025-09-08"), in: time)
    #expect(due?.description == "2025-09-11")
  }
}
