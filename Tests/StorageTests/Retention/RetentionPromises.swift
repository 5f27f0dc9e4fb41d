import Attendance
import Testing

@testable import Storage

/// What every store promises of how long it keeps things, and of what is removed after that.
@Suite struct RetentionPromises {
  private typealias World = RetentionWorld

  @Test(arguments: Keeper.allCases)
  func `years past retention go whole, the rest stays, and the seals of both stand`(
    keeper: Keeper
  ) throws {
    let school = try keeper.oldSchool()
    let store = school.store
    let seal = try store.headSeal()
    let past = try store.past()
    #expect(past.cut == TestSchool.date("2020-08-01"))
    #expect(past.acts == [1...2] && past.entries == 4 && past.lines == 0 && past.sheets == 4)
    let removal = try store.removePast()
    #expect(removal.actCount == 2 && removal.entries == 4 && removal.cut == past.cut)
    #expect(try store.removals() == [removal])
    #expect(try store.told() == ["2021-09-13 /"])
    #expect(try store.headSeal() == seal)
    #expect(try store.submission(Submission.ID(1))?.typist == TestSchool.tutor)
    #expect(try store.entries(of: Submission.ID(1)).isEmpty)
    #expect(try store.sheets(of: SchoolYear(startYear: 2018), pupils: nil).isEmpty)
    #expect(try store.sheets(of: SchoolYear(startYear: 2021), pupils: nil).count == 2)
    let found = try store.verify(against: seal) { _ in }
    #expect(found.faults == [])
    #expect(found.submissions == 3 && found.entries == 2)
    #expect(found.notices.contains { $0.contains("4 entries") && $0.contains("Ms Stone") })
    #expect(try store.past().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a mark amended later holds its year and those after it`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    try school.store.amend(World.old, "I", made: "2022-03-03")
    let past = try school.store.past()
    #expect(past.isEmpty && past.cut == TestSchool.date("2018-08-01"))
    let held = SchoolYear(startYear: 2019)
    #expect(past.holder(of: held)?.year == SchoolYear(startYear: 2018))
    #expect(past.goes(held) == TestSchool.date("2028-03-04"))
    #expect(try school.store.pastRetention(World.six, on: TestSchool.date("2028-03-03")).isEmpty)
    let later = try school.store.pastRetention(World.six, on: TestSchool.date("2028-03-04"))
    #expect(later.acts == [1...2, 4...4])
  }

