import Attendance
import Policies
import Testing

/// The lateness ladder as one policy prints it: text, call, letter, clinic.
@Suite struct LatenessLadderTests {
  /// The steps that lates in the mornings of these days lead to, up to the date.
  private func steps(
    _ days: [String], through date: String, _ name: String = "dunkirk", code: String = "L"
  ) throws -> [String] {
    let policy = try Shipped.policy(name)
    let world = try FlagWorld.onePupil(through: date) {
      $0.half == .am && days.contains("\($0.date)") ? code : nil
    }
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let year = SchoolYear(startYear: 2025)
    return LatenessLadder(policy, rules).reached(
      by: reader.line(of: FlagWorld.pupil, from: year, through: year),
      try world.facts(of: FlagWorld.pupil, on: Shipped.date(date)), from: year.firstDay,
      through: try Shipped.date(date)
    ).map { "\($0.on) \($0.step.letter ?? $0.step.action)" }
  }

  @Test func `two lates in a week are a text, in the third such week of a half term a call`() throws
  {
    let days = [
      "2025-09-08", "2025-09-09", "2025-09-15", "2025-09-18", "2025-09-22", "2025-09-23",
    ]
    #expect(try steps(Array(days.prefix(1)), through: "2025-09-12") == [])
    #expect(
      try steps(days, through: "2025-09-26")
        == ["2025-09-09 lateness-text", "2025-09-18 lateness-text", "2025-09-23 call"])
  }

  @Test func `within two weeks of the call a letter follows, and then the clinic`() throws {
    let days = [
      "2025-09-08", "2025-09-09", "2025-09-15", "2025-09-18", "2025-09-22", "2025-09-23",
      "2025-09-29", "2025-09-30", "2025-10-13", "2025-10-14",
    ]
    #expect(
      try steps(days, through: "2025-10-17").suffix(3)
        == ["2025-09-23 call", "2025-09-30 lateness-letter", "2025-10-14 lateness-clinic"])
    // Later than two weeks after the call it is a text again.
    let late = Array(days.prefix(6)) + ["2025-10-13", "2025-10-14"]
    #expect(try steps(late, through: "2025-10-17").last == "2025-10-14 lateness-text")
  }

  @Test func `any U is a detention where the policy says so`() throws {
    #expect(
      try steps(["2025-09-09"], through: "2025-09-09", "psa", code: "U")
        == ["2025-09-09 lunch-time detention on the same day"])
  }
}
