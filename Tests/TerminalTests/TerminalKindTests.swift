import Terminal
import TerminalTesting
import Testing

/// Every kind of terminal, and every kind of locale.
@Suite struct TerminalKindTests {
  private static let kinds = [
    "xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "ansi",
  ]

  @Test(arguments: kinds, ["C.UTF-8", "C", "en_GB.UTF-8", "POSIX"])
  func `the picture is the same on all, but for letters that cannot be shown`(
    name: String, locale: String
  ) throws {
    let probe = try PseudoTerminal.probe(terminal: name, environment: ["LC_ALL": locale])
    #expect(probe.lines[0] == "PROBE 24 by 80")
    let names =
      locale.hasSuffix("UTF-8") ? "Siân Łucja 李小龍 مريم end ─│…" : "Sian Lucja ?????? ???? end -|."
    #expect(probe.lines[5] == names)
    #expect(probe.lines[6].hasPrefix("> 1 x "))
    #expect(probe.lines[22].hasPrefix("  17 xxxxxxxxxxxxxxxxx "))
    #expect(probe.lines[23] == " ^Q leave   ^L redraw   ? help".padded(to: 71) + " events 0")
    #expect(probe.cursor == (3, 2))
    probe.type("\u{11}")
    #expect(probe.waitForEnd() == .exited(0))
    #expect(probe.contains("left in good order"))
    #expect(probe.isCooked)
  }

  @Test(arguments: [
    ("dumb", "the terminal 'dumb' cannot move its cursor"),
    ("unknown", "does not know the terminal 'unknown'"),
    ("xterm-of-the-future", "does not know the terminal 'xterm-of-the-future'"),
    ("", "TERM is not set"), (nil, "TERM is not set"),
  ])
  func `a terminal that cannot show a screen is refused in words`(
    name: String?, words: String
  ) throws {
    let probe = try PseudoTerminal("TerminalProbe", terminal: name)
    #expect(probe.waitForEnd() == .exited(7))
    #expect(probe.text.replacing("\n", with: "").contains(words))
    #expect(probe.isCooked)
    // Nothing is sent before the refusal that the terminal might not understand.
    #expect(!probe.received.contains(0x1B))
  }

  @Test(arguments: ["</dev/null", ">/dev/null"])
  func `input or output elsewhere is refused in words`(redirection: String) throws {
    let program = PseudoTerminal.productsFolder + "/TerminalProbe"
    let probe = try PseudoTerminal("/bin/sh", ["-c", "\(program) \(redirection); echo code $?"])
    #expect(probe.wait { $0.contains("code 7") })
    #expect(!probe.received.contains(0x1B))
  }

  @Test(arguments: [("C.UTF-8", "  é李"), ("C", "  e??")])
  func `what is typed is the same letter in any locale`(locale: String, shown: String) throws {
    let probe = try PseudoTerminal.probe(environment: ["LC_ALL": locale])
    probe.type("é李")
    #expect(probe.waitForPicture(events: 2))
    #expect(probe.lines[3] == shown)
    #expect(probe.wait { $0.cursor == (3, 5) })
  }

  @Test func `a letter the system measures otherwise moves nothing beside it`() throws {
    let probe = try PseudoTerminal.probe()
    // It joins the letter before it: a sign that one edition of Unicode makes spacing, one not.
    probe.type("a\u{1171E}z")
    #expect(probe.waitForPicture(events: 3))
    #expect(probe.lines[3] == "  ??z")
    #expect(probe.wait { $0.cursor == (3, 5) })
  }

  @Test func `the bell is one byte and changes nothing`() throws {
    let probe = try PseudoTerminal.probe()
    #expect(probe.count(of: "\u{7}") == 0)
    probe.type("\u{7}")
    #expect(probe.waitForPicture(events: 1))
    #expect(probe.wait { $0.count(of: "\u{7}") == 1 })
  }

  @Test func `drawing in ASCII sends nothing but ASCII, letters typed too`() throws {
    let probe = try PseudoTerminal.probe(["ascii"])
    #expect(probe.lines[5] == "Sian Lucja ?????? ???? end -|.")
    probe.type("é")
    #expect(probe.waitForPicture(events: 1))
    #expect(probe.wait { $0.lines[3].contains("e") })
    #expect(probe.received.allSatisfy { $0 < 0x80 })
  }

  /// The looks of the roles as they stand on the terminal.
  private func looks(_ probe: PseudoTerminal) -> [String: ScreenCell] {
    var looks: [String: ScreenCell] = [:]
    var word = ""
    var first: ScreenCell?
    for cell in probe.cells(row: 4) {
      if cell.text == " " || cell.text.isEmpty {
        if let first { looks[word] = first }
        (word, first) = ("", nil)
      } else {
        word += cell.text
        first = first ?? cell
      }
    }
    return looks
  }

  @Test func `colours are those of the user's palette and the background stays`() throws {
    let looks = looks(try PseudoTerminal.probe(["dark"]))
    #expect(looks["alert"]?.colour == 1)
    #expect(looks["alert"]?.bold == true)
    #expect(looks["notice"]?.colour == 3)
    #expect(looks["notice"]?.underline == true)
    #expect(looks["done"]?.colour == 6)
    #expect(looks["title"]?.reverse == true)
    #expect(looks["plain"]?.colour == nil)
    #expect(looks.count == 10)
  }

  @Test(arguments: [
    ([], ["NO_COLOR": "1", "COLORFGBG": "15;0"], "xterm-256color"), (["mono"], [:], "linux"),
    (["contrast"], [:], "xterm-256color"), (["dark"], [:], "vt100"),
  ])
  func `without colour, weight and reverse remain`(
    arguments: [String], environment: [String: String], terminal: String
  ) throws {
    let looks = looks(
      try PseudoTerminal.probe(arguments, terminal: terminal, environment: environment))
    #expect(looks.values.allSatisfy { $0.colour == nil })
    #expect(looks["alert"]?.bold == true)
    #expect(looks["focus"]?.reverse == true)
    #expect(looks["changed"]?.underline == true)
    #expect(looks["plain"]?.bold == false)
  }

  @Test func `NO_COLOR that is empty asks for nothing`() throws {
    let looks = looks(
      try PseudoTerminal.probe(environment: ["NO_COLOR": "", "COLORFGBG": "15;0"]))
    #expect(looks["alert"]?.colour == 1)
  }
}
