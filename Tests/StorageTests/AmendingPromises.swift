import Attendance
import Testing

@testable import Storage

/// What amending promises: nothing is replaced that was not looked at, and all of an act or nothing.
@Suite struct AmendingPromises {
  /// An amendment of those marks, each as it stands now.
  private func amendment(
    _ store: any Store, _ pupils: [Pupil], _ code: String, at seconds: Int64
  ) throws -> Act {
    var act = TestSchool.act(
      .amended,
      try pupils.map { pupil in
        ProposedMark(
          pupil: pupil.id, session: TestSchool.monday, code: code, basis: .report,
          seen: try store.standing(pupil)?.entry.id, reason: "mother rang")
      }, by: TestSchool.office, at: seconds, key: nil)
    act.onlyAsSeen = true
    return act
  }

  @Test(arguments: Keeper.allCases)
  func `of two desks that looked at one mark the second is told, and keeps nothing`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let first = try amendment(store, [TestSchool.dot], "I", at: 60)
    let second = try amendment(store, [TestSchool.ada, TestSchool.dot], "O", at: 61)
    _ = try store.submit(first)
    #expect(throws: StoreFault.markChanged(TestSchool.dot.id, TestSchool.monday)) {
      try store.submit(second)
    }
    #expect(try store.cell(TestSchool.dot) == "I")
    #expect(try store.cell(TestSchool.ada) == "/")
    _ = try store.submit(try amendment(store, [TestSchool.dot], "O", at: 62))
    #expect(try store.cell(TestSchool.dot) == "O")
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a blank that was marked meanwhile is not amended as a blank`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let blank = try amendment(store, [TestSchool.dot], "I", at: 60)
    _ = try store.submit(TestSchool.taken)
    #expect(throws: StoreFault.markChanged(TestSchool.dot.id, TestSchool.monday)) {
      try store.submit(blank)
    }
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a withdrawn register is not taken until it is taken again`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let taken = try #require(try store.taken(on: TestSchool.monday.date)[TestSchool.key])
    let standing = try store.standing(
      of: [TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot].map(\.id),
      at: TestSchool.monday, asAt: nil)
    let withdrawal = try Withdrawal(
      of: TestSchool.key, taken: taken,
      entries: Set(try store.entries(of: taken.id).map(\.id)), standing: Array(standing.values),
      because: "wrong class")
    let receipt = try store.submit(
      withdrawal.act(by: TestSchool.office, now: TestSchool.moment(60)))
    #expect(try store.taken(on: TestSchool.monday.date)[TestSchool.key] == nil)
    #expect(try store.cell(TestSchool.cem).isEmpty)
    #expect(
      try store.submissions(of: TestSchool.key).map(\.isWithdrawal) == [false, true])
    let undone = try #require(try store.submission(receipt.submission))
    let made = try store.entries(of: undone.id)
    let undoing = Undoing(
      of: undone, made: made,
      histories: try made.map { try store.history(of: $0.pupil, at: $0.session) })
    _ = try store.submit(undoing.act(by: TestSchool.office, now: TestSchool.moment(120)))
    #expect(try store.taken(on: TestSchool.monday.date)[TestSchool.key]?.kind == .taken)
    #expect(try store.cell(TestSchool.cem) == "L")
    let line = try store.history(of: TestSchool.cem.id, at: TestSchool.monday).last
    #expect(line?.entry.minutes == 5 && line?.entry.note == "Bus was late")
    #expect(try store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `of a move both acts are kept or neither`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let away = try amendment(store, [TestSchool.ada], "I", at: 60)
    var there = TestSchool.act(
      .amended, [TestSchool.mark(TestSchool.ben, "N", basis: .unexplained)], at: 60)
    there.onlyAsSeen = true
    let head = try store.headSeal()
    #expect(throws: StoreFault.self) { try store.submit([away, there]) }
    #expect(try store.headSeal() == head)
    #expect(try store.cell(TestSchool.ada) == "/")
  }

  @Test(arguments: Keeper.allCases)
  func `the last amendments are found by their maker, newest first`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    for (code, at) in [("I", Int64(60)), ("O", 120)] {
      _ = try store.submit(try amendment(store, [TestSchool.dot], code, at: at))
    }
    let office = try store.amendments(by: TestSchool.office.login, atMost: 5)
    #expect(office.map(\.at) == [TestSchool.moment(120), TestSchool.moment(60)])
    #expect(try store.amendments(by: TestSchool.tutor.login, atMost: 5).isEmpty)
    #expect(try store.amendments(by: nil, atMost: 1).map(\.at) == [TestSchool.moment(120)])
  }
}
