import Attendance
import Exchange
import Testing

/// The texts of a morning: one a family, to those who may be told, once a day (U33, U6).
@Suite struct FamilyTextsTests {
  private func pupil(_ number: Int64, _ forename: String) -> Pupil {
    TestSchool.entry(
      number, "Rees", forename, born: "2014-01-0\(number)", year: "7", group: "7A"
    ).pupil
  }

  private func contact(
    _ pupil: Pupil, _ phone: String, _ may: Contact.Permission = .yes, name: String = "Mrs Rees"
  ) -> Contact {
    Contact(pupil: pupil.id, priority: 1, name: name, phone: phone, mayContact: may)
  }

  private func wanted(
    _ pupil: Pupil, _ contacts: [Contact], letter: String = "text-1", after: [Attempt] = []
  ) -> FamilyTexts.Wanted {
    FamilyTexts.Wanted(letter, about: pupil, contacts: contacts, attempts: after)
  }

  @Test func `a family is one row, however its number is written`() {
    let (ann, bob) = (pupil(1, "Ann"), pupil(2, "Bob"))
    let texts = FamilyTexts([
      wanted(ann, [contact(ann, "+44 1530 000001")]), wanted(bob, [contact(bob, "01530-000001")]),
    ])
    #expect(texts.rows.map(\.phone.number) == ["+441530000001"])
    #expect(texts.rows.flatMap(\.about).map(\.pupil) == [ann, bob])
  }

  @Test func `who is barred, or reached through the lead, has no text`() {
    let ann = pupil(1, "Ann")
    let texts = FamilyTexts([
      wanted(
        ann,
        [
          contact(ann, "01530 000001", .no, name: "Mr Rees"),
          contact(ann, "01530 000002", .dsl, name: "Ms Grey"),
          contact(ann, "01530 000003", name: "Mrs Rees"),
        ])
    ])
    #expect(texts.rows.flatMap(\.about).map(\.contact.name) == ["Mrs Rees"])
  }

  @Test func `a child with nobody to text is named, not dropped`() {
    let ann = pupil(1, "Ann")
    let texts = FamilyTexts([
      wanted(ann, [contact(ann, "01530 000001", .no), contact(ann, "=cmd()")])
    ])
    #expect(texts.rows.isEmpty)
    #expect(texts.unreachable == [ann])
  }

  @Test(arguments: [("text-1", true), ("text-2", false)])
  func `the same text goes to the same number once a day`(letter: String, isRepeated: Bool) {
    let ann = pupil(1, "Ann")
    let made = Attempt(
      contact: "Mrs Rees", channel: .text, outcome: .textMade, time: TimeOfDay(minutes: 560),
      letter: "text-1")
    let texts = FamilyTexts([
      wanted(ann, [contact(ann, "01530 000001")], letter: letter, after: [made])
    ])
    #expect(texts.rows.isEmpty == isRepeated)
    #expect(texts.repeated == (isRepeated ? [ann] : []))
  }
}
