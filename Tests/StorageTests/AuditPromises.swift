import Attendance
import Testing

@testable import Storage

/// What a store promises to whoever asks who did what.
@Suite struct AuditPromises {
  private static let day = TestSchool.monday.date

  @Test(arguments: Keeper.allCases)
  func `the entries after an act are those made since, each with what it replaced`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let first = try school.store.submit(
      TestSchool.act(
        .taken, [TestSchool.mark(TestSchool.ada, "N"), TestSchool.mark(TestSchool.ben, "/")]))
    #expect(try school.store.lines(after: first.submission).isEmpty)
    let seen = try school.store.standing(
      of: [TestSchool.ada.id], at: TestSchool.monday, asAt: nil)[TestSchool.ada.id]?.entry.id
    _ = try school.store.submit(
      TestSchool.act(
        .amended, [TestSchool.mark(TestSchool.ada, "I", seen: seen, reason: "mother rang")],
        by: TestSchool.office, at: 60))
    let since = try school.store.lines(after: first.submission)
    #expect(since.map(\.entry.code) == ["I"])
    #expect(since.map(\.replaced) == ["N"])
    #expect(since.map(\.entry.pupil) == [TestSchool.ada.id])
    #expect(try school.store.lines(after: nil).map(\.entry.code) == ["N", "/", "I"])
  }

  @Test(arguments: Keeper.allCases)
  func `acts and amendments are those of the days, by when they were typed`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.act(.taken, [TestSchool.mark(TestSchool.ada, "N")]))
    let seen = try school.store.standing(
      of: [TestSchool.ada.id], at: TestSchool.monday, asAt: nil)[TestSchool.ada.id]?.entry.id
    _ = try school.store.submit(
      TestSchool.act(
        .amended, [TestSchool.mark(TestSchool.ada, "I", seen: seen, reason: "mother rang")],
        by: TestSchool.office, at: 86_400))
    let tuesday = Self.day.adding(days: 1)
    let acts = try school.store.acts(from: Self.day, through: Self.day)
    #expect(acts.map(\.submission.kind) == [.taken])
    #expect(acts.map(\.entries) == [1])
    #expect(acts.map(\.lines) == [0])
    #expect(try school.store.amendments(from: Self.day, through: Self.day).isEmpty)
    let late = try school.store.amendments(from: tuesday, through: tuesday)
    #expect(late.map(\.entry.reason) == ["mother rang"])
    #expect(late.map(\.submission.typist) == [TestSchool.office])
    #expect(try school.store.acts(from: Self.day, through: tuesday).count == 2)
    let (taken, amended) = (TestSchool.moment(), TestSchool.moment(86_400))
    #expect(
      Set(try school.store.actCounts(from: Self.day, through: tuesday)) == [
        ActCount(by: TestSchool.tutor, kind: .taken, count: 1, last: taken),
        ActCount(by: TestSchool.office, kind: .amended, count: 1, last: amended),
        ActCount(by: TestSchool.office, kind: nil, count: 1, last: amended),
      ])
    #expect(
      try school.store.actCounts(from: Self.day, through: Self.day) == [
        ActCount(by: TestSchool.tutor, kind: .taken, count: 1, last: taken)
      ])
  }

  @Test(arguments: Keeper.allCases)
  func `the change log is told by day, without its seals, and by how its lines begin`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let store = school.store
    try store.record("printed one", by: TestSchool.tutor, at: TestSchool.moment())
    try store.record("exported two", by: TestSchool.office, at: TestSchool.moment(60))
    try store.record("printed three", by: TestSchool.office, at: TestSchool.moment(86_400))
    let log = try store.log(from: Self.day, through: Self.day).filter {
      $0.at >= TestSchool.moment()
    }
    #expect(
      log == [
        LogLine(at: TestSchool.moment(), by: TestSchool.tutor, what: "printed one"),
        LogLine(at: TestSchool.moment(60), by: TestSchool.office, what: "exported two"),
      ])
    #expect(
      try school.secondDesk().logged(beginning: "printed ").map(\.what) == [
        "printed one", "printed three",
      ])
    #expect(try store.logged(beginning: "signed").isEmpty)
  }
}
