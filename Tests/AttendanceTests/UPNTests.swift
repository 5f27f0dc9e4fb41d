import Attendance
import Testing

@Suite struct UPNTests {
  /// Numbers whose letters were computed elsewhere than here.
  @Test(arguments: [
    ("B801200005001", false), ("H801200001001", false), ("V936123425001", false),
    ("L823432120001", false), ("U80120000100A", true), ("V93612342500B", true),
    ("X82343212000A", true),
  ])
  func `a number with the right letter is read as written`(text: String, isTemporary: Bool) throws {
    let upn = try UPN(text)
    #expect(upn.text == text)
    #expect(upn.isTemporary == isTemporary)
  }

  @Test(arguments: [
    ("", UPN.Fault.wrongLength(0)), ("B80120000500", .wrongLength(12)),
    ("B8012000050011", .wrongLength(14)), ("A801200005001", .wrongCheckLetter("A", right: "B")),
    ("b801200005001", .wrongCharacter("b")), ("8801200005001", .wrongCharacter("8")),
    ("I801200005001", .wrongCharacter("I")), ("O801200005001", .wrongCharacter("O")),
    ("B80120000500O", .wrongCharacter("O")), ("B801A00005001", .wrongCharacter("A")),
    ("B80120000500a", .wrongCharacter("a")), ("B801 00005001", .wrongCharacter(" ")),
    ("B80120000500１", .wrongCharacter("１")),
  ])
  func `a number that is none is refused with what is wrong`(text: String, fault: UPN.Fault) {
    #expect(throws: fault) { try UPN(text) }
  }

  @Test func `a wrong check letter is answered with the right one`() {
    #expect(
      UPN.Fault.wrongCheckLetter("A", right: "B").description
        == "the check letter is 'A' but these digits need 'B'; copy the UPN again")
  }

  @Test func `one wrong digit never passes`() {
    let right = Array("B801200005001")
    for place in 1..<13 {
      for digit in "0123456789" where digit != right[place] {
        var wrong = right
        wrong[place] = digit
        #expect(throws: UPN.Fault.self, "\(String(wrong))") { try UPN(String(wrong)) }
      }
    }
  }

  @Test func `every serial of a year makes a temporary number of its own`() throws {
    let numbers = (-1...2300).map {
      UPN(temporary: $0, year: 2026, authority: 801, establishment: 2000)
    }
    #expect(numbers.first == .some(nil) && numbers.last == .some(nil))
    let made = numbers.compactMap(\.self)
    #expect(Set(made).count == 2300)
    for upn in made {
      #expect(upn.isTemporary)
      #expect(try UPN(upn.text) == upn)
    }
  }
}
