import Attendance
import Policies
import Testing

/// The worked examples of the national framework and of the guidance, each with its date.
@Suite struct ThresholdTests {
  private static let threshold = "penalty-notice-threshold"

  private func policy() throws -> Policy { try Shipped.policy("ibstock") }

  private func count(
    _ world: FlagWorld, _ rule: String = threshold, on date: String
  ) throws -> [String] {
    try world.values(rule, of: FlagWorld.pupil, policy(), on: date)
  }

  private func world(
    through last: String = "2026-07-21", born: String = "2012-05-05", year: String = "9",
    _ marks: [(days: ClosedRange<String>, code: String)], half: HalfDay? = nil
  ) throws -> FlagWorld {
    let ranges = try marks.map {
      (try Shipped.date($0.days.lowerBound)...Shipped.date($0.days.upperBound), $0.code)
    }
    return try FlagWorld.onePupil(born: born, year: year, through: last) { session in
      guard half == nil || half == session.half else { return nil }
      return ranges.first { $0.0.contains(session.date) }?.1
    }
  }

  @Test func `ten G in one week meet the threshold on the last of them`() throws {
    let world = try world(through: "2025-09-26", [("2025-09-15"..."2025-09-19", "G")])
    #expect(try count(world, on: "2025-09-18") == [])
    #expect(try count(world, on: "2025-09-19") == ["10"])
  }

  @Test func `one U a week meets it in the tenth school week, and still does in the eleventh`()
    throws
  {
    // 2 September is the first Tuesday of 2025-26, and the half term is no school week.
    let began = try Shipped.date("2025-09-01")
    let world = try FlagWorld.onePupil(through: "2026-07-21") {
      $0.date.weekday == .tuesday && $0.half == .am && $0.date >= began ? "U" : nil
    }
    #expect(try count(world, on: "2025-11-04") == [])
    #expect(try count(world, on: "2025-11-11") == ["10"])
    #expect(try count(world, on: "2025-11-18") == ["10"])
  }

  @Test func `a half term between nine O and the tenth is not counted`() throws {
    let world = try FlagWorld.onePupil(through: "2025-12-19") { session in
      let text = "\(session)"
      let nine = "2025-09-01 AM"..."2025-09-05 AM"
      return nine.contains(text) || text == "2025-11-10 AM" ? "O" : nil
    }
    #expect(try count(world, on: "2025-11-09") == [])
    #expect(try count(world, on: "2025-11-10") == ["10"])
    // Its eleventh week has left the first behind.
    #expect(try count(world, on: "2025-11-17") == [])
  }

  @Test func `five O in July and five in September meet it across the years`() throws {
    let world = try FlagWorld.onePupil(through: "2025-12-19") { session in
      let days =
        ["2025-07-14", "2025-07-15", "2025-07-16", "2025-07-17", "2025-07-18"]
        + ["2025-09-01", "2025-09-02", "2025-09-03", "2025-09-04", "2025-09-05"]
      return session.half == .am && days.contains("\(session.date)") ? "O" : nil
    }
    #expect(try count(world, on: "2025-09-05") == ["10"])
    #expect(try count(world, on: "2025-09-04") == [])
  }

