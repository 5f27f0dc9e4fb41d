import Attendance
import Testing

@Suite struct RollTests {
  static let roll = Roll(
    pupils: [TestSchool.fay, TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.eve],
    enrolments: [
      Enrolment(id: Enrolment.ID(1), pupil: TestSchool.ada.id, starts: day("2025-09-01")),
      Enrolment(
        id: Enrolment.ID(2), pupil: TestSchool.ben.id, starts: day("2025-09-01"),
        ends: day("2025-09-09")),
      Enrolment(id: Enrolment.ID(3), pupil: TestSchool.cem.id, starts: day("2025-09-11")),
      Enrolment(
        id: Enrolment.ID(4), pupil: TestSchool.eve.id, isBoarder: true, starts: day("2025-09-01")),
      // Fay left and came back.
      Enrolment(id: Enrolment.ID(6), pupil: TestSchool.fay.id, starts: day("2025-09-10")),
      Enrolment(
        id: Enrolment.ID(5), pupil: TestSchool.fay.id, starts: day("2024-09-02"),
        ends: day("2025-07-18")),
    ],
    particulars: [
      TestSchool.ada.id: [
        Particulars(from: day("2025-09-15"), yearGroup: yearGroup("8"), group: "8C"),
        Particulars(from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B"),
      ],
      TestSchool.ben.id: [particulars("8B")], TestSchool.cem.id: [particulars("8B")],
      TestSchool.eve.id: [particulars("8B")], TestSchool.fay.id: [particulars("8C")],
    ],
    memberships: [
      Membership(
        group: "Set 1", pupil: TestSchool.ada.id, from: day("2025-09-08"),
        until: day("2025-09-12"), weekday: .wednesday, half: .pm)
    ])

  static func particulars(_ group: String) -> Particulars {
    Particulars(from: day("2024-09-02"), yearGroup: yearGroup("8"), group: group)
  }

  static func members(_ date: String) -> [String] {
    roll.members(on: day(date)).map(\.pupil.name.knownAs)
  }

  static func groups(_ session: Session) -> [String: [String]] {
    roll.groups(at: session).mapValues { $0.map(\.pupil.name.knownAs) }
  }

  @Test func `a pupil is on roll from the starting day through the leaving date`() {
    #expect(Self.members("2025-08-31") == [])
    #expect(Self.members("2025-09-01") == ["Ada", "Ben", "Eve"])
    #expect(Self.members("2025-09-09") == ["Ada", "Ben", "Eve"])
    #expect(Self.members("2025-09-10") == ["Ada", "Eve", "Fay"])
    #expect(Self.members("2025-09-11") == ["Ada", "Cem", "Eve", "Fay"])
    #expect(Self.members("2025-07-18") == ["Fay"])
    #expect(Self.members("2025-07-19") == [])
  }

  @Test func `a register holds the pupils of that date, boarders left out`() {
    #expect(Self.groups(am("2025-09-09")) == ["8B": ["Ada", "Ben"]])
    #expect(Self.groups(am("2025-09-11")) == ["8B": ["Ada", "Cem"], "8C": ["Fay"]])
    #expect(Self.groups(am("2025-09-15")) == ["8B": ["Cem"], "8C": ["Ada", "Fay"]])
  }

  @Test func `a pupil due elsewhere stands in one register only`() {
    #expect(Self.groups(am("2025-09-10")) == ["8B": ["Ada"], "8C": ["Fay"]])
    #expect(Self.groups(pm("2025-09-10")) == ["Set 1": ["Ada"], "8C": ["Fay"]])
    for session in [am("2025-09-10"), pm("2025-09-10"), pm("2025-09-17"), pm("2025-09-03")] {
      let due = Self.roll.groups(at: session)
      for member in Self.roll.members(on: session.date) where member.enrolment.isMarked {
        let group = Self.roll.group(of: member, at: session)
        #expect(due.filter { $0.value.contains(member) }.map(\.key) == [group])
      }
    }
  }

  @Test func `what is first known holds for the time before it too`() {
    #expect(Self.roll.particulars(of: TestSchool.ada.id, on: day("2020-01-01"))?.group == "8B")
    #expect(Self.roll.particulars(of: TestSchool.ada.id, on: day("2025-09-14"))?.group == "8B")
    #expect(Self.roll.particulars(of: TestSchool.ada.id, on: day("2025-09-15"))?.group == "8C")
    #expect(Self.roll.particulars(of: TestSchool.lucja.id, on: day("2025-09-15")) == nil)
  }

  @Test func `guests and boarders are marked or counted as the rules say`() {
    let kinds = Enrolment.Kind.allCases.flatMap { kind in
      [false, true].map { boards in
        Enrolment(
          id: Enrolment.ID(1), pupil: TestSchool.ada.id, kind: kind, isBoarder: boards,
          starts: day("2025-09-01"))
      }
    }
    let marked = kinds.filter(\.isMarked)
    #expect(marked.map(\.kind) == Enrolment.Kind.allCases)
    #expect(kinds.filter(\.isCounted).map(\.kind) == [.main, .dualMain, .dualSubsidiary])
    #expect(kinds.filter(\.isCounted).allSatisfy { !$0.isBoarder })
  }
}
