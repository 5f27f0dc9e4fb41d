import TerminalTesting
import Testing

/// Moment 7: "he's ill", on dates for which leave was refused, at the telephone (U44).
@Suite struct Moment7Tests {
  @Test func `moment 7: "he's ill" on refused dates is told before a code, and I needs words`()
    throws
  {
    let school = try RefusedLeaveJourneyTests().school()
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T09:20"])
    #expect(desk.wait { $0.contains("THIS MORNING") && $0.contains("? help") })
    desk.type("nbarnes")
    #expect(desk.wait { $0.contains("1 Barnes, Ben 8B") }, "\(desk.text)")
    desk.type("\r")
    // Before any code is chosen.
    let refusal = "Leave refused 16 Mar to 20 Mar (a holiday)"
    #expect(
      desk.wait { $0.lines.joined(separator: " ").contains(refusal) }, "\(desk.text)")
    // Neither words nor a code is put in by itself: without words I is not kept.
    desk.type("\r\ri\r\u{13}")
    #expect(desk.wait { $0.text.contains("needs") && $0.text.contains("words") }, "\(desk.text)")
    let before = try school.succeed(
      ["call", "--as", "hall", "--format", "csv"], at: "2026-03-20T09:21")
    #expect(before.lines.count == 1, "\(before.output)")
  }
}
