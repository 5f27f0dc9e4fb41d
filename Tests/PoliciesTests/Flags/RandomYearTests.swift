import Attendance
import Policies
import Testing

/// The engine beside the slow restatement, over a thousand school years drawn at random.
@Suite struct RandomYearTests {
  private static let rules = """
        - { id: a1, name: a, measure: attendance, over: school year, below: 93%, because: b, next: n }
        - { id: a2, name: a, measure: attendance, over: half term, at_most: 90%, because: b, next: n }
        - { id: a3, name: a, measure: absence, over: term, more_than: 5%, because: b, next: n }
        - { id: a4, name: a, measure: absence, over: 6 school weeks, at_least: 20%, because: b, next: n }
        - { id: f1, name: a, measure: fall, over: 4 school weeks, at_least: 10%, because: b, next: n }
        - { id: f2, name: a, measure: fall, over: half term, more_than: 2.5%, because: b, next: n }
        - { id: s1, name: a, measure: sessions, codes: [L, U], over: week, at_least: 2, because: b, next: n }
        - { id: s2, name: a, measure: sessions, codes: [U], over: day, at_least: 1, because: b, next: n }
        - { id: s3, name: a, measure: sessions, codes: [U, O], over: 6 school weeks, at_least: 4, about: pupils of compulsory school age, because: b, next: n }
        - { id: s4, name: a, measure: sessions, codes: [G], over: any time, at_least: 3, because: b, next: n }
        - { id: d1, name: a, measure: days, codes: [I, M], over: half term, at_least: 3, because: b, next: n }
        - { id: d2, name: a, measure: days, codes: [I], over: term, more_than: 4.5, because: b, next: n }
        - { id: p1, name: a, measure: part days, codes: [N, O, I], over: school year, at_least: 2, because: b, next: n }
        - { id: e1, name: a, measure: edge days, codes: [G, I, N, O], over: school year, at_least: 2, because: b, next: n }
        - { id: x1, name: a, measure: expected days, codes: [I], over: school year, at_least: 15, because: b, next: n }
        - { id: r1, name: a, measure: run, codes: [I, N, O, G], over: any time, more_than: 3, because: b, next: n }
        - { id: r2, name: a, measure: run, codes: [N, O], over: school year, at_least: 2, about: pupils of compulsory school age, because: b, next: n }
        - { id: q1, name: a, measure: silence, codes: [N, O, G], over: any time, at_least: 2, because: b, next: n }
        - { id: n1, name: a, measure: standing, codes: [N], over: any time, more_than: 3, because: b, next: n }
        - { id: n2, name: a, measure: standing, codes: [N, O], over: half term, at_least: 1, because: b, next: n }
        - { id: o1, name: a, measure: overdue, over: any time, at_least: 2, because: b, next: n }
        - { id: t1, name: a, measure: times, of_rule: s1, over: half term, at_least: 2, because: b, next: n }
        - { id: w1, name: a, measure: pattern, over: school year, at_most: 1%, because: b, next: n }
        - { id: w2, name: a, measure: pattern, over: term, at_most: 0.1%, because: b, next: n }

    """

  @Test(arguments: 0..<20)
  func `every measure says what the slow restatement says`(part: Int) throws {
    let policy = try FlagWorld.policy(Self.rules)
    for seed in part * 50..<part * 50 + 50 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let world = try RandomWorld.world(&dice)
      try compare(world, policy, on: RandomWorld.date(&dice), seed)
    }
  }

  private func compare(
    _ world: FlagWorld, _ policy: Policy, on date: SchoolDate, _ seed: Int
  ) throws {
    let found = try world.found(FlagWorld.pupil, policy, on: date)
    let brief = try world.found(FlagWorld.pupil, policy, on: date, listing: false)
    #expect(
      brief.findings.map { "\($0.rule.id) \($0.amount)" }
        == found.findings.filter(\.isMet).map { "\($0.rule.id) \($0.amount)" }, "seed \(seed)")
    let slow = try SlowRules(world, policy, FlagWorld.pupil, on: date)
    for rule in policy.flags.rules {
      let ours = found.findings.filter { $0.rule.id == rule.id }
        .map { "\($0.amount.description) \($0.isMet)" }
      let theirs = slow.values(rule).map { "\($0.value) \($0.isMet)" }
      #expect(ours == theirs, "seed \(seed), \(date), rule \(rule.id): \(rule.inWords)")
    }
  }

  @Test func `marks of earlier years are asked for exactly where they could change something`()
    throws
  {
    let policy = try FlagWorld.policy(Self.rules)
    var asked = 0
    for seed in 0..<200 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let world = try RandomWorld.world(&dice)
      let date = RandomWorld.date(&dice)
      guard date >= SchoolYear(startYear: 2025).firstDay else { continue }
      let all = try world.found(FlagWorld.pupil, policy, on: date)
      let one = try world.found(FlagWorld.pupil, policy, on: date, since: SchoolYear(of: date))
      // Rules about any time count codes of any year and are asked for apart.
      let kinds: Set<Measure.Kind> = [.standing, .sessions]
      let same =
        all.findings.filter { !kinds.contains($0.rule.measure.kind) }
        == one.findings.filter { !kinds.contains($0.rule.measure.kind) }
      #expect(same || one.wantsEarlier, "seed \(seed), \(date)")
      asked += one.wantsEarlier ? 0 : 1
    }
    // Otherwise asking always would pass.
    #expect(asked > 20)
  }
}
