import Attendance
import Terminal
import Testing

@testable import Screens

/// A pupil's contacts, seen and corrected by keys (O6, O14).
@Suite struct ContactsScreenTests {
  private static let rees = TestSchool.form[17].pupil.id

  private func contacts(_ contacts: [String] = ["Mrs", "Mr"]) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "10:10", opens: false, showsMorning: true)
    sitting.office.contacts = contacts
    sitting.type("/rees")
    sitting.press(.enter)
    sitting.type("c")
    return sitting
  }

  private func kept(_ sitting: Sitting) -> [String] {
    (sitting.office.corrected[Self.rees] ?? []).map { "\($0.name) \($0.phone)" }
  }

  @Test func `the contacts are one key from the pupil's year, with siblings`() {
    let sitting = contacts()
    #expect(sitting.picture().lines[0].contains("CONTACTS  Rees, Rhys"))
    #expect(sitting.text.contains("Siblings: Rees, Mali 10A"))
    #expect(sitting.text.contains("BARRED: Mr Barred"))
  }

  @Test func `fewer than the policy asks for is said, and a barred one does not count`() {
    #expect(contacts(["Mrs"]).text.contains("Only 1 of the 2 contacts that the policy asks for"))
    #expect(!contacts().text.contains("Only"))
  }

  @Test func `a field is corrected after Tab, and undone by one key`() {
    var sitting = contacts()
    sitting.press(.enter)
    sitting.press(.tab)
    sitting.press(.tab)
    for _ in 0..<12 { sitting.press(.backspace) }
    sitting.type("01530 777777")
    sitting.press(.enter)
    #expect(kept(sitting).first == "Mrs Rees 01530 777777")
    sitting.type("^Z")
    #expect(kept(sitting).first == "Mrs Rees 01530 000000")
  }

  @Test func `a contact is added last and removed, and nobody is there twice`() {
    var sitting = contacts()
    sitting.type("aMs Grey")
    sitting.press(.enter)
    #expect(kept(sitting).last == "Ms Grey ")
    #expect(sitting.office.corrected[Self.rees]?.last?.priority == 10)
    sitting.type("ams grey")
    sitting.press(.enter)
    #expect(sitting.text.contains("Ms grey is a contact already"))
    sitting.press(.escape)
    sitting.type("x")
    #expect(kept(sitting).count == 3)
  }

  @Test func `what cannot stand in a field is refused there, and what was typed stays`() {
    var sitting = contacts()
    sitting.press(.enter)
    sitting.press(.tab)
    sitting.press(.tab)
    for _ in 0..<12 { sitting.press(.backspace) }
    sitting.type("at home")
    sitting.press(.enter)
    #expect(sitting.text.contains("'at home' is no telephone number"))
    #expect(sitting.text.contains("Telephone: at home"))
    #expect(sitting.office.corrected.isEmpty)
  }

  @Test func `the name a pupil is known by is one key`() {
    var sitting = contacts()
    sitting.type("kRhysie")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("CONTACTS  Rees, Rhysie"))
    #expect(sitting.picture().lines[1].contains("Rhys Rees, known as Rhysie"))
  }

  @Test func `whoever may see contacts and not change them is told who may`() {
    var sitting = Sitting(TestSchool.price, at: "10:10", opens: false)
    sitting.type("/rees")
    sitting.press(.enter)
    sitting.type("c")
    #expect(sitting.picture().lines[0].hasSuffix("[READ ONLY]"))
    sitting.type("x")
    #expect(sitting.text.contains("may not change pupils' records"))
    #expect(sitting.office.corrected.isEmpty)
  }
}
