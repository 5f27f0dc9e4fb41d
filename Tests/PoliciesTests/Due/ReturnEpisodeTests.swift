import Attendance
import Policies
import Testing

/// The returns to the authority, once for each episode, with its dates.
@Suite struct ReturnEpisodeTests {
  private func episodes(
    _ id: String, _ world: FlagWorld, on date: String, known: (String, since: String)? = nil,
    _ name: String = "dunkirk"
  ) throws -> [String] {
    let policy = try Shipped.policy(name)
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let year = SchoolYear(startYear: 2025)
    let line = reader.line(of: FlagWorld.pupil, from: SchoolYear(startYear: 2024), through: year)
    let date = try Shipped.date(date)
    var facts = try world.facts(of: FlagWorld.pupil, on: date)
    let local = try #require(policy.returns.first { $0.id == id })
    let finder = try #require(ReturnEpisodes(local, of: policy, rules))
    var expected: (finding: Finding, since: SchoolDate)?
    if let known {
      facts.known = ["I": Session(try Shipped.date(known.0), .pm)]
      let finding = rules.findings(of: line, facts, on: date).findings.first {
        $0.isMet && $0.rule.id == finder.foreseen?.id
      }
      expected = try finding.map { ($0, try Shipped.date(known.since)) }
    }
    return finder.episodes(
      of: line, facts, from: year.firstDay, through: date, expected: expected
    ).map { "\($0.metOn) \($0.amount.description)\($0.isStanding ? "" : " to \($0.last)")" }
  }

  private func world(
    through last: String, _ marks: (days: ClosedRange<String>, code: String)...
  ) throws -> FlagWorld {
    try FlagWorld.onePupil(through: last) { session in
      marks.first { $0.days.contains("\(session.date)") }?.code
    }
  }

  @Test func `ten days running are told of once, and the next ten again`() throws {
    let world = try world(
      through: "2025-12-19", ("2025-09-15"..."2025-10-03", "O"), ("2025-11-10"..."2025-11-21", "U"))
    #expect(try episodes("attendance", world, on: "2025-09-25") == [])
    #expect(try episodes("attendance", world, on: "2025-09-26") == ["2025-09-26 10"])
    #expect(try episodes("attendance", world, on: "2025-10-03") == ["2025-09-26 10"])
    // Whoever is back was away all the same, and the return is owed.
    #expect(
      try episodes("attendance", world, on: "2025-11-21")
        == ["2025-09-26 10 to 2025-10-03", "2025-11-21 10"])
  }

  @Test func `a year begins with what stood when it began`() throws {
    let world = try world(
      through: "2025-09-05", ("2025-07-09"..."2025-07-22", "O"), ("2025-09-01"..."2025-09-05", "O"))
    #expect(try episodes("attendance", world, on: "2025-09-05") == ["2025-07-22 10"])
  }

  // U27
  @Test func `an illness expected to last is told of when it is known, and once`() throws {
    let ill = "2025-11-03"..."2025-11-28"
    let early = try world(through: "2025-11-03", (ill, "I"))
    let known = ("2025-11-28", since: "2025-11-03")
    #expect(try episodes("sickness", early, on: "2025-11-03", known: known) == ["2025-11-03 20"])
    // It has come to fifteen days while some are still to come: one return, from the same day.
    let late = try world(through: "2025-11-21", (ill, "I"))
    #expect(try episodes("sickness", late, on: "2025-11-21", known: known) == ["2025-11-03 15"])
    #expect(try episodes("sickness", late, on: "2025-11-21") == ["2025-11-21 15"])
  }

  @Test func `fifteen days in all are told of once, and again for a long illness after them`()
    throws
  {
    let world = try world(
      through: "2026-03-27", ("2025-09-15"..."2025-09-19", "I"), ("2025-11-03"..."2025-11-14", "I"),
      ("2025-12-01"..."2025-12-05", "I"), ("2026-01-12"..."2026-02-06", "I"))
    #expect(try episodes("sickness", world, on: "2025-12-19") == ["2025-11-14 15"])
    #expect(
      try episodes("sickness", world, on: "2026-02-06")
        == ["2025-11-14 15 to 2026-01-29", "2026-01-30 15"])
  }

  // U26
  @Test func `a share of absence waits for the policy's least number of sessions`() throws {
    let world = try world(through: "2026-06-30", ("2025-09-01"..."2025-10-10", "O"))
    #expect(try episodes("social-care", world, on: "2025-09-05") == [])
    #expect(try episodes("social-care", world, on: "2025-10-10") == ["2025-10-10 0/60"])
    // It is told of while it is so.
    #expect(try episodes("social-care", world, on: "2026-06-30").isEmpty)
  }
}
