import Attendance
import Testing

@Suite struct SiblingsTests {
  private func contact(_ pupil: Pupil, _ name: String, _ phone: String) -> Contact {
    Contact(pupil: pupil.id, priority: 1, name: name, phone: phone)
  }

  /// The siblings of Ada among those who have these contacts and live at these addresses.
  private func siblings(
    _ contacts: [Contact], homes: [Pupil.ID: String] = [:]
  ) -> [Pupil.ID] {
    let pupils = [TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot]
    let members = pupils.map { pupil in
      Roll.Member(
        pupil: pupil,
        enrolment: Enrolment(
          id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: day("2025-09-01")),
        particulars: Particulars(
          from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B",
          characteristics: [.address: homes[pupil.id] ?? ""]))
    }
    return Siblings(members) { pupil in contacts.filter { $0.pupil == pupil } }
      .of(TestSchool.ada.id)
  }

  @Test func `a family shares a telephone, or a name and the address`() {
    let (ada, ben, cem, dot) = (TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot)
    let found = siblings(
      [
        contact(ada, "Mrs Jones", "01530 000001"), contact(ben, "Mr Brown", "+44 1530 000001"),
        contact(cem, "Mrs Jones", ""), contact(dot, "Mrs Jones", "01530 000009"),
      ], homes: [ada.id: "1 High St", cem.id: "1 High St.", dot.id: "9 Low Rd"])
    #expect(found == [ben.id, cem.id])
  }

  @Test func `a shared name without an address makes no family`() {
    #expect(
      siblings([
        contact(TestSchool.ada, "Mrs Jones", ""), contact(TestSchool.ben, "Mrs Jones", ""),
      ]).isEmpty)
  }

  @Test func `a neighbour whom two families name makes them no family`() {
    var neighbour = contact(TestSchool.ada, "Mrs Jones", "01530 000001")
    neighbour.livesWith = false
    #expect(
      siblings([neighbour, contact(TestSchool.ben, "Mrs Jones", "01530 000001")]).isEmpty)
  }
}
