import Attendance
import Testing

@testable import Storage

/// What a store promises of whom something was kept about since a moment.
@Suite struct TouchedPromises {
  @Test(arguments: Keeper.allCases)
  func `the pupils of later marks and lines are named, and nobody else`(keeper: Keeper) throws {
    let school = try keeper.school()
    let mark = try school.store.mark()
    #expect(try school.store.touched(since: mark) == [])
    _ = try school.store.submit(
      DayBookPromises.act(
        [DayBookPromises.line(TestSchool.ada, .told("the youth offending worker"))],
        [ProposedMark(pupil: TestSchool.ben.id, session: TestSchool.monday, code: "L")]))
    #expect(try school.store.touched(since: mark) == [TestSchool.ada.id, TestSchool.ben.id])
    #expect(try school.store.touched(since: school.store.mark()) == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a closure and a change of the roll are no matter of a few pupils`(keeper: Keeper) throws {
    let school = try keeper.school()
    var mark = try school.store.mark()
    _ = try school.store.submit(
      DayBookPromises.act([
        DayBookPromises.line(
          nil,
          .closure(
            ClosedSessions(
              from: TestSchool.monday, through: TestSchool.monday, code: "Y4")))
      ]))
    #expect(try school.store.touched(since: mark) == nil)
    mark = try school.store.mark()
    try school.store.keep(
      [Staff(login: "new", name: "N. Ew", position: "Cover", role: "cover")],
      by: TestSchool.office, at: TestSchool.moment(9))
    #expect(try school.store.touched(since: mark) == nil)
  }
}