  @Test func `illness never meets it`() throws {
    #expect(
      try count(
        world(through: "2025-09-26", [("2025-09-15"..."2025-09-26", "I")]), on: "2025-09-26") == [])
  }

  @Test func `ten N meet it provisionally, and six of them resolved to I no longer do`() throws {
    var world = try world(through: "2025-09-26", [("2025-09-15"..."2025-09-19", "N")])
    let found = try world.found(FlagWorld.pupil, policy(), on: Shipped.date("2025-09-19"))
    let finding = try #require(found.findings.first { $0.rule.id == Self.threshold })
    #expect(finding.isMet)
    #expect(finding.provisional == 10)
    for text in ["2025-09-15", "2025-09-16", "2025-09-17"] {
      for half in HalfDay.allCases {
        world.marks[FlagWorld.pupil]?[Session(try Shipped.date(text), half)] = "I"
      }
    }
    #expect(try count(world, on: "2025-09-19") == [])
  }

  @Test func `a Saturday looks at the week before it, and a Monday without a session too`() throws {
    let world = try world(through: "2025-09-19", [("2025-09-15"..."2025-09-19", "G")])
    #expect(try count(world, on: "2025-09-20") == ["10"])
    // Ten school weeks later, the half term left out, the first day has a new week.
    #expect(try count(world, on: "2025-11-28") == ["10"])
    #expect(try count(world, on: "2025-11-30") == ["10"])
    #expect(try count(world, on: "2025-12-01") == [])
  }

  // U25
  @Test(arguments: [
    ("2009-02-14", "12", "2025-09-19"), ("2021-06-10", "R", "2025-09-19"),
  ])
  func `outside compulsory school age there is no threshold`(
    born: String, year: String, on date: String
  ) throws {
    let world = try world(
      through: date, born: born, year: year, [("2025-09-15"..."2025-09-19", "O")])
    #expect(try count(world, on: date) == [])
  }

  @Test func `a Year 11 pupil is of age until the last Friday in June`() throws {
    let world = try world(
      born: "2010-02-14", year: "11", [("2026-06-22"..."2026-07-03", "O")])
    #expect(try count(world, on: "2026-06-26") == ["10"])
    #expect(try count(world, on: "2026-06-29") == [])
  }

  @Test func `sessions before compulsory school age do not count`() throws {
    // Born on 1 January 2021, of age from 31 March 2026; Easter ends on 13 April.
    let world = try world(
      born: "2021-01-01", year: "R",
      [("2026-03-24"..."2026-03-27", "O"), ("2026-04-13"..."2026-04-14", "O")])
    #expect(try count(world, on: "2026-04-14") == [])
    let later = try self.world(
      born: "2021-01-01", year: "R",
      [("2026-03-24"..."2026-03-27", "O"), ("2026-04-13"..."2026-04-17", "O")])
    #expect(try count(later, on: "2026-04-17") == ["10"])
  }

  // U23
  @Test func `an N of Monday 12 January is overdue from Tuesday the 20th`() throws {
    let world = try FlagWorld.onePupil(through: "2026-01-30") {
      "\($0)" == "2026-01-12 AM" ? "N" : nil
    }
    #expect(try count(world, "unexplained-overdue", on: "2026-01-19") == [])
    #expect(try count(world, "unexplained-overdue", on: "2026-01-20") == ["2026-01-12 AM"])
  }

  @Test func `a day on which the school met for nobody gives an N one day more`() throws {
    var world = try FlagWorld.onePupil(through: "2026-01-30") {
      "\($0)" == "2026-01-12 AM" ? "N" : nil
    }
    world.closed = [try Shipped.date("2026-01-14")]
    #expect(try count(world, "unexplained-overdue", on: "2026-01-20") == [])
    #expect(try count(world, "unexplained-overdue", on: "2026-01-21") == ["2026-01-12 AM"])
  }

  @Test
  func
    `a run of unauthorised days steps over holidays, closures and blanks, and any arrival ends it`()
    throws
  {
    let rule = "continuous-unauthorised-absence"
    var world = try world(
      through: "2025-11-14", [("2025-10-20"..."2025-11-14", "O")])
    #expect(try count(world, rule, on: "2025-11-06") == [])
    #expect(try count(world, rule, on: "2025-11-07") == ["10"])
    // Y4 and a blank neither break the run nor lengthen it.
    for half in HalfDay.allCases {
      world.marks[FlagWorld.pupil]?[Session(try Shipped.date("2025-11-04"), half)] = "Y4"
      world.marks[FlagWorld.pupil]?[Session(try Shipped.date("2025-11-05"), half)] = nil
    }
    #expect(try count(world, rule, on: "2025-11-10") == [])
    #expect(try count(world, rule, on: "2025-11-11") == ["10"])
    let found = try world.found(FlagWorld.pupil, policy(), on: Shipped.date("2025-11-11"))
    let blanks = found.findings.first { $0.rule.id == rule }?.blanks.map(\.description)
    #expect(blanks == ["2025-11-05 AM", "2025-11-05 PM"])
    world.marks[FlagWorld.pupil]?[Session(try Shipped.date("2025-11-11"), .pm)] = "\\"
    #expect(try count(world, rule, on: "2025-11-11") == [])
  }

  @Test func `a run that ends a school year goes on in the next before its first mark`() throws {
    let world = try world(through: "2025-07-22", [("2025-07-09"..."2025-07-22", "O")])
    let rule = "continuous-unauthorised-absence"
    // Ten school weeks of this year lie behind the date: no other rule looks into the last one.
    #expect(try count(world, rule, on: "2025-11-28") == ["10"])
    let fresh = try world.found(
      FlagWorld.pupil, policy(), on: Shipped.date("2025-11-28"), since: SchoolYear(startYear: 2025))
    #expect(fresh.wantsEarlier)
  }

  @Test func `fifteen days of illness are thirty sessions, and a half day shows`() throws {
    let world = try FlagWorld.onePupil(through: "2026-07-21") { session in
      let first = "2025-11-03 AM"..."2025-11-21 PM"
      return first.contains("\(session)") || "\(session)" == "2026-01-12 AM" ? "I" : nil
    }
    #expect(try count(world, "sickness-return", on: "2025-11-20") == [])
    #expect(try count(world, "sickness-return", on: "2025-11-21") == ["15"])
    #expect(try count(world, "sickness-return", on: "2026-01-12") == ["15.5"])
  }

  // U27
  @Test func `illness known to the 28th is expected to reach fifteen days on the first of them`()
    throws
  {
    var world = try world(through: "2025-11-10", [("2025-11-10"..."2025-11-10", "I")])
    let id = FlagWorld.pupil
    var facts = try world.facts(of: id, on: Shipped.date("2025-11-10"))
    facts.known = ["I": Session(try Shipped.date("2025-11-28"), .pm)]
    world.facts[id] = facts
    #expect(try count(world, "sickness-expected", on: "2025-11-10") == ["15"])
    facts.known = ["I": Session(try Shipped.date("2025-11-27"), .pm)]
    world.facts[id] = facts
    #expect(try count(world, "sickness-expected", on: "2025-11-10") == [])
  }
}
