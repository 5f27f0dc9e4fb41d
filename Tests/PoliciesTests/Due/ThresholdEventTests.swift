import Attendance
import Policies
import Testing

/// The days on which the national threshold was met, by the worked examples of the framework (U24).
@Suite struct ThresholdEventTests {
  private static let threshold = "penalty-notice-threshold"

  /// The events up to the date: the day on which each was met, both counts, and its state.
  private func events(
    _ world: FlagWorld, on date: String, spent: [ClosedRange<Session>] = [],
    considered: [String] = [], earlier: [EarlierMark] = []
  ) throws -> [String] {
    let rules = RuleBook(try Shipped.policy("ibstock"), over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let date = try Shipped.date(date)
    let first = SchoolYear(startYear: 2024)
    let line = reader.line(of: FlagWorld.pupil, from: first, through: SchoolYear(of: date))
    let finder = try #require(ThresholdEvents(of: Self.threshold, rules))
    return finder.events(
      of: line, try world.facts(of: FlagWorld.pupil, on: date), from: first.firstDay,
      through: date, spent: spent, considered: try considered.map(Shipped.date),
      earlier: earlier
    ).map { "\($0.metOn) \($0.inWords("N")) \($0.state)" }
  }

  private func world(
    through last: String = "2026-07-21", born: String = "2012-05-05", year: String = "9",
    _ marks: (days: ClosedRange<String>, code: String)..., half: HalfDay? = nil
  ) throws -> FlagWorld {
    try FlagWorld.onePupil(born: born, year: year, through: last) { session in
      guard half == nil || half == session.half else { return nil }
      return marks.first { $0.days.contains("\(session.date)") }?.code
    }
  }

  @Test func `ten G from 15 to 19 September are met on the 19th and stay open on 1 December`()
    throws
  {
    let world = try world(through: "2025-12-01", ("2025-09-15"..."2025-09-19", "G"))
    #expect(try events(world, on: "2025-09-18") == [])
    #expect(try events(world, on: "2025-09-19") == ["2025-09-19 10 on the day; 10 now open"])
    #expect(try events(world, on: "2025-12-01") == ["2025-09-19 10 on the day; 0 now open"])
  }

  @Test func `one U a week is met in the tenth school week, and is the same event in the eleventh`()
    throws
  {
    let began = try Shipped.date("2025-09-01")
    let world = try FlagWorld.onePupil(through: "2025-12-19") {
      $0.date.weekday == .tuesday && $0.half == .am && $0.date >= began ? "U" : nil
    }
    #expect(try events(world, on: "2025-11-10") == [])
    // On a Monday the week has begun and its U is still to come: the same event goes on on Tuesday.
    #expect(try events(world, on: "2025-11-17") == ["2025-11-11 10 on the day; 9 now open"])
    #expect(try events(world, on: "2025-11-18") == ["2025-11-11 10 on the day; 10 now open"])
  }

  @Test func `nine O, a half term and the tenth are met after the half term`() throws {
    let world = try FlagWorld.onePupil(through: "2025-12-19") { session in
      let text = "\(session)"
      let nine = "2025-09-01 AM"..."2025-09-05 AM"
      return nine.contains(text) || text == "2025-11-10 AM" ? "O" : nil
    }
    #expect(try events(world, on: "2025-11-09") == [])
    #expect(try events(world, on: "2025-12-19") == ["2025-11-10 10 on the day; 1 now open"])
  }

  @Test func `five O in July and five in September are met across the years`() throws {
    let world = try world(
      through: "2025-12-19", ("2025-07-14"..."2025-07-18", "O"),
      ("2025-09-01"..."2025-09-05", "O"), half: .am)
    #expect(try events(world, on: "2025-09-05") == ["2025-09-05 10 on the day; 10 now open"])
  }

  @Test func `illness meets nothing, and neither do five O in week 1 and five in week 11`() throws {
    let ill = try world(through: "2025-09-26", ("2025-09-15"..."2025-09-26", "I"))
    #expect(try events(ill, on: "2025-09-26") == [])
    let apart = try world(
      through: "2025-12-19", ("2025-09-01"..."2025-09-05", "O"),
      ("2025-11-17"..."2025-11-21", "O"), half: .am)
    #expect(try events(apart, on: "2025-11-21") == [])
  }

  @Test func `ten N meet it provisionally, and six resolved to I withdraw it and say so`() throws {
    var world = try world(through: "2025-09-19", ("2025-09-15"..."2025-09-19", "N"))
    let entered = try #require(world.marks[FlagWorld.pupil]).filter { $0.value == "N" }
      .map { EarlierMark($0.key, "N", enteredOn: $0.key.date) }.sorted { $0.session < $1.session }
    #expect(
      try events(world, on: "2025-09-19", earlier: entered)
        == ["2025-09-19 10 on the day; 10 now, 10 of them N open"])
    let answered = try Shipped.date("2025-09-22")
    let ill = entered.prefix(6).map { EarlierMark($0.session, "I", enteredOn: answered) }
    for mark in ill { world.marks[FlagWorld.pupil]?[mark.session] = "I" }
    #expect(
      try events(world, on: "2025-09-22", earlier: entered + ill)
        == ["2025-09-19 10 on the day; 4 now, 4 of them N withdrawn"])
  }

  @Test func `an event is considered once, and another needs its own consideration`() throws {
    let world = try world(
      through: "2026-03-27", ("2025-09-15"..."2025-09-19", "G"),
      ("2026-03-02"..."2026-03-06", "O"))
    #expect(
      try events(world, on: "2026-03-10", considered: ["2025-09-19"]) == [
        "2025-09-19 10 on the day; 10 now considered", "2026-03-06 10 on the day; 10 now open",
      ])
  }

  @Test func `the sessions of an issued notice are spent`() throws {
    let world = try world(
      through: "2025-12-19", ("2025-09-15"..."2025-09-19", "G"),
      ("2025-10-06"..."2025-10-09", "O"), ("2025-11-10"..."2025-11-10", "O"))
    let week = try Shipped.date("2025-09-15")...Shipped.date("2025-09-19")
    let spent = Session(week.lowerBound, .am)...Session(week.upperBound, .pm)
    #expect(
      try events(world, on: "2025-10-10", spent: [spent])
        == ["2025-09-19 10 on the day; 8 now noticed"])
    #expect(
      try events(world, on: "2025-11-10", spent: [spent]) == [
        "2025-09-19 10 on the day; 10 now noticed", "2025-11-10 10 on the day; 10 now open",
      ])
  }

  // U25
  @Test(arguments: [
    ("2009-02-14", "12", "2025-09-15"..."2025-09-19"),
    ("2021-06-10", "R", "2026-06-08"..."2026-06-12"),
    ("2010-02-14", "11", "2026-06-29"..."2026-07-03"),
  ])
  func `outside compulsory school age nothing is met`(
    born: String, year: String, days: ClosedRange<String>
  ) throws {
    #expect(
      try events(world(born: born, year: year, (days, "O")), on: "2026-07-21") == [])
  }
}
