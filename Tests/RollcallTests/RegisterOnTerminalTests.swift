import Glibc
import TerminalTesting
import Testing

/// The register under what happens to a terminal: stopped, brought back, and made larger or smaller.
@Suite struct RegisterOnTerminalTests {
  private let variables = ["ROLLCALL_NOW": "2026-03-20T08:40"]

  /// A shell at work in which the register has been opened and two pupils marked.
  private func markInShell(_ school: TestSchool) throws -> PseudoTerminal {
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: variables.merging(["PS1": "ready> ", "HISTFILE": ""]) { $1 })
    #expect(shell.wait { $0.contains("ready>") })
    shell.type(
      "\(PseudoTerminal.productsFolder)/rollcall --data \(school.folder) --as owen; echo left $?\n")
    #expect(shell.wait { $0.contains("[NOT STARTED]") && $0.contains("? help") })
    shell.type("2N4L")
    // The picture is whole once the cursor has gone to the row that keys act on.
    #expect(
      shell.wait {
        $0.contains("Row 4 O'Connor") && $0.cursor.row == 9 && $0.lines[9].hasSuffix("[_]")
      })
    return shell
  }

  /// Suspending by its name in the palette, or by a signal from outside; ^Z is undo here.
  @Test(arguments: [true, false])
  func `a register that is suspended comes back whole, with its marks`(byCommand: Bool) throws {
    let school = try TestSchool()
    let shell = try markInShell(school)
    let roll = Array(shell.lines[3..<18])
    if byCommand {
      shell.type(":suspend")
      #expect(shell.wait { $0.contains("suspend to the shell") })
      shell.type("\r")
    } else {
      shell.signalForeground(SIGTSTP)
    }
    #expect(shell.wait { $0.contains("Stopped") })
    #expect(!shell.isAlternateScreen)
    #expect(shell.isCooked)
    shell.type("fg\n")
    #expect(shell.wait { $0.contains("[OPEN] draft saved") && $0.contains("Blank 3 ") })
    #expect(
      shell.wait { Array($0.lines[3..<18]) == roll && !$0.contains("Stopped") },
      "\(shell.text)")
    #expect(!shell.isCooked)
    shell.type("\u{1A}")
    #expect(shell.wait { $0.contains("Blank 4 ") })
    shell.type("4L=\u{13}")
    #expect(shell.wait { $0.contains("Submitted 08:40. 3 present, 1 late, 1 absent.") })
    shell.type("\u{11}")
    #expect(shell.wait { $0.isCooked && !$0.isAlternateScreen })
    let register = try school.succeed(
      ["register", "8B", "--format", "csv"], at: "2026-03-20T08:41")
    #expect(register.lines[2].contains("Barnes,Ben,N,"))
  }

  @Test func `a register in a window that was changed while it slept fills the new one`() throws {
    let school = try TestSchool()
    let shell = try markInShell(school)
    shell.signalForeground(SIGTSTP)
    #expect(shell.wait { $0.contains("Stopped") })
    shell.resize(rows: 14, columns: 40)
    shell.type("fg\n")
    #expect(shell.wait { $0.lines[13].contains("? help") && $0.contains("4 O'Connor, Róisín") })
    #expect(shell.wait { $0.contains("Blank 3 ") && !$0.contains("Stopped") })
  }

  /// What a colour says stands there in words or letters too, so that every theme has the words.
  @Test(arguments: [("mono", []), ("contrast", []), ("light", [1, 5]), ("dark", [1, 3])])
  func `every theme has the same words, in colours that can be read`(
    theme: String, legible: [Int]
  ) throws {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"], typing: "1 O\n2 N\n3 L\n=\nsubmit\n",
      at: "2026-03-20T08:38")
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall", "--theme", theme],
      environment: variables)
    var used: Set<Int> = []
    for (keys, seen) in [
      ("", "THIS MORNING"), ("r", "taken 08:38 by J. Hall"),
      ("\u{1B}[F\r", "1 Ahmed, Aisha      ______ [O]"),
      ("_", "_ does nothing here; ? lists the keys."), ("\r", "O Absent in other"),
      ("\u{1B}[D", "Fri 13 Mar 2026 AM: no mark."),
    ] {
      desk.type(keys)
      #expect(desk.wait { $0.contains(seen) && $0.contains("? help") }, "\(seen)\n\(desk.text)")
      used.formUnion((0..<24).flatMap { desk.cells(row: $0) }.compactMap(\.colour))
    }
    // Red serves on both backgrounds; yellow is lost on white, blue on black, and neither is used.
    #expect(used == Set(legible))
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test(arguments: 0..<4)
  func `no run of new sizes while marking loses a mark`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let school = try TestSchool()
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "owen"], environment: variables)
    #expect(desk.wait { $0.contains("[NOT STARTED]") && $0.contains("? help") })
    var marks: [Int: Character] = [:]
    for step in 1...40 {
      desk.resize(rows: random.number(in: 1...60), columns: random.number(in: 1...160))
      let row = random.number(in: 1...5)
      let letter: Character = random.number(in: 0...1) == 0 ? "N" : "/"
      desk.type("\(row)\(letter)")
      marks[row] = letter
      // Now and then the program is given time, now and then not.
      if step % 3 == 0 { desk.listen(seconds: 0.002) }
    }
    desk.resize(rows: 24, columns: 80)
    let blank = 5 - marks.count
    #expect(desk.wait { $0.contains("Blank \(blank) ") && $0.lines[23].contains("? help") })
    for (row, letter) in marks {
      #expect(
        desk.wait {
          $0.lines.contains { line in
            line.contains(" \(row) \(TestSchool.pupils[row - 1].1),")
              && (line.hasSuffix(" \(letter)") || line.hasSuffix("[\(letter)]"))
          }
        }, "row \(row) is not \(letter):\n\(desk.text)")
    }
    #expect(desk.wait { $0.lines[$0.cursor.row].hasPrefix(">") })
    let cursor = desk.cursor
    let before = desk.lines
    desk.type("\u{C}")
    #expect(desk.wait { $0.lines == before && $0.cursor == cursor })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)
    #expect(!desk.isAlternateScreen)
    let again = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "owen"], environment: variables)
    #expect(again.wait { $0.contains("Blank \(blank) ") })
  }
}

/// Chance with a seed, so that a failure can be looked at again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
