import Attendance
import Testing

@testable import Storage

/// What a store promises of two desks that record the same in one second: the second is told.
@Suite struct KeptOncePromises {
  private static let day = TestSchool.monday.date
  private static let owner = CaseOwner(role: "champion")

  /// What is on record once only, each for Ada.
  static let once: [Casework] = [
    .opened(CaseOpening(ladder: "absence", due: nil, owner: owner)),
    .agreement(Agreement(.contract, from: day, review: day.adding(days: 28), targets: ["95%"])),
    .improve(
      NoticeToImprove(
        parent: "Mrs Abbott", from: day, until: day.adding(days: 21), holds: [], earlyGround: "two")
    ),
    .penalty(notice(level: 1)), .penalty(notice(level: nil)),
    .considered(ConsideredEvent(rule: "threshold", metOn: day)),
    .returned(ReturnMade("sickness", episode: day)),
  ]

  private static func notice(level: Int?) -> PenaltyNotice {
    PenaltyNotice(
      parent: "Mrs Abbott", issued: day, issuer: "Headteacher", level: level, checked: day,
      sessions: TestSchool.monday...Session(day, .pm), count: 10)
  }

  private func act(
    _ work: Casework, of pupil: Pupil = TestSchool.ada, about: DayLine.ID? = nil, _ minute: Int = 0
  ) -> Act {
    Act(
      kind: .logged, by: minute == 0 ? TestSchool.office : TestSchool.tutor,
      at: TestSchool.moment(Int64(minute)),
      lines: [
        ProposedLine(
          pupil: pupil.id, date: Self.day, about: about.map { .kept($0) }, matter: .casework(work),
          words: "said")
      ])
  }

  @Test(arguments: Keeper.allCases, once)
  func `the second of two desks is told of the first, and nothing is kept twice`(
    keeper: Keeper, work: Casework
  ) throws {
    let school = try keeper.school()
    let other = try school.secondDesk()
    _ = try school.store.submit(act(work))
    let before = try school.store.headSeal()
    let first = try #require(try school.store.dayBook(.about(TestSchool.ada.id)).lines.first)
    #expect(throws: StoreFault.saidAlready(first)) { _ = try other.submit(act(work, 1)) }
    #expect(try school.store.headSeal() == before)
    #expect(try other.dayBook(.about(TestSchool.ada.id)).lines == [first])
    // The same about another pupil is another matter.
    _ = try other.submit(act(work, of: TestSchool.ben, 1))
    #expect(try other.dayBook(.about(TestSchool.ben.id)).lines.count == 1)
  }

  @Test(arguments: Keeper.allCases, once)
  func `what was taken back can be recorded again`(keeper: Keeper, work: Casework) throws {
    let school = try keeper.school()
    let receipt = try school.store.submit(act(work))
    let line = try #require(receipt.lines.first)
    _ = try school.store.submit(
      Act(
        kind: .logged, by: TestSchool.office, at: TestSchool.moment(2),
        lines: [
          ProposedLine(
            pupil: TestSchool.ada.id, date: Self.day, about: .kept(line), matter: .withdrawn,
            words: "in error")
        ]))
    _ = try school.store.submit(act(work, 3))
    #expect(try school.store.dayBook(.about(TestSchool.ada.id)).standing.count == 1)
  }

  @Test(arguments: Keeper.allCases)
  func `one outcome is noted once, and each party signs for themselves`(keeper: Keeper) throws {
    let school = try keeper.school()
    let receipt = try school.store.submit(act(Self.once[1]))
    let line = try #require(receipt.lines.first)
    for name in ["Mrs Abbott", "the school"] {
      _ = try school.store.submit(act(.outcome(CaseOutcome(.signed, by: name)), about: line))
    }
    let again = act(.outcome(CaseOutcome(.signed, by: "mrs abbott")), about: line, 1)
    #expect(throws: StoreFault.self) { _ = try school.store.submit(again) }
    _ = try school.store.submit(act(.outcome(CaseOutcome(.met, by: "all")), about: line))
    let met = act(.outcome(CaseOutcome(.met, by: "the head")), about: line, 1)
    #expect(throws: StoreFault.self) { _ = try school.store.submit(met) }
    // What was reviewed is agreed again in the same words.
    _ = try school.store.submit(act(Self.once[1], 4))
    #expect(try school.store.dayBook(.about(TestSchool.ada.id)).lines.count == 5)
  }

  @Test(arguments: Keeper.allCases)
  func `a note or a meeting may well be written twice`(keeper: Keeper) throws {
    let school = try keeper.school()
    let note = Casework.action(CaseAction(.note))
    _ = try school.store.submit([act(note), act(note, 1)])
    #expect(try school.store.dayBook(.about(TestSchool.ada.id)).lines.count == 2)
  }

  @Test func `the refusal names who kept it, when and what`() throws {
    let school = try Keeper.memory.school()
    _ = try school.store.submit(act(Self.once[6]))
    let line = try #require(try school.store.dayBook(.about(TestSchool.ada.id)).lines.first)
    #expect(
      StoreFault.saidAlready(line).description
        == "sickness return made, for the episode from \(Self.day) is on record already, kept "
        + "\(Self.day) at 08:40 by \(TestSchool.office.name); it is not kept twice")
  }
}
