import TerminalTesting
import Testing

@Suite struct ResizeTests {
  /// Whether a fresh paint of everything changes nothing.
  private func expectNoStaleCell(
    _ probe: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let before = probe.lines
    let cursor = probe.cursor
    let clears = probe.count(of: "\u{1B}[2J")
    probe.type("\u{C}")
    #expect(
      probe.wait {
        $0.count(of: "\u{1B}[2J") > clears && $0.cursor == cursor && $0.lines == before
      },
      sourceLocation: sourceLocation)
  }

  @Test func `a repaint repairs what something else wrote on the screen`() throws {
    let probe = try PseudoTerminal.probe()
    let before = probe.lines
    probe.scribble("\u{1B}[8;1Hwall: the machine goes down\u{1B}[2;2H")
    #expect(probe.lines != before)
    probe.type("\u{C}")
    #expect(probe.wait { $0.lines == before && $0.cursor == (3, 2) })
  }

  @Test func `the picture is drawn for the new size`() throws {
    let probe = try PseudoTerminal.probe()
    probe.resize(rows: 14, columns: 40)
    #expect(probe.waitForPicture(events: 1))
    #expect(probe.lines[0] == "PROBE 14 by 40")
    #expect(probe.last == "resized to 14 by 40")
    #expect(probe.lines[13] == "^Q leave  ^L redraw  ? help     events 1")
    #expect(probe.cursor == (3, 2))
    expectNoStaleCell(probe)
    probe.resize(rows: 30, columns: 100)
    #expect(probe.waitForPicture(events: 2))
    #expect(probe.lines[0] == "PROBE 30 by 100")
    #expect(probe.lines[29].hasPrefix(" ^Q leave   ^L redraw   ? help "))
    expectNoStaleCell(probe)
  }

  @Test func `LINES and COLUMNS do not switch resizing off`() throws {
    let probe = try PseudoTerminal.probe(environment: ["LINES": "10", "COLUMNS": "20"])
    #expect(probe.lines[0] == "PROBE 24 by 80")
    probe.resize(rows: 30, columns: 90)
    #expect(probe.wait { $0.lines[0] == "PROBE 30 by 90" })
  }

  @Test(arguments: [(1, 1), (1, 80), (24, 1), (2, 2), (200, 500)])
  func `it starts at any size and hears keys there`(rows: Int, columns: Int) throws {
    let probe = try PseudoTerminal.probe(size: (rows, columns))
    #expect(probe.wait { !$0.lines[0].isEmpty })
    probe.type("abc\u{11}")
    #expect(probe.waitForEnd() == .exited(0))
  }

  @Test(arguments: 0..<8)
  func `no run of new sizes while typing leaves a stale cell or loses a key`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let probe = try PseudoTerminal.probe()
    for step in 1...60 {
      let isTiny = Bool.random(using: &dice)
      probe.resize(
        rows: .random(in: 1...(isTiny ? 12 : 200), using: &dice),
        columns: .random(in: 1...(isTiny ? 30 : 500), using: &dice))
      probe.type("a")
      // Now and then the program is given time, now and then not.
      if step % 3 == 0 { probe.listen(seconds: 0.002) }
    }
    probe.resize(rows: 24, columns: 80)
    #expect(probe.wait { $0.lines[0] == "PROBE 24 by 80" && $0.lines[1] == "keys 60 pastes 0" })
    // The picture after one more key is whole once the cursor has gone to the line's beginning.
    probe.type("\u{1B}[H")
    #expect(probe.wait { $0.lines[1] == "keys 61 pastes 0" && $0.cursor == (3, 2) })
    #expect(probe.lines[3] == "  " + String(repeating: "a", count: 60))
    expectNoStaleCell(probe)
  }
}
