import Attendance
import Testing

/// What remains of a plan when another stands in its place on some of its days.
@Suite struct EarlierPlanTests {
  /// Leave from Monday 6 to Friday 17 October 2025.
  private static let leave = KnownAbsence(
    from: am("2025-10-06"), through: pm("2025-10-17"), code: "C", source: .leave)

  private static func remains(_ first: Session, _ last: Session) -> [[Session]] {
    let line = DayBookTests.book([(TestSchool.ada, .absence(leave), about: nil)]).lines[0]
    return EarlierPlan(line, leave).remains(beside: first, last).map { [$0.from, $0.through] }
  }

  @Test func `one day out of the midst leaves two parts`() {
    #expect(
      Self.remains(am("2025-10-08"), pm("2025-10-08")) == [
        [am("2025-10-06"), pm("2025-10-07")], [am("2025-10-09"), pm("2025-10-17")],
      ])
  }

  @Test func `a half day leaves the other half, and no part begins or ends at a weekend`() {
    #expect(
      Self.remains(pm("2025-10-10"), am("2025-10-14")) == [
        [am("2025-10-06"), am("2025-10-10")], [pm("2025-10-14"), pm("2025-10-17")],
      ])
    #expect(
      Self.remains(am("2025-10-13"), pm("2025-10-20")) == [[am("2025-10-06"), pm("2025-10-10")]])
  }

  @Test func `nothing remains where every school day is taken`() {
    #expect(Self.remains(am("2025-10-06"), pm("2025-10-17")).isEmpty)
    #expect(Self.remains(am("2025-10-01"), pm("2025-12-17")).isEmpty)
  }

  @Test func `an act takes the plan back and plans the rest again, about the same message`() {
    let book = DayBookTests.book([
      (nil, .message(Message(caller: "Mrs Abbott", heard: clock("08:10"))), about: nil),
      (TestSchool.ada, .absence(Self.leave), about: 1),
    ])
    let new = KnownAbsence(
      from: am("2025-10-06"), through: pm("2025-10-15"), code: "I", source: .report)
    var act = Act(
      kind: .planned, by: TestSchool.office, at: moment("09:00"),
      lines: [
        ProposedLine(pupil: TestSchool.ada.id, date: day("2025-10-06"), matter: .absence(new))
      ]
    )
    act.stand(
      inPlaceOf: book.planned(for: TestSchool.ada.id, from: new.from, through: new.through))
    var rest = Self.leave
    rest.from = am("2025-10-16")
    #expect(act.lines.map(\.matter) == [.absence(new), .withdrawn, .absence(rest)])
    #expect(act.lines.map(\.about) == [nil, .kept(DayLine.ID(2)), .kept(DayLine.ID(1))])
    #expect(
      book.planned(for: TestSchool.ada.id, from: am("2025-10-20"), through: pm("2025-10-20"))
        .isEmpty)
  }
}
