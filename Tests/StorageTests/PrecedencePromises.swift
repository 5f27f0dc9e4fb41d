import Attendance
@testable import Storage
import Testing

/// Seen beats told, no question is asked, and both are kept.
@Suite struct PrecedencePromises {
  /// Every pair of bases, with different codes: what stands, and what the receipt says.
  @Test(arguments: Keeper.allCases)
  func `every pair of marks is settled as the precedence says`(keeper: Keeper) throws {
    let bases: [Precedence.Basis] = [.unexplained, .report, .plan, .seen]
    let school = try keeper.school()
    var day = 0
    for first in bases {
      for second in bases {
        day += 1
        let session = Session(TestSchool.starts.adding(days: day), .am)
        let ada = TestSchool.ada
        _ = try school.store.submit(
          TestSchool.act([TestSchool.mark(ada, "I", at: session, basis: first)]))
        let receipt = try school.store.submit(
          TestSchool.act([TestSchool.mark(ada, "/", at: session, basis: second)], at: 60))
        let standing = try school.store.standing(of: [ada.id], at: session, asAt: nil)[ada.id]
        let bothSeen = first == .seen && second == .seen
        let secondStands = second > first || (second == first && !bothSeen)
        #expect(standing?.entry.code == (secondStands ? "/" : "I"), "\(second) over \(first)")
        #expect(receipt.contradictions == (bothSeen ? [ada.id] : []))
        #expect(receipt.outranked == (secondStands || bothSeen ? [] : [ada.id]))
        #expect(try school.store.history(of: ada.id, at: session).count == 2)
      }
    }
    #expect(try school.store.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a contradiction is reported and a resolved act ends it`(keeper: Keeper) throws {
    for right in ["/", "N"] {
      let school = try keeper.school()
      let store = school.store
      _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.ada, "/")]))
      let receipt = try store.submit(
        TestSchool.act(
          [TestSchool.mark(TestSchool.ada, "N"), TestSchool.mark(TestSchool.ben, "/")],
          by: TestSchool.office, at: 60))
      #expect(receipt.contradictions == [TestSchool.ada.id])
      #expect(try store.cell(TestSchool.ben) == "/", "the others of a submission always go")
      let standing = try store.standing(TestSchool.ada)
      #expect(standing?.entry.code == "/")
      #expect(standing?.contradiction?.code == "N")
      #expect(
        try store.unsettled(on: TestSchool.monday.date)
          == [Unsettled(pupil: TestSchool.ada.id, session: TestSchool.monday)])
      _ = try store.submit(
        TestSchool.act(
          .resolved,
          [TestSchool.mark(TestSchool.ada, right, seen: standing?.entry.id, reason: "Asked")],
          by: TestSchool.office, at: 120))
      #expect(try store.standing(TestSchool.ada)?.entry.code == right)
      #expect(try store.standing(TestSchool.ada)?.contradiction == nil)
      #expect(try store.unsettled(on: TestSchool.monday.date).isEmpty)
      #expect(try store.history(of: TestSchool.ada.id, at: nil).count == 3)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `a desk that saw an older mark does not overwrite a newer one`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let old = try store.standing(TestSchool.ada)?.entry.id
    let amended = TestSchool.mark(TestSchool.ada, "L", seen: old, reason: "Came in late")
    _ = try store.submit(TestSchool.act(.amended, [amended], at: 60))
    let receipt = try store.submit(
      TestSchool.act(
        .amended, [TestSchool.mark(TestSchool.ada, "N", seen: old, reason: "Not here")], at: 120))
    #expect(receipt.contradictions == [TestSchool.ada.id])
    #expect(try store.standing(TestSchool.ada)?.entry.code == "L")
  }
}
