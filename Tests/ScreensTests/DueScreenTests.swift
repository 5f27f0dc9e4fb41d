import Attendance
import Terminal
import Testing

@testable import Screens

/// What falls due, by keys.
@Suite struct DueScreenTests {
  private func champion() -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    sitting.type(lines: "d")
    return sitting
  }

  @Test func `what is due today stands first, then what is overdue, then what is to come`() {
    let lines = champion().picture().lines
    #expect(lines[0].hasPrefix(" DUE  4 to see to: 1 today, 2 overdue"))
    #expect(lines[2].hasPrefix("> today             Iwan, Ifan 8B"))
    #expect(lines[3].hasPrefix("  overdue 19 Sep    Davies, Dafydd 8B"))
    #expect(lines[4].hasPrefix("  overdue 13 Oct    Obi, Olu 8B"))
    #expect(lines[5].hasPrefix("  coming 17 Oct"))
  }

  @Test func `the details say since when, the figures, what comes next and with whom`() {
    var sitting = champion()
    sitting.press(.down)
    for words in [
      "Since Fri 19 Sep 2025: 10 on the day; 4 now, 1 of them N",
      "Next: consider the case, support first; no notice rests on an N", "With: headteacher",
    ] {
      #expect(sitting.text.contains(words), "\(words)")
    }
  }

  @Test func `Enter opens the pupil, and Esc comes back to the row`() {
    var sitting = champion()
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[3].hasPrefix("> overdue 19 Sep    Davies, Dafydd"))
  }

  @Test func `a return is recorded with words, and is gone`() {
    var sitting = champion()
    sitting.type(lines: "rSent by the portal\n")
    #expect(sitting.text.contains("Recorded: Sent by the portal."))
    #expect(sitting.office.book.lines.last?.words == "Sent by the portal")
    #expect(sitting.picture().lines[0].hasPrefix(" DUE  3 to see to: 0 today, 2 overdue"))
  }

  @Test func `Esc records nothing and says so`() {
    var sitting = champion()
    let before = sitting.office.book.lines
    sitting.type(lines: "rSent")
    sitting.press(.escape)
    #expect(sitting.text.contains("Nothing is recorded."))
    #expect(sitting.office.book.lines == before)
  }

  @Test func `without words nothing is recorded`() {
    var sitting = champion()
    let before = sitting.office.book.lines
    sitting.type(lines: "r   \n")
    #expect(sitting.text.contains("Say what was done, or Esc."))
    #expect(sitting.office.book.lines == before)
  }

  @Test func `a meeting is seen to on its case, and r says so`() {
    var sitting = champion()
    sitting.press(.down)
    sitting.press(.down)
    sitting.type(lines: "r")
    #expect(sitting.text.contains("This is seen to on the pupil's case: say what became of it"))
  }
}
