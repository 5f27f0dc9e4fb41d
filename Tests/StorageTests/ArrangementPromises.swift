import Attendance
import Testing

@testable import Storage

/// Which closures, lists and timetables speak of a day, in every store.
@Suite struct ArrangementPromises {
  private static let monday = TestSchool.monday.date

  private static func session(_ days: Int, _ half: HalfDay) -> Session {
    Session(monday.adding(days: days), half)
  }

  /// A closure of Monday to Tuesday, a list of Tuesday to Thursday, an absence, and a timetable.
  private func school(_ keeper: Keeper) throws -> (KeptSchool, Receipt) {
    let school = try keeper.school()
    let matters: [(Pupil?, Int, DayLine.Matter)] = [
      (
        nil, 0,
        .closure(
          ClosedSessions(from: Self.session(0, .am), through: Self.session(1, .am), code: "Y4"))
      ),
      (
        nil, 1,
        .list(
          AwayList(
            name: "Museum", from: Self.session(1, .am), through: Self.session(3, .pm), code: "V"))
      ),
      (
        TestSchool.ada, 0,
        .absence(
          KnownAbsence(
            from: Self.session(0, .am), through: Self.session(3, .pm), code: "I", source: .report))
      ),
      (
        TestSchool.ben, 2,
        .timetable(
          Timetable(
            .shared, from: Self.monday.adding(days: 2), until: Self.monday.adding(days: 9),
            slots: [], school: "Hill School"))
      ),
    ]
    var act = TestSchool.act(.logged, [], by: TestSchool.office, key: nil)
    act.lines = matters.map { pupil, day, matter in
      ProposedLine(pupil: pupil?.id, date: Self.monday.adding(days: day), matter: matter)
    }
    return (school, try school.store.submit(act))
  }

  @Test(arguments: Keeper.allCases)
  func `a day's arrangements are those that cover it, with what answers them`(
    keeper: Keeper
  ) throws {
    let (school, receipt) = try school(keeper)
    var kinds: [[String]] = []
    for day in -1...10 {
      let book = try school.store.dayBook(.arrangements(on: Self.monday.adding(days: day)))
      kinds.append(book.lines.map(\.matter.kind))
    }
    #expect(
      kinds == [
        [], ["closure"], ["closure", "list"], ["list", "timetable"], ["list", "timetable"],
        ["timetable"], ["timetable"], ["timetable"], ["timetable"], ["timetable"], ["timetable"],
        [],
      ])
    var end = TestSchool.act(.logged, [], by: TestSchool.office, at: 60, key: nil)
    end.lines = [
      ProposedLine(
        pupil: nil, date: Self.monday.adding(days: 20), about: .kept(receipt.lines[1]),
        matter: .done)
    ]
    _ = try school.store.submit(end)
    let tuesday = try school.store.dayBook(.arrangements(on: Self.monday.adding(days: 1)))
    #expect(tuesday.lists.isEmpty && tuesday.closures.count == 1)
  }

  @Test(arguments: Keeper.allCases)
  func `closures are found by any day of a range, and one taken back no longer stands`(
    keeper: Keeper
  ) throws {
    let (school, receipt) = try school(keeper)
    func found(_ first: Int, _ last: Int) throws -> Int {
      try school.store.dayBook(
        .closures(
          from: Self.monday.adding(days: first), through: Self.monday.adding(days: last))
      ).closures.count
    }
    #expect(
      try [found(-5, -1), found(-5, 0), found(1, 5), found(2, 5), found(-9, 9)] == [0, 1, 1, 0, 1])
    var back = TestSchool.act(.amended, [], by: TestSchool.office, at: 60, key: nil)
    back.lines = [
      ProposedLine(
        pupil: nil, date: Self.monday, about: .kept(receipt.lines[0]), matter: .withdrawn,
        words: "thawed")
    ]
    _ = try school.store.submit(back)
    #expect(try found(-9, 9) == 0)
    #expect(try school.store.faults() == [])
  }
}
