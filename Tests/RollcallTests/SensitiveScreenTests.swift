import Foundation
import TerminalTesting
import Testing

/// What the screens show of notes about safeguarding and health, by role.
@Suite struct SensitiveScreenTests {
  private func desk(_ school: TestSchool, as login: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login],
      environment: ["ROLLCALL_NOW": LetterSchool.now])
  }

  private var marker: String { SensitiveExitTests.marker }

  @Test func `the lines of a case show an officer that there is a note on health, and no more`()
    throws
  {
    let school = try SensitiveExitTests.school()
    let officer = try desk(school, as: "off")
    #expect(officer.wait { $0.contains("FLAGS") && $0.contains("> ") })
    officer.type("k")
    #expect(officer.wait { $0.contains("CASES") && $0.contains("Ahmed, Aisha") })
    officer.type("e")
    #expect(officer.wait { $0.contains("note: [health note]") }, "\(officer.text)")
    #expect(!officer.text.contains(marker) && !officer.text.contains("safeguarding"))
    // Nothing of it was ever sent to the terminal.
    #expect(!String(decoding: officer.received, as: UTF8.self).contains(marker))
  }

  @Test func `they show the safeguarding lead every word and its nature`() throws {
    let school = try SensitiveExitTests.school()
    let lead = try desk(school, as: "safe")
    #expect(lead.wait { $0.contains("FLAGS") && $0.contains("> ") })
    lead.type("k")
    #expect(lead.wait { $0.contains("CASES") && $0.contains("Ahmed, Aisha") })
    lead.type("e")
    #expect(lead.wait { $0.contains("safeguarding note: \(marker)") }, "\(lead.text)")
    #expect(lead.text.contains("health note: \(marker)"))
  }

  @Test func `a child's day shows the office nothing of it, and the palette opens nothing`() throws
  {
    let school = try SensitiveExitTests.school()
    let office = try desk(school, as: "hall")
    #expect(office.wait { $0.contains("> ") })
    office.type("/")
    #expect(office.wait { $0.contains("FIND A PUPIL") })
    office.type("ahmed")
    #expect(office.wait { $0.contains("Ahmed, Aisha") })
    office.type("\r")
    #expect(office.wait { $0.contains("PUPIL  Ahmed, Aisha") })
    office.type("d")
    #expect(office.wait { $0.contains("DAY  Ahmed, Aisha") }, "\(office.text)")
    #expect(!office.text.contains("[health note]") && !office.text.contains("safeguarding"))
    office.type(":cases\r")
    #expect(office.wait { $0.contains("may not") || $0.contains("COMMANDS") })
    #expect(!String(decoding: office.received, as: UTF8.self).contains(marker))
  }
}
