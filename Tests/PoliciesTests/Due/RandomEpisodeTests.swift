import Attendance
import Policies
import Testing

/// Events and episodes beside a slow restatement day by day, over school years drawn at random.
@Suite struct RandomEpisodeTests {
  private static let rules = """
        - { id: s1, name: a, measure: sessions, codes: [L, U], over: week, at_least: 2, because: b, next: n }
        - { id: s3, name: a, measure: sessions, codes: [U, O], over: 6 school weeks, at_least: 4, about: pupils of compulsory school age, because: b, next: n }
        - { id: s4, name: a, measure: sessions, codes: [G, N, O], over: 3 school weeks, more_than: 3, because: b, next: n }
        - { id: d1, name: a, measure: days, codes: [I, M], over: half term, at_least: 3, because: b, next: n }
        - { id: r1, name: a, measure: run, codes: [I, N, O, G], over: any time, more_than: 3, because: b, next: n }
        - { id: a1, name: a, measure: attendance, over: school year, below: 93%, because: b, next: n }
        - { id: t1, name: a, measure: times, of_rule: s1, over: half term, at_least: 2, because: b, next: n }

    """

  private func line(_ world: FlagWorld, _ rules: RuleBook) -> MarkLine {
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    return reader.line(
      of: FlagWorld.pupil, from: SchoolYear(startYear: 2024),
      through: SchoolYear(startYear: 2025))
  }

  @Test(arguments: 0..<10)
  func `every threshold is met on the days of the slow restatement`(part: Int) throws {
    let policy = try FlagWorld.policy(Self.rules)
    for seed in part * 30..<part * 30 + 30 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let world = try RandomWorld.world(&dice)
      let date = RandomWorld.date(&dice)
      let rules = RuleBook(policy, over: world.time)
      let facts = try world.facts(of: FlagWorld.pupil, on: date)
      for id in ["penalty-notice-threshold", "s3", "s4"] {
        let finder = try #require(ThresholdEvents(of: id, rules))
        let events = finder.events(
          of: line(world, rules), facts, from: SchoolYear(startYear: 2024).firstDay,
          through: date)
        let slow = try self.slow(try #require(policy.rule(id)), world, facts, through: date)
        #expect(events.map { "\($0.metOn) \($0.count)" } == slow, "seed \(seed), \(id), \(date)")
      }
    }
  }

  /// The first day of each stretch of school days on which so many sessions count, with their number.
  private func slow(
    _ rule: Rule, _ world: FlagWorld, _ facts: PupilFacts, through date: SchoolDate
  ) throws -> [String] {
    let slow = try SlowRules(
      world, FlagWorld.policy(Self.rules), FlagWorld.pupil, on: date)
    guard case .schoolWeeks(let weeks) = rule.over else { return [] }
    let isOfAge = { (day: SchoolDate) in
      rule.scope != .compulsoryAge || facts.compulsoryAge.contains(day)
    }
    let counted = slow.entries.filter {
      rule.measure.codes.contains($0.code) && isOfAge($0.session.date)
    }
    var begun: Set<SchoolDate> = []
    var found: [String] = []
    // One that is met again in the week in which it ceased goes on.
    var lastMet = -2
    for day in slow.schoolDays where day <= date {
      if !world.closed.contains(day) { begun.insert(day.monday) }
      let week = begun.count
      let count = counted.count {
        $0.session.date <= day && $0.week <= week && $0.week > week - weeks
      }
      let bound = rule.limit.tenths / 10 + (rule.limit.comparison == .moreThan ? 1 : 0)
      let isMet = isOfAge(day) && count >= bound
      if isMet, week - lastMet > 1 { found.append("\(day) \(count)") }
      if isMet { lastMet = week }
    }
    return found
  }

  @Test(arguments: 0..<5)
  func `every episode holds just the days on which its rule flags`(part: Int) throws {
    let policy = try FlagWorld.policy(Self.rules)
    for seed in part * 10..<part * 10 + 10 {
      var dice = SeededGenerator(seed: UInt64(seed))
      let world = try RandomWorld.world(&dice)
      let date = RandomWorld.date(&dice)
      let rules = RuleBook(policy, over: world.time)
      let facts = try world.facts(of: FlagWorld.pupil, on: date)
      let line = line(world, rules)
      let days = Set(world.time.sessions.map(\.date)).filter { $0 <= date }.sorted()
      var flagged: [String: [SchoolDate]] = [:]
      for day in days {
        for finding in rules.findings(of: line, facts, on: day).findings where finding.isMet {
          flagged[finding.rule.id, default: []].append(day)
        }
      }
      for rule in policy.flags.rules.dropFirst(6) {
        let episodes = rules.episodes(
          of: rule.id, line, facts, from: SchoolYear(startYear: 2024).firstDay, through: date)
        let held = days.filter { day in episodes.contains { $0.holds(day) } }
        let expected = flagged[rule.id] ?? []
        if case .schoolWeeks = rule.over {
          #expect(Set(expected).isSubset(of: held), "seed \(seed), \(rule.id), \(date)")
        } else {
          #expect(held == expected, "seed \(seed), \(rule.id), \(date)")
        }
        #expect(Set(episodes.map(\.metOn)).isSubset(of: held), "seed \(seed), \(rule.id)")
      }
    }
  }
}
