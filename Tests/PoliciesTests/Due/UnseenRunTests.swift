import Attendance
import Policies
import Testing

/// The clocks for a pupil whom nobody sees, under the policy that prints them: days 1, 2, 10 and 20.
@Suite struct UnseenRunTests {
  private func run(
    _ world: FlagWorld, on date: String, seen: String? = nil, _ name: String = "dunkirk"
  ) throws -> String? {
    let policy = try Shipped.policy(name)
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let line = reader.line(
      of: FlagWorld.pupil, from: SchoolYear(startYear: 2025), through: SchoolYear(startYear: 2025))
    let run = rules.unseenRun(
      of: line, on: try Shipped.date(date), seen: try seen.map(Shipped.date))
    return run.map { run in
      let step = run.step(of: policy.clock)
      return "\(run.days[0]) \(run.inWords)"
        + (step.map { ", day \($0.step.day) on \($0.on)" } ?? "")
    }
  }

  private func world(_ odd: [String: String] = [:]) throws -> FlagWorld {
    try FlagWorld.onePupil(through: "2025-10-24") { session in
      odd["\(session)"] ?? ("\(session.date)" >= "2025-09-15" ? "N" : nil)
    }
  }

  @Test(arguments: [
    ("2025-09-15", "2025-09-15 1 day, day 1 on 2025-09-15"),
    ("2025-09-16", "2025-09-15 2 days, day 2 on 2025-09-16"),
    ("2025-09-26", "2025-09-15 10 days, day 10 on 2025-09-26"),
    ("2025-10-01", "2025-09-15 13 days, day 10 on 2025-09-26"),
    ("2025-10-10", "2025-09-15 20 days, day 20 on 2025-10-10"),
  ])
  func `the clock comes to its days`(date: String, words: String) throws {
    #expect(try run(world(), on: date) == words)
  }

  // U31
  @Test func `an arrival after closing breaks it, though U counts in the ten days' return`() throws
  {
    let world = try world(["2025-09-24 AM": "U"])
    #expect(try run(world, on: "2025-09-24") == nil)
    #expect(
      try run(world, on: "2025-09-26") == "2025-09-25 2 days, day 2 on 2025-09-26")
  }

  @Test func `a sighting that no mark tells of breaks it too`() throws {
    #expect(
      try run(world(), on: "2025-09-26", seen: "2025-09-24")
        == "2025-09-25 2 days, day 2 on 2025-09-26")
  }

  @Test func `a blank inside is stepped over and named`() throws {
    let world = try world(["2025-09-18 AM": "-", "2025-09-18 PM": "-"])
    #expect(
      try run(world, on: "2025-09-19")
        == "2025-09-15 4 days; no mark on 2025-09-18 AM, 2025-09-18 PM, day 3 on 2025-09-17")
  }

  @Test func `the marks that nobody has been asked for yet are not named`() throws {
    let world = try FlagWorld.onePupil(through: "2025-09-17") { session in
      "\(session.date)" == "2025-09-17" && session.half == .pm
        ? "-" : "\(session.date)" >= "2025-09-15" ? "N" : nil
    }
    #expect(try run(world, on: "2025-09-17") == "2025-09-15 3 days, day 3 on 2025-09-17")
    #expect(
      try run(world, on: "2025-09-18")
        == "2025-09-15 3 days; no mark on 2025-09-17 PM, day 3 on 2025-09-17")
  }

  @Test func `an absence that has a reason is asked for only by the later steps`() throws {
    let world = try FlagWorld.onePupil(through: "2025-10-24") {
      "\($0.date)" >= "2025-09-15" ? "O" : nil
    }
    #expect(try run(world, on: "2025-09-16") == "2025-09-15 2 days")
    #expect(try run(world, on: "2025-09-26") == "2025-09-15 10 days, day 10 on 2025-09-26")
  }

  @Test func `a ladder whose first step is taken at once begins on the first day`() throws {
    let days = try Shipped.policy("psa").clock.filter { !$0.needsNoReason }.map(\.day)
    #expect(days == [2, 6])
  }
}
