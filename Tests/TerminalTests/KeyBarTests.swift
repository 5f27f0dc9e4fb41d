import Terminal
import Testing

@Suite struct KeyBarTests {
  private let register = KeyBar([
    .init("Space", "present"), .init("N", "not here"), .init("L", "late"),
    .init("*", "all codes"), .init("'", "name"), .init("1-30", "row"),
    .init("=", "fill blanks"), .init("Bksp", "clear"), .init(";", "note"), .init("^Z", "undo"),
    .init("^S", "submit"), .init(":", "command"),
  ])

  @Test(arguments: [
    (
      80,
      [
        "Space present   N not here   L late   * all codes   ' name   1-30 row",
        "= fill blanks   Bksp clear   ; note   ^Z undo   ^S submit   : command   ? help",
      ]
    ),
    (
      60,
      [
        "Space present   N not here   L late   * all codes   ' name",
        "1-30 row   = fill blanks   Bksp clear   ; note   ? help",
      ]
    ),
    (40, ["Space present  N not here  L late", "* all codes  ' name  1-30 row  ? help"]),
    (20, ["Space present", "N not here  ? help"]),
    (13, ["Space present", "? help"]), (6, ["L late", "? help"]), (5, ["? hel"]),
    (1, ["?"]),
    (0, [""]),
  ])
  func `whole items are left out and the way to the help stays`(width: Int, lines: [String]) {
    #expect(register.lines(width: width) == lines)
  }

  @Test func `one line is enough for few`() {
    #expect(KeyBar([.init("^S", "save")]).lines(width: 80) == ["^S save   ? help"])
    #expect(KeyBar([]).lines(width: 80) == ["? help"])
  }

  @Test(arguments: 0...120)
  func `no word is ever cut and no line too long`(width: Int) {
    let layout = register.layout(width: width)
    #expect(layout.last?.last == KeyBar.Item("?", "help"))
    #expect(layout.count <= 2)
    let shown = layout.joined().dropLast()
    #expect(shown.allSatisfy { register.items.contains($0) })
    // In order of use, none twice.
    let places = shown.compactMap { register.items.firstIndex(of: $0) }
    #expect(places == places.sorted() && Set(places).count == places.count)
    if width >= 6 { #expect(register.lines(width: width).allSatisfy { $0.columns <= width }) }
  }

  @Test func `it is drawn at the foot with the keys in bold`() {
    var canvas = Canvas(size: Size(rows: 4, columns: 40))
    register.draw(on: &canvas)
    #expect(
      canvas.lines == [
        "", "", "Space present  N not here  L late", "* all codes  ' name  1-30 row  ? help",
      ])
    #expect(
      canvas.styleLines == [
        "", "", "bbbbb          b           b", "b            b       bbbb      b",
      ])
  }
}
