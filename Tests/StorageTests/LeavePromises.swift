import Attendance
import Testing

@testable import Storage

/// What every store promises of timetables and of leave asked for.
@Suite struct LeavePromises {
  static let date = DayBookPromises.date
  static let timetable = Timetable(
    .partTime, from: date.adding(days: -7), until: date.adding(days: 32),
    slots: [Timetable.Slot(.monday, .am)], compulsoryFrom: date.adding(days: 8))
  static let request = LeaveRequest(
    from: Session(date.adding(days: 60), .am), through: Session(date.adding(days: 64), .pm),
    purpose: "a holiday", received: date)

  private func keep(_ store: any Store) throws -> [DayLine.ID] {
    let receipt = try store.submit(
      DayBookPromises.act([
        DayBookPromises.line(
          TestSchool.ben, .timetable(Self.timetable), on: Self.timetable.from),
        DayBookPromises.line(TestSchool.ada, .request(Self.request)),
      ]))
    return receipt.lines
  }

  @Test(arguments: Keeper.allCases)
  func `a timetable plans each session it leaves out, to its last day (U28)`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let store = school.store
    let lines = try keep(store)
    func plans(_ days: Int, _ half: HalfDay) throws -> [Plan] {
      try store.plans(at: Session(Self.date.adding(days: days), half))
    }
    #expect(try plans(0, .am).isEmpty)
    #expect(try plans(0, .pm).map(\.code) == ["X"])
    #expect(try plans(8, .am).map(\.code) == ["C2"])
    #expect(try plans(32, .pm).map(\.id) == [Plan.ID(lines[0].number)])
    #expect(try plans(35, .pm).isEmpty)
    _ = try store.submit(
      DayBookPromises.act([
        DayBookPromises.line(TestSchool.ben, .withdrawn, about: .kept(lines[0]), "full time again")
      ]))
    #expect(try plans(8, .am).isEmpty)
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a request waits from the day it came, and is answered once decided`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let lines = try keep(store)
    func states(_ which: DayBookQuery) throws -> [LeaveCase.State] {
      try store.dayBook(which).leave.map(\.state)
    }
    #expect(try states(.on(Self.date.adding(days: 90))) == [.waiting])
    #expect(try states(.leaveAndTimetables(Self.date, Self.date)) == [.waiting])
    _ = try store.submit(
      DayBookPromises.act([
        DayBookPromises.line(
          TestSchool.ada, .decision(LeaveDecision(.refused)), about: .kept(lines[1]), "too long")
      ]))
    #expect(try states(.on(Self.date.adding(days: 90))) == [])
    #expect(try states(.on(Self.date.adding(days: 62))) == [.refused])
    #expect(
      try states(.leaveAndTimetables(Self.date.adding(days: 64), Self.date.adding(days: 70))) == [
        .refused
      ])
    #expect(
      try states(.leaveAndTimetables(Self.date.adding(days: 65), Self.date.adding(days: 70))) == [])
    let book = try store.dayBook(.leaveAndTimetables(Self.date, Self.date))
    #expect(book.timetables.map(\.timetable) == [Self.timetable])
  }
}
