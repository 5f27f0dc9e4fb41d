import Attendance
import Testing

/// What was changed of a pupil's records, in words.
@Suite struct PupilRevisionTests {
  private static let mother = Contact(
    pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott", relationship: "mother",
    phone: "01530 000001")
  private static let father = Contact(
    pupil: TestSchool.ada.id, priority: 2, name: "Mr Abbott", relationship: "father",
    mayContact: .no)

  private static func revision(_ record: PupilRevision.Record) -> PupilRevision {
    PupilRevision(at: moment("10:00"), by: TestSchool.office, record)
  }

  private static func words(_ before: [Contact], _ after: [Contact]) -> String {
    revision(.contacts(before: before, after: after)).inWords
  }

  private static func particulars(
    _ group: String, _ known: [Characteristic: String], from: String = "2025-09-01"
  ) -> Particulars {
    Particulars(
      from: day(from), yearGroup: yearGroup("8"), group: group, characteristics: known)
  }

  @Test func `a name is told with what it was`() {
    var ada = TestSchool.ada
    ada.name = PupilName(surname: "Fox", forename: "Ada", preferred: "Addie")
    let words = Self.revision(.pupil(before: TestSchool.ada, after: ada)).inWords
    #expect(words == "surname Abbott -> Fox, known as none -> Addie")
    #expect(Self.revision(.pupil(before: nil, after: ada)).inWords == "put on the books")
  }

  @Test func `a contact is told as added, removed or corrected field by field`() {
    var rung = Self.mother
    rung.phone = "01530 000002"
    rung.livesWith = true
    #expect(
      Self.words([Self.mother, Self.father], [rung])
        == "Mrs Abbott: phone 01530 000001 -> 01530 000002, lives with none -> yes; "
        + "removed Mr Abbott (father)")
    #expect(Self.words([], [Self.mother]) == "added Mrs Abbott (mother)")
  }

  @Test func `a contact of another name in the same place is the same person`() {
    var married = Self.mother
    married.name = "Mrs Fox"
    #expect(Self.words([Self.mother], [married]) == "Mrs Abbott: name Mrs Abbott -> Mrs Fox")
  }

  @Test func `another order of calling is told where nothing else is`() {
    var (first, second) = (Self.father, Self.mother)
    (first.priority, second.priority) = (1, 2)
    #expect(Self.words([Self.mother, Self.father], [first, second]) == "another order of calling")
    #expect(Self.words([Self.mother], [Self.mother]).isEmpty)
  }

  @Test func `an address is told with what it was, and of the rest only that it was changed`() {
    let record = PupilRevision.Record.particulars(
      before: Self.particulars("8B", [.address: "1 High Street", .socialWorker: "no"]),
      after: Self.particulars(
        "8C", [.address: "2 Mill Lane", .socialWorker: "yes"], from: "2025-09-08"))
    #expect(
      Self.revision(record).inWords
        == "group 8B -> 8C, address 1 High Street -> 2 Mill Lane, social worker changed, "
        + "from 2025-09-08")
    let seen = Self.revision(record).seen(withContacts: false) { _ in false }
    #expect(seen?.inWords == "group 8B -> 8C, from 2025-09-08")
  }

  @Test func `contacts are told to those alone who may see them, and barred ones to fewer`() {
    let both = Self.revision(.contacts(before: [], after: [Self.mother, Self.father]))
    let barred = Self.revision(.contacts(before: [Self.mother], after: [Self.mother, Self.father]))
    func seen(_ revision: PupilRevision, _ maySee: Bool) -> String? {
      revision.seen(withContacts: maySee) { $0.mayContact == .no }?.inWords
    }
    #expect(seen(both, false) == nil)
    #expect(seen(both, true) == "added Mrs Abbott (mother)")
    #expect(seen(barred, true) == nil)
  }
}
