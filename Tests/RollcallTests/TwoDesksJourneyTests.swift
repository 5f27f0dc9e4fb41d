import Foundation
import Glibc
import TerminalTesting
import Testing

/// Two people with one register open at once, each at a desk of their own.
@Suite struct TwoDesksJourneyTests {
  private func open(_ school: TestSchool, as login: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      "rollcall", ["take", "8B", "--data", school.folder, "--as", login], size: (24, 100),
      environment: ["ROLLCALL_NOW": "2026-03-20T08:40"])
  }

  @Test func `each sees the other before a mark is typed, and sees them go`() throws {
    let school = try TestSchool()
    let tutor = try open(school, as: "owen")
    #expect(tutor.wait { $0.contains("[NOT STARTED]") })
    let office = try open(school, as: "hall")
    #expect(
      office.wait { $0.contains("Also open: G. Owen (Form tutor) since 08:40. You can both mark") })
    #expect(
      tutor.wait { $0.contains("Also open: J. Hall (Attendance officer) since 08:40. You can") })
    #expect(tutor.wait { $0.lines[0].contains("also open: J. Hall") })
    office.type("\u{1B}")
    #expect(office.wait { $0.contains("THIS MORNING") })
    #expect(tutor.wait { $0.contains("J. Hall no longer has this register open.") })
    #expect(!tutor.lines[0].contains("also open"))
  }

  @Test func `a killed desk has nothing open`() throws {
    let school = try TestSchool()
    let tutor = try open(school, as: "owen")
    #expect(tutor.wait { $0.contains("[NOT STARTED]") })
    let office = try open(school, as: "hall")
    #expect(tutor.wait { $0.lines[0].contains("also open: J. Hall") })
    office.signal(SIGKILL)
    #expect(office.waitForEnd() == .killed(signal: SIGKILL))
    #expect(tutor.wait { $0.contains("J. Hall no longer has this register open.") })
    #expect(tutor.wait { !$0.lines[0].contains("also open") })
    tutor.type("\u{11}")
    #expect(tutor.waitForEnd() == .exited(0))
    let left = try FileManager.default.contentsOfDirectory(atPath: school.folder + "/drafts")
    #expect(left.filter { $0.hasSuffix(".open") }.isEmpty)
  }

  @Test func `a desk that speaks in lines is seen too, and is told of the others`() throws {
    let school = try TestSchool()
    let office = try open(school, as: "hall")
    #expect(office.wait { $0.contains("REGISTER 8B") && $0.contains("? help") })
    let tutor = try PseudoTerminal(
      "rollcall", ["take", "8B", "--plain", "--data", school.folder, "--as", "owen"],
      size: (24, 100), environment: ["ROLLCALL_NOW": "2026-03-20T08:41"])
    #expect(tutor.wait { $0.contains("Also open: J. Hall (Attendance officer) since 08:40.") })
    #expect(office.wait { $0.contains("Also open: G. Owen (Form tutor) since 08:41.") })
    tutor.type("quit\n")
    #expect(tutor.waitForEnd() == .exited(0))
    #expect(office.wait { $0.contains("G. Owen no longer has this register open.") })
  }

  @Test func `two desks at rest send nothing`() throws {
    let school = try TestSchool()
    let tutor = try open(school, as: "owen")
    #expect(tutor.wait { $0.contains("[NOT STARTED]") && $0.contains("? help") })
    let office = try open(school, as: "hall")
    // A picture is whole once the cursor has gone back to the row that keys act on.
    #expect(
      tutor.wait { $0.contains("Also open: J. Hall") && $0.lines[$0.cursor.row].hasPrefix(">") })
    #expect(
      office.wait { $0.contains("Also open: G. Owen") && $0.lines[$0.cursor.row].hasPrefix(">") })
    let sent = tutor.received.count
    tutor.listen(seconds: 0.5)
    #expect(tutor.received.count == sent)
  }
}
