import Glibc
import TerminalTesting
import Testing

@Suite struct SuspendTests {
  /// The probe as a job of a shell that waits for Enter while it is stopped.
  private func startInShell() throws -> PseudoTerminal {
    let program = PseudoTerminal.productsFolder + "/TerminalProbe"
    let shell = try PseudoTerminal(
      "/bin/bash", ["-c", "set -m; \(program); echo stopped $?; read line; fg; echo back $?"])
    #expect(shell.waitForPicture(events: 0))
    shell.type("ab")
    #expect(shell.waitForPicture(events: 2))
    return shell
  }

  @Test(arguments: [true, false])
  func `the shell finds its terminal in order, and the program its screen`(
    byCommand: Bool
  ) throws {
    let shell = try startInShell()
    let before = shell.lines
    if byCommand { shell.type("\u{1A}") } else { shell.signalForeground(SIGTSTP) }
    #expect(shell.wait { $0.contains("stopped 148") })
    #expect(!shell.isAlternateScreen)
    #expect(shell.isCooked)
    #expect(shell.count(of: "\u{1B}[?2004l") == 1)
    shell.type("\n")
    // The command's key, or the word that the program is back.
    #expect(shell.waitForPicture(events: 3))
    #expect(shell.isAlternateScreen)
    #expect(!shell.isCooked)
    #expect(shell.count(of: "\u{1B}[?2004h") == 2)
    #expect(Array(shell.lines.dropFirst(3)) == Array(before.dropFirst(3)))
    shell.type("\u{11}")
    #expect(shell.waitForEnd() == .exited(0))
    #expect(shell.contains("back 0"))
  }

  @Test func `a stop that cannot be caught is repaired afterwards`() throws {
    let shell = try startInShell()
    let before = shell.lines
    shell.signalForeground(SIGSTOP)
    #expect(shell.wait { $0.contains("stopped 147") })
    // The terminal is still raw, so Enter is not turned into a newline.
    shell.type("\n")
    #expect(shell.wait { $0.last == "resumed" && !$0.contains("stopped") && $0.cursor.row == 3 })
    #expect(Array(shell.lines.dropFirst(3)) == Array(before.dropFirst(3)))
  }

  @Test func `a window changed meanwhile is noticed`() throws {
    let shell = try startInShell()
    shell.type("\u{1A}")
    #expect(shell.wait { $0.contains("stopped 148") })
    shell.resize(rows: 12, columns: 60)
    shell.type("\n")
    #expect(shell.wait { $0.lines[0] == "PROBE 12 by 60" && $0.lines[11].hasSuffix("? help") })
  }

  @Test(arguments: [true, false])
  func `without a shell to come back from nothing stops`(byCommand: Bool) throws {
    let probe = try PseudoTerminal.probe()
    if byCommand { probe.type("\u{1A}") } else { probe.signal(SIGTSTP) }
    #expect(probe.waitForPicture(events: 1))
    probe.type("a")
    #expect(probe.waitForPicture(events: 2))
    #expect(!probe.isCooked)
    #expect(probe.isAlternateScreen)
  }
}
