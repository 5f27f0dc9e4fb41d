import Glibc
import TerminalTesting
import Testing

@Suite struct SuspendTests {
  /// The probe as a job of a shell at work, in which two letters have been typed.
  private func startInShell() throws -> PseudoTerminal {
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "ready> ", "HISTFILE": ""])
    #expect(shell.wait { $0.contains("ready>") })
    shell.type("\(PseudoTerminal.productsFolder)/TerminalProbe; echo ended $?\n")
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
    #expect(shell.wait { $0.contains("Stopped") })
    #expect(!shell.isAlternateScreen)
    #expect(shell.isCooked)
    #expect(shell.count(of: "\u{1B}[?2004l") == 1)
    shell.type("fg\n")
    // The command's key, or the word that the program is back.
    #expect(shell.waitForPicture(events: 3))
    #expect(shell.isAlternateScreen)
    #expect(!shell.isCooked)
    #expect(shell.count(of: "\u{1B}[?2004h") == 2)
    #expect(shell.lines[3..<23] == before[3..<23])
    shell.type("\u{11}")
    // What stood before the `;` was the job; the shell has long gone on.
    #expect(shell.wait { $0.contains("left in good order") })
    #expect(shell.wait { $0.isCooked })
  }

  @Test func `a stop that cannot be caught is repaired afterwards`() throws {
    let shell = try startInShell()
    let before = shell.lines
    shell.signalForeground(SIGSTOP)
    #expect(shell.wait { $0.contains("Stopped") })
    shell.type("fg\n")
    #expect(shell.waitForPicture(events: 3))
    #expect(shell.last == "resumed")
    #expect(!shell.contains("Stopped"))
    #expect(shell.lines[3..<23] == before[3..<23])
  }

  @Test func `a window changed meanwhile is noticed`() throws {
    let shell = try startInShell()
    shell.type("\u{1A}")
    #expect(shell.wait { $0.contains("Stopped") })
    shell.resize(rows: 12, columns: 60)
    shell.type("fg\n")
    #expect(shell.wait { $0.lines[0] == "PROBE 12 by 60" && $0.lines[11].contains("? help") })
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
