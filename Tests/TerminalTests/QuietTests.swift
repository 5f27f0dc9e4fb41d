import Foundation
import TerminalTesting
import Testing

/// The program sleeps until something happens, and then says little.
@Suite struct QuietTests {
  @Test func `idle writes nothing and wakes nobody`() throws {
    let probe = try PseudoTerminal.probe()
    // One key, so that all that comes of starting is over.
    probe.type("a")
    #expect(probe.waitForPicture(events: 1))
    probe.listen(seconds: 0.2)
    let bytes = probe.received.count
    let wakings = try #require(probe.status("voluntary_ctxt_switches"))
    probe.listen(seconds: 1)
    #expect(probe.received.count == bytes)
    #expect(probe.status("voluntary_ctxt_switches") == wakings)
  }

  @Test func `the cursor stands where it was asked after each paint`() throws {
    let probe = try PseudoTerminal.probe()
    #expect(probe.cursor == (3, 2))
    for count in 1...20 {
      probe.type("x")
      #expect(probe.waitForPicture(events: count))
      #expect(probe.wait { $0.cursor == (3, 2 + count) })
      #expect(probe.isCursorVisible)
    }
    for count in 1...20 {
      probe.type("\u{1B}[D")
      #expect(probe.waitForPicture(events: 20 + count))
      #expect(probe.wait { $0.cursor == (3, 22 - count) })
    }
  }

  @Test func `a key costs few bytes and a repaint not many`() throws {
    let probe = try PseudoTerminal.probe()
    var costs: [Int] = []
    for count in 1...20 {
      let before = probe.received.count
      probe.type("\u{1B}[B")
      #expect(probe.waitForPicture(events: count))
      costs.append(probe.received.count - before)
    }
    #expect(costs.sorted()[10] <= 200)
    let before = probe.received.count
    let picture = probe.lines
    probe.type("\u{C}")
    #expect(probe.wait { $0.received.count > before + 500 && $0.lines == picture })
    #expect(probe.received.count - before <= 4_096)
  }

  @Test func `a screen takes less memory than the whole program may`() throws {
    let probe = try PseudoTerminal.probe(size: (200, 500))
    let kilobytes = try #require(probe.status("VmRSS").flatMap(Int.init))
    #expect(kilobytes < 30_000)
  }

  @Test func `a deadline is kept once and by the clock on the wall`() throws {
    let probe = try PseudoTerminal.probe(["deadline", "2"])
    #expect(probe.wait(seconds: 10) { $0.last == "deadline" })
    #expect(probe.lines[1] == "keys 0 pastes 0")
  }

  @Test func `a watched descriptor wakes the program`() throws {
    let path =
      FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    // Open for reading too, so that it is never at its end.
    let pipe = open(path, O_RDWR | O_CLOEXEC)
    #expect(pipe >= 0)
    defer { close(pipe) }
    let probe = try PseudoTerminal.probe(["watch", path])
    #expect(write(pipe, "x", 1) == 1)
    #expect(probe.wait { $0.last == "woken" })
    probe.type("a")
    #expect(probe.wait { $0.lines[1] == "keys 1 pastes 0" })
  }
}
