import Attendance
import Terminal
import Testing

@testable import Screens

/// Who did what, by keys.
@Suite struct AuditScreenTests {
  @Test func `the last act stands first, with who, what and why`() {
    let sitting = Scene.audit("")
    let lines = sitting.picture().lines
    #expect(lines[0].hasPrefix(" AUDIT  3 acts"))
    #expect(lines[2].hasPrefix("> 09:02 amended J. Hall: Ahmed, Aisha"))
    for words in ["N amended to I", "Because: mother rang", "Attendance officer"] {
      #expect(sitting.text.contains(words), "\(words)")
    }
  }

  @Test func `Enter opens the history of the mark, and Esc comes back to the row`() {
    var sitting = Scene.audit("")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("HISTORY  Ahmed, Aisha"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[2].hasPrefix("> 09:02 amended"))
  }

  @Test func `an act about no single mark has no history, and says so`() {
    var sitting = Scene.audit("")
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.text.contains("This is about no single mark"))
  }

  @Test func `one key shows one kind after another, and all again`() {
    var sitting = Scene.audit("/")
    #expect(sitting.picture().lines[0].hasPrefix(" AUDIT  1 act "))
    #expect(sitting.text.contains("only amended"))
    sitting.type("//")
    #expect(sitting.text.contains("only taken"))
    sitting.type("/")
    #expect(sitting.picture().lines[0].hasPrefix(" AUDIT  3 acts"))
  }

  @Test func `registers that want something are one key away, and the time another`() {
    let sitting = Scene.audit("pg")
    #expect(sitting.picture().lines[0].hasPrefix(" AUDIT  2 registers that want something"))
    #expect(sitting.picture().lines[1].hasPrefix(" this week, 13 Oct to 14 Oct"))
    #expect(sitting.text.contains("not taken  8C: 29 due, 29 without a mark"))
  }

  @Test func `who may not verify the register is not offered it, and a champion is`() {
    var office = Sitting(TestSchool.hall, at: "08:57", opens: false)
    office.type(":")
    #expect(!office.shell.allows(.audit))
    var champion = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    champion.type(":")
    #expect(champion.shell.allows(.audit))
  }
}

extension Shell {
  /// Whether the list of commands offers it.
  fileprivate func allows(_ id: Command.OfOffice) -> Bool {
    list?.all.contains { $0.command.id == .office(id) && $0.bar == nil } ?? false
  }
}
