import TerminalTesting
import Testing

@Suite struct KeysOnTerminalTests {
  private static let spellings: [(String, String)] = [
    ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[B", "Down"), ("\u{1B}OB", "Down"),
    ("\u{1B}[C", "Right"), ("\u{1B}OC", "Right"), ("\u{1B}[D", "Left"), ("\u{1B}OD", "Left"),
    ("\u{1B}[H", "Home"), ("\u{1B}OH", "Home"), ("\u{1B}[1~", "Home"), ("\u{1B}[7~", "Home"),
    ("\u{1B}[F", "End"), ("\u{1B}OF", "End"), ("\u{1B}[4~", "End"), ("\u{1B}[8~", "End"),
    ("\u{1B}[5~", "PgUp"), ("\u{1B}[6~", "PgDn"), ("\u{1B}[2~", "Ins"), ("\u{1B}[3~", "Del"),
    ("\u{1B}[Z", "Shift-Tab"), ("\t", "Tab"), ("\r", "Enter"), ("\n", "Enter"),
    ("\u{1B}OM", "Enter"), ("\u{7F}", "Bksp"), ("\u{8}", "Bksp"), (" ", "Space"),
    ("\u{13}", "^S"), ("\u{3}", "^C"), ("\u{19}", "^Y"), ("\u{1C}", "^\\"), ("\u{0}", "^@"),
    ("\u{1B}Op", "0"), ("\u{1B}Oy", "9"), ("\u{1B}Oj", "*"), ("N", "N"), ("é", "é"),
    ("李", "李"), ("م", "م"), ("\u{1B}", "Esc"),
  ]

  /// Whatever `TERM` says, since it is often wrong over ssh and inside tmux.
  @Test(arguments: [
    "xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "rxvt", "xterm",
  ])
  func `every spelling of a key is that key`(name: String) throws {
    let probe = try PseudoTerminal.probe(terminal: name)
    for (index, (bytes, key)) in Self.spellings.enumerated() {
      probe.type(bytes)
      #expect(probe.waitForPicture(events: index + 1), "\(bytes.debugDescription) was not heard")
      #expect(probe.last == "key \(key)")
    }
  }

  @Test(arguments: ["\u{1B}[1;5A", "\u{1B}[99;9u", "\u{1B}[[A", "\u{1B}[I", "\u{1B}[201~"])
  func `a sequence that is no key of ours types nothing`(bytes: String) throws {
    let probe = try PseudoTerminal.probe()
    probe.type(bytes + "z")
    #expect(probe.waitForPicture(events: 1))
    #expect(probe.last == "key z")
    #expect(probe.lines[1] == "keys 1 pastes 0")
    #expect(probe.lines[3] == "  z")
  }

  @Test func `Esc and a digit typed at once are Esc and the digit`() throws {
    let probe = try PseudoTerminal.probe()
    probe.type("\u{1B}1")
    #expect(probe.wait { $0.last == "key 1" })
    #expect(probe.lines[1] == "keys 2 pastes 0")
  }

  @Test func `a letter whose bytes come apart is still one letter`() throws {
    let probe = try PseudoTerminal.probe()
    probe.type(bytes: [0xC3])
    probe.listen(seconds: 0.1)
    probe.type(bytes: [0xA9])
    #expect(probe.wait { $0.last == "key é" })
    #expect(probe.lines[1] == "keys 1 pastes 0")
  }

  @Test func `a byte that is no letter costs no key after it`() throws {
    let probe = try PseudoTerminal.probe()
    probe.type(bytes: [0xE9, 0x61, 0x62, 0x63])
    #expect(probe.wait { $0.lines[3] == "  abc" })
  }

  @Test func `Esc is heard within 50 ms`() throws {
    let probe = try PseudoTerminal.probe()
    // The best of ten: a busy machine can delay any one of them.
    var best = Double.infinity
    for press in 1...10 {
      let start = Clock.seconds
      probe.type("\u{1B}")
      #expect(probe.waitForPicture(events: press))
      best = min(best, Clock.seconds - start)
    }
    #expect(best < 0.05)
    // Were it less than the delay asked for, half an arrow key would be Esc.
    #expect(best > 0.02)
  }

  @Test(arguments: ["xterm-256color", "linux"])
  func `a paste of 10 kB is one event and no key`(name: String) throws {
    let probe = try PseudoTerminal.probe(terminal: name)
    let page = String(repeating: "5 N\r11 L = \u{13}é", count: 1000).prefix(9_000)
    let text = page + String(repeating: "x", count: 10_000 - page.utf8.count)
    probe.type("\u{1B}[200~\(text)\u{1B}[201~")
    #expect(probe.wait { $0.last == "paste of 10000 bytes" })
    #expect(probe.lines[1] == "keys 0 pastes 1")
    probe.type("z")
    #expect(probe.wait { $0.last == "key z" })
    #expect(probe.lines[1] == "keys 1 pastes 1")
  }

  @Test func `type-ahead is never dropped`() throws {
    let probe = try PseudoTerminal(
      "TerminalProbe", size: (24, 80), environment: ["LC_ALL": "C.UTF-8"])
    // Before the program has even opened its screen.
    probe.type(String(repeating: "abcde", count: 60))
    #expect(probe.wait { $0.lines[1] == "keys 300 pastes 0" })
  }

  @Test func `control and S does not freeze the screen`() throws {
    let probe = try PseudoTerminal.probe()
    probe.type("\u{13}\u{11}")
    #expect(probe.waitForEnd() == .exited(0))
  }
}
