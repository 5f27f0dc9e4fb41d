import Foundation
import TerminalTesting
import Testing

/// A head at the real program on a terminal: from the flags to the pack and to a notice.
@Suite struct NoticeDeskTests {
  @Test func `a head makes the pack and issues the notice by keys, and the command lists it`()
    throws
  {
    let school = try NoticeJourneyTests.school()
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "head"],
      environment: ["ROLLCALL_NOW": NoticeJourneyTests.now])
    desk.resize(rows: 24, columns: 80)
    #expect(desk.wait { $0.contains("f flags") }, "\(desk.text)")
    desk.type("f")
    #expect(desk.wait { $0.contains("Ahmed, Aisha") && $0.contains("FLAGS") }, "\(desk.text)")
    desk.type("n")
    #expect(
      desk.wait {
        $0.contains("NOTICES  Ahmed, Aisha") && $0.contains("A notice is possible for 2 parents")
      }, "\(desk.text)")
    desk.type("p")
    #expect(
      desk.wait { $0.contains("The pack is written to lists/evidence-pack-V820400120005") },
      "\(desk.text)")
    desk.type("i2\rtoday\ra holiday in term\r")
    #expect(desk.wait { $0.contains("notice 1 for Mr Ahmed, 10 sessions") }, "\(desk.text)")
    #expect(desk.wait { $0.contains("2 Mr Ahmed, father: no notice, 1 thing") }, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    let list = try school.succeed(
      ["notice", "list", "--as", "head", "--format", "csv"], at: NoticeJourneyTests.now)
    #expect(list.lines.count == 2)
    #expect(list.output.contains("penalty notice,Mr Ahmed,1,2025-09-26,,headteacher,2025-09-26,10"))
    #expect(list.output.contains("a holiday in term"))
  }
}
