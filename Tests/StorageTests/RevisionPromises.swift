import Attendance
import Testing

@testable import Storage

/// What every store promises of the changes to a pupil's records.
@Suite struct RevisionPromises {
  /// A text with everything in it that a description writes otherwise.
  private static let odd = "O'Brien \"Łucja\" (née e\u{301}), \\ [x: 1]\n\t\u{7}"

  @Test(arguments: Keeper.allCases)
  func `every change to a pupil's records comes back with what was there before`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let store = school.store
    let known = try store.revisions(of: TestSchool.ada.id)
    var ada = TestSchool.ada
    ada.name = PupilName(surname: Self.odd, forename: "Ada", preferred: "", sayAs: "AY-da")
    let mother = Contact(
      pupil: ada.id, priority: 1, name: Self.odd, relationship: "mother", phone: "01530 000000",
      email: "a@example.org", parentalResponsibility: true, livesWith: false, mayContact: .dsl,
      courtOrder: "none", language: "Polish", safeTimes: "after 16:00")
    let father = Contact(pupil: ada.id, priority: 2, name: "Mr Abbott", mayContact: .no)
    let before = try #require(
      store.roll().particulars(of: ada.id, on: TestSchool.monday.date))
    var moved = before
    moved.from = TestSchool.monday.date
    moved.group = "8C"
    moved.characteristics = [.address: Self.odd, .socialWorker: "yes", .sen: ""]
    // The register holds an address on one line, and its log says what it holds.
    var kept = moved
    kept.characteristics[.address] = Self.odd.replacing("\n", with: " ")
    let (first, second) = (TestSchool.moment(1), TestSchool.moment(2))
    try store.keep(
      [.pupil(ada), .contacts(ada.id, [mother]), .particulars(ada.id, moved)],
      by: TestSchool.office, at: first)
    try store.keep(
      [.contacts(ada.id, [mother, father]), .contacts(TestSchool.ben.id, [])],
      by: TestSchool.tutor, at: second)
    #expect(
      try Array(store.revisions(of: ada.id).dropFirst(known.count)) == [
        PupilRevision(at: first, by: TestSchool.office, .pupil(before: TestSchool.ada, after: ada)),
        PupilRevision(
          at: first, by: TestSchool.office, .contacts(before: [], after: [mother])),
        PupilRevision(
          at: first, by: TestSchool.office, .particulars(before: before, after: kept)),
        PupilRevision(
          at: second, by: TestSchool.tutor,
          .contacts(before: [mother], after: [mother, father])),
      ])
    #expect(known.first?.record == .pupil(before: nil, after: TestSchool.ada))
  }
}
