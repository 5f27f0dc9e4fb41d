import Attendance
import Testing

@Suite struct SiblingsTests {
  private func contact(_ pupil: Pupil, _ name: String, _ phone: String) -> Contact {
    Contact(pupil: pupil.id, priority: 1, name: name, phone: phone)
  }

  @Test func `a family shares a telephone, or a name and the address`() {
    let (ada, ben, cem, dot) = (TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot)
    let homes = [ada.id: "1 High St", cem.id: "1 High St.", dot.id: "9 Low Rd"]
    let found = Siblings.of(
      ada.id, contacts: [contact(ada, "Mrs Jones", "01530 000001")],
      others: [
        contact(ben, "Mr Brown", "+44 1530 000001"), contact(cem, "Mrs Jones", ""),
        contact(dot, "Mrs Jones", "01530 000009"),
      ], address: { homes[$0] ?? "" })
    #expect(found == [ben.id, cem.id])
  }

  @Test func `a shared name without an address makes no family`() {
    let found = Siblings.of(
      TestSchool.ada.id, contacts: [contact(TestSchool.ada, "Mrs Jones", "")],
      others: [contact(TestSchool.ben, "Mrs Jones", "")], address: { _ in "" })
    #expect(found.isEmpty)
  }

  @Test func `a neighbour whom two families name makes them no family`() {
    var neighbour = contact(TestSchool.ada, "Mrs Jones", "01530 000001")
    neighbour.livesWith = false
    let found = Siblings.of(
      TestSchool.ada.id, contacts: [neighbour],
      others: [contact(TestSchool.ben, "Mrs Jones", "01530 000001")], address: { _ in "" })
    #expect(found.isEmpty)
  }
}
