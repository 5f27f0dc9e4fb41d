import Glibc
import TerminalTesting
import Testing

/// However the program ends, the terminal is given back as it was found.
@Suite struct EndingTests {
  private func expectGivenBack(
    _ probe: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!probe.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(probe.isCursorVisible, sourceLocation: sourceLocation)
    #expect(probe.isCooked, sourceLocation: sourceLocation)
    #expect(probe.count(of: "\u{1B}[?1049l") >= 1, sourceLocation: sourceLocation)
    #expect(
      probe.count(of: "\u{1B}[?2004l") == probe.count(of: "\u{1B}[?2004h"),
      sourceLocation: sourceLocation)
  }

  private func start(_ arguments: [String] = []) throws -> PseudoTerminal {
    let probe = try PseudoTerminal.probe(arguments)
    #expect(probe.isAlternateScreen)
    #expect(!probe.isCooked)
    #expect(probe.count(of: "\u{1B}[?2004h") == 1)
    return probe
  }

  @Test func `leaving in good order`() throws {
    let probe = try start()
    probe.type("\u{11}")
    #expect(probe.waitForEnd() == .exited(0))
    expectGivenBack(probe)
    #expect(probe.contains("left in good order"))
  }

  @Test func `leaving by exit`() throws {
    let probe = try start()
    probe.type("\u{5}")
    #expect(probe.waitForEnd() == .exited(3))
    expectGivenBack(probe)
  }

  /// A fatal error, an index out of range, an overflow, a stack overflow, abort.
  @Test(arguments: [
    ("\u{14}", SIGILL), ("\u{18}", SIGILL), ("\u{16}", SIGILL), ("\u{F}", SIGSEGV),
    ("\u{1}", SIGABRT),
  ])
  func `a crash of any kind`(key: String, signal: Int32) throws {
    let probe = try start()
    probe.type(key)
    let ending = probe.waitForEnd()
    // A trap is SIGILL or SIGTRAP, as the processor has it.
    #expect(
      ending == .killed(signal: signal)
        || signal == SIGILL && ending == .killed(signal: SIGTRAP))
    expectGivenBack(probe)
    #expect(probe.contains("last words"))
  }

  @Test func `a crash where Swift would stop to explain it`() throws {
    let probe = try PseudoTerminal.probe(environment: ["SWIFT_BACKTRACE": "enable=yes"])
    probe.type("\u{14}")
    let ending = probe.waitForEnd()
    #expect(ending == .killed(signal: SIGILL) || ending == .killed(signal: SIGTRAP))
    expectGivenBack(probe)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT])
  func `a deadly signal from outside`(signal: Int32) throws {
    let probe = try start()
    probe.signal(signal)
    #expect(probe.waitForEnd() == .killed(signal: signal))
    expectGivenBack(probe)
    #expect(probe.contains("last words"))
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
  func `a signal to leave lets the program leave in good order`(signal: Int32) throws {
    let probe = try start()
    probe.signal(signal)
    #expect(probe.waitForEnd() == .exited(0))
    expectGivenBack(probe)
    #expect(probe.contains("left in good order"))
  }

  @Test func `a program that does not leave when told is ended after three seconds`() throws {
    let probe = try start(["stubborn"])
    probe.signal(SIGTERM)
    #expect(probe.waitForEnd() == .killed(signal: SIGALRM))
    expectGivenBack(probe)
  }

  @Test func `a closed window ends the program`() throws {
    let probe = try start()
    probe.hangUp()
    #expect(probe.waitForEnd() == .exited(0))
    #expect(probe.processorSeconds < 1)
  }

  @Test func `a closed window ends the program under nohup too, and it does not spin`() throws {
    let program = PseudoTerminal.productsFolder + "/TerminalProbe"
    let probe = try PseudoTerminal("/bin/sh", ["-c", "trap '' HUP; exec \(program)"])
    #expect(probe.waitForPicture(events: 0))
    probe.signal(SIGHUP)
    probe.type("a")
    #expect(probe.waitForPicture(events: 1))
    probe.hangUp()
    #expect(probe.waitForEnd() == .exited(0))
    #expect(probe.processorSeconds < 1)
  }
}
