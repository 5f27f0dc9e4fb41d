import Attendance
import Policies
import Testing

/// What rules say in words, as screens and commands show it.
@Suite struct FlagWordsTests {
  /// A pupil who missed the whole week of 15 September without leave.
  private func world() throws -> FlagWorld {
    let week = try Shipped.date("2025-09-15")...Shipped.date("2025-09-19")
    return try FlagWorld.onePupil(through: "2025-09-26") {
      week.contains($0.date) ? $0.date.weekday == .friday ? "N" : "O" : nil
    }
  }

  private func figure(_ rule: String, on date: String = "2025-09-26") throws -> String? {
    let policy = try Shipped.policy("ibstock")
    return try world().found(FlagWorld.pupil, policy, on: Shipped.date(date)).findings
      .first { $0.rule.id == rule }?.figure
  }

  @Test(arguments: [
    ("persistent-absence", "10 of 40 sessions, 25.0%"),
    ("penalty-notice-threshold", "10 sessions"), ("sickness-return", "0 days"),
    ("continuous-unauthorised-absence", "0 school days"),
    ("unexplained-overdue", "Fri 19 Sep AM, 5 school days ago"),
  ])
  func `a figure says what it counts`(rule: String, words: String) throws {
    #expect(try figure(rule) == words)
  }

  @Test(arguments: [
    ("severe-absence", "10 of 40 sessions, 25.0%, 20 more missed would flag"),
    ("sickness-return", "0 days, 15 more would flag"),
    ("unexplained-overdue", "Fri 19 Sep AM, 5 school days ago, 1 more would flag"),
  ])
  func `why not says how many more would flag`(rule: String, words: String) throws {
    let (world, policy) = (try world(), try Shipped.policy("ibstock"))
    let date = try Shipped.date("2025-09-26")
    let why = WhyNot(
      try world.found(FlagWorld.pupil, policy, on: date),
      try world.facts(of: FlagWorld.pupil, on: date), under: policy, on: date)
    #expect(why.answers.first { $0.rule.id == rule }?.words == words)
  }

  private func forecast(_ present: Bool, on date: String) throws -> [String] {
    let world = try FlagWorld.onePupil(through: date) { _ in present ? nil : "O" }
    let policy = try Shipped.policy("ibstock")
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let year = SchoolYear(of: try Shipped.date(date))
    let line = reader.line(of: FlagWorld.pupil, from: year, through: year)
    return Forecast(line, over: world.time, on: try Shipped.date(date), under: policy).lines
      .prefix(2).map { "\($0.name): \($0.inWords)" }
  }

  @Test
  func `a forecast says what may be missed, by when attendance is back, or that it cannot be`()
    throws
  {
    // 392 sessions a year: with 39 missed attendance is 90.05%, with 40 it is 89.8%.
    let kept = try forecast(true, on: "2025-09-26")
    #expect(kept[0] == "Persistent absence: may miss 39 more sessions this year and stay above 90%")
    let back = try forecast(false, on: "2025-09-05")
    #expect(back[1].hasPrefix("Severe absence: back above 50% after Mon 15 Sep 2025 with full"))
    let lost = try forecast(false, on: "2026-06-30")
    #expect(
      lost[0]
        == "Persistent absence: cannot be above 90% again this year, even with full attendance")
  }

  @Test(arguments: [
    ("2025-09-19", "2025-09-18"), ("2025-09-21", "2025-09-18"), ("2025-09-22", "2025-09-19"),
    ("2025-11-03", "2025-10-24"), ("2024-09-02", nil),
  ])
  func `the school day before is counted over weekends and holidays`(
    date: String, before: String?
  ) throws {
    let time = SchoolTime(try FlagWorld.twoYears())
    let expected = try before.map { try Shipped.date($0) }
    #expect(time.schoolDay(beforeThatOf: try Shipped.date(date)) == expected)
  }

  @Test func `a day on which the school met for nobody is not the day before`() throws {
    let closed: Set = [try Shipped.date("2025-09-18")]
    let time = SchoolTime(try FlagWorld.twoYears(), closed: closed)
    let before = try Shipped.date("2025-09-17")
    #expect(time.schoolDay(beforeThatOf: try Shipped.date("2025-09-19")) == before)
  }
}
