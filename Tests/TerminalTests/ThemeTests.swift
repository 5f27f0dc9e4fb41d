import Testing

@testable import Terminal

@Suite struct ThemeTests {
  @Test(arguments: [
    ([:], Theme.Name.mono), (["NO_COLOR": "1"], .mono), (["COLORFGBG": "15;0"], .dark),
    (["COLORFGBG": "0;default;15"], .light), (["COLORFGBG": "15;0", "NO_COLOR": "1"], .mono),
    (["COLORFGBG": "15;0", "NO_COLOR": ""], .dark), (["COLORFGBG": "what"], .mono),
  ])
  func `the environment chooses where nobody else has`(
    environment: [String: String], name: Theme.Name
  ) {
    #expect(Theme.chosen(nil, environment: environment).name == name)
    #expect(Theme.chosen(.contrast, environment: environment).name == .contrast)
  }

  @Test(arguments: [Theme.Name.mono, .contrast])
  func `without colours every state still has its look`(name: Theme.Name) {
    let theme = Theme(name)
    #expect(!theme.hasColours)
    for role in Style.Role.allCases { #expect(theme.look(of: Style(role)).colour == nil) }
    for role in [Style.Role.title, .current, .focus, .changed, .alert, .notice] {
      #expect(theme.look(of: Style(role)) != theme.look(of: .plain))
    }
  }

  @Test(arguments: Theme.Name.allCases)
  func `what is typed and not kept, and what is wrong, never look alike`(name: Theme.Name) {
    let theme = Theme(name)
    let looks = [Style.changed, .alert, .focus, .current].map { theme.look(of: $0) }
    #expect(name == .mono ? looks[1] == looks[3] : Set(looks).count >= 3)
    #expect(looks[0] != looks[1] && looks[1] != looks[2] && looks[2] != looks[3])
  }

  @Test func `no colour is used where it cannot be read`() {
    let dark = Style.Role.allCases.map { Theme(.dark).look(of: Style($0)).colour }
    let light = Style.Role.allCases.map { Theme(.light).look(of: Style($0)).colour }
    #expect(!dark.contains(.blue))
    #expect(!light.contains(.yellow))
  }

  @Test func `what a caller adds comes on top`() {
    #expect(
      Theme(.mono).look(of: .current.adding(.underline)).attributes == [.bold, .underline])
  }

  @Test(arguments: [
    ("é", 1, "e"), ("Ł", 1, "L"), ("ß", 1, "s"), ("ŵ", 1, "w"), ("Ž", 1, "Z"), ("ž", 1, "z"),
    ("ź", 1, "z"), ("ế", 1, "e"), ("Ỷ", 1, "Y"), ("ș", 1, "s"), ("’", 1, "'"), ("─", 1, "-"),
    ("│", 1, "|"), ("┌", 1, "+"), ("┐", 1, "+"), ("…", 1, "."), ("李", 2, "??"), ("م", 1, "?"),
    ("e\u{301}", 1, "e"), ("ÿ", 1, "y"), ("À", 1, "A"), ("÷", 1, "/"), ("ſ", 1, "s"),
    ("Ñ", 1, "N"), ("ŋ", 1, "n"), ("œ", 1, "o"), ("ű", 1, "u"), ("ʿ", 1, "'"),
  ])
  func `a terminal without Unicode gets a plain letter as wide`(
    letter: Character, columns: Int, plain: String
  ) {
    #expect(PlainLetters.ascii(letter, columns: columns) == plain)
  }
}
