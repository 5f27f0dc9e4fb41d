@testable import Screens
import Terminal
import Testing

/// Texts with less room than they need say so, and keep their first part.
@Suite struct CutTextTests {
  private let sentence = "Row 18 Rees, Rhys: N, reason not yet established. Undo: ^Z"

  @Test(arguments: [
    (100, "Leave granted"), (13, "Leave granted"), (12, "Leave gra..."), (5, "Leav."),
  ])
  func `a text that is cut ends in stops`(columns: Int, shown: String) {
    #expect("Leave granted".cut(to: columns) == shown)
  }

  @Test(arguments: [
    ("U, 50 minutes late", 7, "U, 50 ."), ("U, 500 minutes", 8, "U, ..."),
    ("left 09:40", 8, "left ..."), ("room 14, Ms Khan", 7, "room ."),
    ("C10", 2, "."), ("since 2025-10-14", 14, "since ..."), ("8B and 9A", 8, "8B an..."),
    ("H2-Oxford-Road", 10, "H2-Oxfo..."), ("1234", 3, "."),
  ])
  func `no figure and no code is cut to another`(text: String, columns: Int, shown: String) {
    #expect(text.cut(to: columns) == shown)
  }

  @Test func `a digit to press stays with what it chooses, and a telephone number is whole`() {
    #expect("Which code? 1 C  2 C1".wrapped(to: 13) == ["Which code?", "1 C  2 C1"])
    #expect("code: 1 C  2 C1".wrapped(to: 12) == ["code: 1 C ", "2 C1"])
    #expect("ring 01530 000001 now".wrapped(to: 13) == ["ring", "01530 000001", "now"])
    #expect(
      "3 Featherstonehaugh".wrapped(to: 10) == ["3", "Featherston".prefix(10) + "", "nehaugh"])
  }

  @Test func `a message with too few lines says on the last that there is more`() {
    #expect(
      sentence.wrapped(to: 20, lines: 2) == ["Row 18 Rees, Rhys:", "N, reason not yet..."])
    #expect(sentence.wrapped(to: 20, lines: 9).joined(separator: " ") == sentence)
    #expect(sentence.wrapped(to: 20, lines: 0).isEmpty)
  }

  @Test func `a word longer than a line goes on in the next, whole`() {
    #expect(
      "ask (/srv/school/policy.yaml:357); go".wrapped(to: 12)
        == ["ask", "(/srv/school", "/policy.yaml", ":357); go"])
    #expect("김김 a".wrapped(to: 1) == ["김", "김", "a"])
  }

  @Test(arguments: [Size(rows: 14, columns: 40), Size(rows: 5, columns: 20)])
  func `on a small screen what a key did is read whole, and what is missing is marked`(size: Size) {
    var sitting = Sitting(size: size)
    sitting.type("18N")
    let picture = sitting.picture(size).lines
    #expect(picture.joined(separator: " ").contains(size.rows > 5 ? sentence : "18 Rees, Rhys: N,"))
    #expect(size.rows > 5 || picture[3].hasSuffix("..."))
    #expect(picture.contains { $0.hasPrefix("> 19 Shah") })
  }
}
