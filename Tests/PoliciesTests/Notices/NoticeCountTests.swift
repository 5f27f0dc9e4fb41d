import Attendance
import Policies
import Testing

/// Which notice is the next, what was spent on earlier ones, and what else stands in the way.
@Suite struct NoticeCountTests {
  private typealias Absence = NoticeWorld.Absence

  private func world() throws -> NoticeWorld {
    try NoticeWorld([
      try Absence("O", "2025-09-15", "2025-09-19"), try Absence("O", "2025-10-13", "2025-10-17"),
    ])
  }

  private func amount(_ considered: NoticeConsidered) -> String? {
    considered.points.first { $0.kind == .amount }?.words
  }

  @Test func `the first costs 80 or 160, the second 160, and a third there is not`() throws {
    var world = try world()
    let first = try world.considered(on: "2025-10-17")
    #expect(first.next == .first)
    #expect(first.count.left.count == 20)
    #expect(
      amount(first)
        == "80 pounds if paid within 21 days of receiving it, 160 within 28 (amounts from Mon 19 Aug 2024)"
    )
    try world.addNotice(on: "2025-09-24", using: ("2025-09-15", "2025-09-19"))
    let second = try world.considered(on: "2025-10-17")
    #expect(second.next == .second)
    #expect(second.count.left.count == 10)
    #expect(second.blockers.isEmpty)
    #expect(amount(second)?.hasPrefix("160 pounds if paid within 28 days") == true)
    try world.addNotice(on: "2025-10-17", level: 2, using: ("2025-10-13", "2025-10-17"))
    let third = try world.considered(on: "2025-10-24")
    #expect(third.next == .none)
    #expect(third.blockers.map(\.kind) == [.threshold, .next])
  }

  @Test func `sessions used for a notice are spent for that parent, and not for the other`() throws
  {
    var world = try world()
    try world.addNotice(to: "Mr Ash", on: "2025-10-20", using: ("2025-09-15", "2025-10-17"))
    let father = try world.considered(to: 2, on: "2025-10-22")
    #expect(father.count.left.isEmpty)
    #expect(father.count.spent.count == 20)
    #expect(father.blockers.map(\.kind) == [.threshold])
    let mother = try world.considered(to: 1, on: "2025-10-22")
    #expect(mother.count.left.count == 20)
    #expect(mother.next == .first)
    #expect(mother.earlier.isEmpty)
  }

  @Test func `a withdrawn notice is outside the count and gives its sessions back`() throws {
    var world = try world()
    let notice = try world.addNotice(on: "2025-10-17", using: ("2025-09-15", "2025-10-17"))
    try world.add(
      .outcome(CaseOutcome(.withdrawn)), on: "2025-10-20", about: notice, words: "error")
    let considered = try world.considered(on: "2025-10-22")
    #expect(considered.next == .first)
    #expect(considered.count.left.count == 20)
    #expect(considered.blockers.isEmpty)
  }

  @Test func `a notice about an excluded pupil counts towards nothing and uses no session`() throws
  {
    var world = try world()
    try world.addNotice(on: "2025-10-01", level: nil, using: ("2025-09-15", "2025-09-19"))
    let considered = try world.considered(on: "2025-10-22")
    #expect(considered.next == .first)
    #expect(considered.count.left.count == 20)
  }

  @Test func `an unanswered referral waits for the authority, and a declined one is as none`()
    throws
  {
    var world = try world()
    let asked = try world.addNotice(
      on: "2025-10-17", using: ("2025-09-15", "2025-10-17"), issuer: "local authority")
    #expect(
      try world.considered("psa", on: "2025-10-22").blockers.map(\.kind) == [.threshold, .earlier])
    try world.add(.outcome(CaseOutcome(.declined)), on: "2025-10-21", about: asked, words: "no")
    let again = try world.considered("psa", on: "2025-10-22")
    #expect(again.blockers.isEmpty)
    #expect(again.next == .first)
    #expect(again.points.contains { $0.words.hasPrefix("the local authority issues") })
  }

  @Test func `a hold and a running notice to improve keep it waiting; nothing tried is said`()
    throws
  {
    var world = try world()
    let day = try Shipped.date("2025-10-20")
    try world.add(
      .held(Hold(.bereavement, from: day, until: day.adding(days: 30))), on: "2025-10-20")
    let improve = try world.add(
      .improve(
        NoticeToImprove(
          parent: "Mrs Ash", from: day, until: day.adding(days: 30), holds: [],
          earlyGround: "two more sessions")), on: "2025-10-20")
    let held = try world.considered(on: "2025-10-22")
    #expect(held.blockers.map(\.kind) == [.hold, .improve])
    #expect(held.points.contains { $0.kind == .support && $0.standing == .warns })
    // The father was given none.
    #expect(try world.considered(to: 2, on: "2025-10-22").blockers.map(\.kind) == [.hold])
    try world.add(.outcome(CaseOutcome(.breached)), on: "2025-10-21", about: improve, words: "gone")
    #expect(try world.considered(on: "2025-10-22").blockers.map(\.kind) == [.hold])
  }

  @Test func `a line that was met and is no more can be considered as of the day it was met`()
    throws
  {
    let world = try NoticeWorld([try Absence("G", "2025-09-15", "2025-09-19")])
    let later = try world.considered(on: "2025-12-01")
    #expect(
      later.blockers.map(\.words) == [
        "0 sessions count over 10 school weeks, Mon 22 Sep to Mon 1 Dec 2025; the line is at least "
          + "10; it was met on Fri 28 Nov 2025, and 'notice consider --met 2025-11-28' looks at that"
      ])
    let met = try world.considered(on: "2025-12-01", met: "2025-11-28")
    #expect(met.blockers.isEmpty && met.count.left.count == 10)
    let day = try Shipped.date("2025-12-01")
    #expect(try met.notice(checked: day, issuer: .head).issued == day)
  }

  @Test func `support is what was done, not what was planned or only noted`() throws {
    var world = try world()
    try world.add(.action(CaseAction(.note)), on: "2025-09-20")
    try world.add(.action(CaseAction(.meeting, isPlanned: true)), on: "2025-09-22")
    let clinic = try world.add(.action(CaseAction(.clinic, isPlanned: true)), on: "2025-09-22")
    try world.add(.outcome(CaseOutcome(.heldInAbsence)), on: "2025-09-29", about: clinic)
    try world.add(.action(CaseAction(.homeVisit)), on: "2025-10-01")
    #expect(
      try world.considered(on: "2025-10-22").points.filter { $0.kind == .support }.map(\.words) == [
        "Mon 22 Sep 2025: clinic, held in absence", "Wed 1 Oct 2025: home visit",
      ])
  }

  @Test(arguments: [
    (NoticeWorld.contact(1, "Mrs Ash", "mother", isParent: nil), "is not recorded with"),
    (NoticeWorld.contact(1, "Mrs Ash", "mother", isParent: true, .no), "may not be told anything"),
    (NoticeWorld.contact(1, "Mrs Ash", "mother", isParent: true, .dsl), "safeguarding lead only"),
  ])
  func `whoever is no parent or may not be told has no notice`(contact: Contact, words: String)
    throws
  {
    var world = try world()
    world.contacts = [contact]
    let blockers = try world.considered(on: "2025-10-22").blockers
    #expect(blockers.map(\.kind) == [.contact])
    #expect(blockers.first?.words.contains(words) == true)
  }

  @Test func `the notice that is kept has its level, its sessions and its count`() throws {
    var world = try world()
    try world.addNotice(on: "2025-09-24", using: ("2025-09-15", "2025-09-19"))
    let day = try Shipped.date("2025-10-20")
    let notice = try world.considered(on: "2025-10-20").notice(checked: day, issuer: .head)
    #expect(
      notice
        == PenaltyNotice(
          parent: "Mrs Ash", issued: day, issuer: "headteacher", level: 2, checked: day,
          sessions: Session(
            try Shipped.date("2025-10-13"), .am)...Session(
              try Shipped.date("2025-10-17"), .pm), count: 10))
    #expect(throws: NoticeRefusal.self) {
      try world.considered(on: "2025-09-26").notice(checked: day, issuer: .head)
    }
  }
}