  @Test(arguments: Keeper.allCases)
  func `what was brought in from another system counts from that day`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    _ = try school.store.submit(
      World.act(
        [TestSchool.mark(TestSchool.cem, "/", at: World.old, how: .imported)], .imported,
        made: "2023-01-09"))
    #expect(try school.store.past().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a mark is kept for six years to the day, whatever is asked`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    // The year of the last register ends in July 2022, and its mark is of September 2021.
    let before = try school.store.pastRetention(
      RetentionPeriod(years: 3), on: TestSchool.date("2028-07-31"))
    #expect(before.acts == [1...2])
    let then = try school.store.pastRetention(
      RetentionPeriod(years: 3), on: TestSchool.date("2028-08-01"))
    #expect(then.acts == [1...3])
    #expect(try school.store.past(RetentionPeriod(years: 10)).isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a clock that was set back makes nothing old`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    _ = try school.store.submit(
      World.act([TestSchool.mark(TestSchool.cem, "/", at: World.old)], made: "2018-09-10"))
    #expect(try school.store.past().isEmpty, "it was typed after the register of 2021")
  }

  @Test(arguments: Keeper.allCases)
  func `absence planned into a year that is kept stays whole, unseen for the days before`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let days = ["2020-07-13", "2020-09-07"].map { Session(TestSchool.date($0), .am) }
    _ = try school.store.submit(
      World.act(
        days.map { TestSchool.mark(TestSchool.ada, "C", at: $0, how: .planned) }, .planned,
        made: "2020-06-01"))
    _ = try school.store.submit(World.register(days[0]))
    let past = try school.store.past()
    #expect(past.acts == [2...2])
    try school.store.removePast()
    #expect(try school.store.told() == ["2020-09-07 C"])
    #expect(try school.store.written(in: 1...1).entries.count == 2)
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `what waits or is open stays, and so does what answers it`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let waiting = World.line(nil, .note, on: "2018-10-01", "who fetches Ada?")
    _ = try store.submit(World.act([], .logged, made: "2018-10-01", lines: [waiting]))
    _ = try store.submit(World.act([], .logged, made: "2018-10-02", lines: [waiting]))
    _ = try store.submit(
      World.act(
        [], .logged, made: "2018-10-03",
        lines: [
          World.line(nil, .done, on: "2018-10-03", about: .kept(DayLine.ID(2)), "her aunt did")
        ]))
    _ = try store.submit(
      World.act(
        [], .logged, made: "2018-10-04",
        lines: [World.line(TestSchool.ada, .handedOn(to: "the police"), on: "2018-10-04")]))
    #expect(try store.past().acts == [2...3])
    let waits = try store.dayBook(.on(World.today)).lines
    #expect(waits.map(\.id.number) == [1, 4])
    try store.removePast()
    #expect(try store.dayBook(.on(World.today)).lines == waits)
    #expect(try store.dayBook(.about(TestSchool.ada.id)).lines.count == 1)
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `an act that is referred to stays for as long as what refers to it`(keeper: Keeper) throws {
    let school = try keeper.school()
    let next = Session(TestSchool.date("2020-09-07"), .am)
    // One act amends a mark of July and says something of September: it stays, and what it replaced.
    let july = Session(TestSchool.date("2020-07-13"), .am)
    _ = try school.store.submit([World.register(july), World.register(World.old)])
    let mark = try school.store.standing(of: [TestSchool.ada.id], at: july, asAt: nil)
    _ = try school.store.submit(
      World.act(
        [
          TestSchool.mark(
            TestSchool.ada, "I", at: july, seen: mark[TestSchool.ada.id]?.entry.id, reason: "ill"),
          TestSchool.mark(TestSchool.ada, "I", at: next, how: .planned, basis: .report),
        ], .amended, made: "2020-07-14"))
    let past = try school.store.past()
    #expect(past.acts == [2...2])
    try school.store.removePast()
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a removed year is shown to nobody and takes no mark`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    let store = school.store
    try store.removePast()
    #expect(try store.calendar().years.map(\.year.startYear) == Array(2020...2026))
    #expect(try store.standing(of: [TestSchool.ada.id], at: World.old, asAt: World.now).isEmpty)
    #expect(throws: StoreFault.self) { try store.submit(World.register(World.old)) }
    _ = try store.submit(World.register(Session(TestSchool.date("2021-09-14"), .am)))
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `what was looked at is removed, or nothing`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    let past = try school.store.past()
    try school.store.amend(World.older, "I", made: "2026-11-22")
    #expect(throws: RemovedYears.changed) {
      try school.store.remove(past, exportedAs: "e0", by: World.head, at: World.now)
    }
    // Nor by a clock that says another day than the one on which it was looked at.
    let fewer = try school.store.pastRetention(World.six, on: TestSchool.date("2040-01-01"))
    #expect(throws: RemovedYears.changed) {
      try school.store.remove(fewer, exportedAs: "e0", by: World.head, at: World.now)
    }
    #expect(try school.store.told().count == 4)
    #expect(try school.store.removals().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a register goes on after everything in it was removed`(keeper: Keeper) throws {
    let school = try keeper.oldSchool()
    let late = TestSchool.date("2040-09-10")
    let past = try school.store.pastRetention(World.six, on: late)
    #expect(past.acts == [1...3])
    _ = try school.store.remove(
      past, exportedAs: "e0", by: World.head, at: Instant(late, TimeOfDay(minutes: 900)))
    #expect(try school.store.faults() == [])
    let receipt = try school.store.submit(World.register(Session(late, .am)))
    #expect(receipt.submission == Submission.ID(4))
    #expect(try school.store.faults(against: receipt.seal) == [])
    #expect(try school.store.entries(of: receipt.submission).map(\.id.number) == [7, 8])
  }
}
