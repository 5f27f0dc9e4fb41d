import Attendance
import Testing

@testable import Storage

/// What a changed date leaves behind is worth knowing and no fault.
@Suite struct NoticeTests {
  @Test func `marks left off roll by a new leaving date are a notice`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let ended = Enrolment(
      id: Enrolment.ID(1), pupil: TestSchool.ada.id, starts: TestSchool.starts,
      ends: TestSchool.starts)
    try store.keep([.enrolment(ended)], by: TestSchool.office, at: TestSchool.moment(60))
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound)
    #expect(
      found.notices == [
        "\(TestSchool.ada.upn): 1 mark stands off roll, on 2025-09-08 AM; it is kept and not counted"
      ])
  }

  @Test func `marks left on a day closed afterwards are a notice`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let closed = CalendarYear(
      year: TestSchool.autumn.year, terms: TestSchool.autumn.terms,
      closures: [Closure(date: TestSchool.monday.date, reason: "Snow")])
    try store.keep([closed], by: TestSchool.office, at: TestSchool.moment(60))
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound)
    #expect(found.notices.count == 4)
    #expect(found.notices.allSatisfy { $0.contains("1 mark stands on closed days") })
  }

  @Test func `a school with everything in its place has nothing to tell`() throws {
    let test = TestFolder()
    let found = try test.takenSchool().verify(against: nil) { _ in }
    #expect(found.notices.isEmpty)
    #expect(found.isSound)
  }
}
