import Attendance
import Testing

/// Pupils due in no group, or in two at once (U13).
@Suite struct PlaceCheckTests {
  private static func roll(_ form: String, _ places: [Membership]) -> Roll {
    Roll(
      pupils: [TestSchool.ada],
      enrolments: [
        Enrolment(id: Enrolment.ID(1), pupil: TestSchool.ada.id, starts: day("2025-09-01"))
      ],
      particulars: [
        TestSchool.ada.id: [
          Particulars(from: day("2025-09-01"), yearGroup: yearGroup("8"), group: form)
        ]
      ], memberships: places)
  }

  private static func place(_ group: String, half: HalfDay? = nil) -> Membership {
    Membership(group: group, pupil: TestSchool.ada.id, half: half)
  }

  @Test(
    arguments: [
      ("8B", [], nil), ("", [], []), ("8B", ["Set 1"], nil), ("", ["Set 1"], nil),
      ("8B", ["Set 1", "Set 2"], ["Set 1", "Set 2"]), ("8B", ["Set 1", "Set 1"], nil),
      ("8B", ["Set 1", "Trip"], nil), ("8B", ["Trip", "Set 1"], ["Set 1", "Trip"]),
      ("8B", ["Trip", "Hall"], ["Hall", "Trip"]), ("", ["Trip"], nil),
    ] as [(String, [String], [String]?)])
  func `who is due in none or in two is named, and nobody else`(
    form: String, places: [String], groups: [String]?
  ) {
    let check = PlaceCheck(
      Self.roll(form, places.map { Self.place($0) }), at: TestSchool.morning,
      lists: ["Trip", "Hall"])
    #expect(check.findings.map(\.groups) == (groups.map { [$0] } ?? []))
  }

  @Test func `a place of the other half of the day is not in the way`() {
    let check = PlaceCheck(
      Self.roll("8B", [Self.place("Set 1"), Self.place("Set 2", half: .pm)]),
      at: TestSchool.morning)
    #expect(check.findings.isEmpty)
  }
}
