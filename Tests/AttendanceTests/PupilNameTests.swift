import Attendance
import Testing

@Suite struct PupilNameTests {
  static let beth = PupilName(surname: "Núñez", forename: "Elizabeth Ann", preferred: "Beth")

  @Test(arguments: [
    "nun", "NÚÑ", "beth", "eliz", "ann", "núñez, b", "beth n", "elizabeth ann n", "nunez, eliz",
    "nunez beth", "nunez elizabeth",
  ])
  func `search takes either name, legal or known-as, in either order`(text: String) {
    #expect(Self.beth.matches(text))
  }

  @Test(arguments: ["", "ethb", "nunez a", "lizabeth", "betha"])
  func `search takes nothing else`(text: String) {
    #expect(!Self.beth.matches(text))
  }

  @Test func `a register shows the known-as name and an official print the legal one`() {
    #expect(Self.beth.onRegister == "Núñez, Beth")
    #expect(Self.beth.legal == "Núñez, Elizabeth Ann")
    #expect(TestSchool.ada.name.onRegister == "Abbott, Ada")
  }

  @Test func `a register is ordered by surname and forename, accents, marks and case aside`() {
    func pupil(_ number: Int, _ surname: String, _ forename: String) -> Pupil {
      TestSchool.pupil(number, surname, forename)
    }
    let ordered = [
      pupil(1, "de la Cruz", "Ana"), pupil(2, "Dell", "Zoe"), pupil(3, "Łukasik", "Łucja"),
      pupil(4, "Lund", "Bo"), pupil(5, "Oakes", "Tom"), pupil(6, "O'Brien", "Aoife"),
      pupil(7, "OBRIEN", "Ben"), pupil(8, "Ó Briain", "Cara"), pupil(9, "Smith", "Zed"),
      pupil(10, "Smith-Jones", "Al"), pupil(11, "Smithson", "Al"), pupil(12, "Yıldız", "Eda"),
      pupil(13, "李", "小龍"),
    ]
    let wanted = [1, 2, 3, 4, 5, 8, 6, 7, 9, 10, 11, 12, 13].map { Pupil.ID($0) }
    for seed in 0..<20 {
      var random = Seeded(seed)
      let sorted = ordered.shuffled(using: &random).sorted(by: Pupil.inRegisterOrder)
      #expect(sorted.map(\.id) == wanted)
    }
  }

  @Test func `pupils of one name stand in the order of their UPN`() {
    let one = TestSchool.pupil(1, "Smith", "Ali")
    let other = TestSchool.pupil(2, "SMITH", "Ali")
    #expect(Pupil.inRegisterOrder(one, other) == (one.upn < other.upn))
    #expect(Pupil.inRegisterOrder(other, one) == (other.upn < one.upn))
  }

  @Test(arguments: [
    (TestSchool.maya, TestSchool.milan, true), (TestSchool.maya, TestSchool.rhys, false),
    (TestSchool.ada, TestSchool.fay, false),
    (TestSchool.pupil(1, "O'Neil", "Ben"), TestSchool.pupil(2, "ONEIL", "Béla"), true),
    (
      TestSchool.pupil(1, "Gray", "Alexander", knownAs: "Sandy"), TestSchool.pupil(2, "Gray", "Al"),
      false
    ),
    (
      TestSchool.pupil(1, "Gray", "Alexander", knownAs: "Sandy"),
      TestSchool.pupil(2, "Gray", "Sam"), true
    ),
  ])
  func `names look alike with one surname and one initial of the known-as name`(
    one: Pupil, other: Pupil, alike: Bool
  ) {
    #expect(one.name.looksLike(other.name) == alike)
    #expect(other.name.looksLike(one.name) == alike)
  }
}
