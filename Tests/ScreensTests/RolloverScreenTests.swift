import Attendance
import Terminal
import Testing

@testable import Screens

/// The move into a new school year on the screen.
@Suite struct RolloverScreenTests {
  private let year = SchoolYear(startYear: 2026)

  @Test func `what is to decide comes first, then who leaves, comes and goes up`() {
    let lines = Scene.rollover("").picture().lines
    #expect(lines[0].hasPrefix(" ROLLOVER 2026-27  "))
    #expect(lines[2].hasPrefix("> decide"))
    let order = ["decide", "leaves", "comes", "goes up"].map { fate in
      lines.dropFirst(2).firstIndex { $0.dropFirst(2).hasPrefix(fate) } ?? 99
    }
    #expect(order == order.sorted() && order.last != 99)
  }

  @Test func `one key and Y move the school, and say what came of it`() {
    var sitting = Scene.rollover("g")
    let asked = TestOffice.rollover(sitting.rows.map(\.pupil), sitting.office)
    #expect(sitting.text.contains("Move the school into 2026-27:"))
    #expect(sitting.text.contains("2 still to decide stay as they are? Y does it, Esc not."))
    #expect(sitting.office.admissionDeeds.isEmpty)
    sitting.type("Y")
    #expect(sitting.office.admissionDeeds == [.rollOver(asked)])
    #expect(sitting.text.contains("It is done.") && sitting.text.contains("Nobody moves into"))
  }

  @Test func `who may only delete is asked about the leavers alone, and told what is left`() {
    var sitting = Scene.rollover("")
    let board = TestOffice.rollover(sitting.rows.map(\.pupil), sitting.office)
    let part = RolloverBoard(
      into: board.year, from: board.first, board.rows, bar: nil, isMade: false, may: [.leaves])
    sitting.type(.answer(.rollover(part)))
    sitting.type("g")
    #expect(
      sitting.text.contains("2026-27: 1 leave, 2 still to decide stay as they are, 26 are left to"))
  }

  @Test func `Esc at the question and any other key change nothing`() {
    var sitting = Scene.rollover("gn")
    #expect(sitting.text.contains("Y does it, Esc does not."))
    sitting.press(.escape)
    #expect(sitting.text.contains("Nothing was changed."))
    #expect(sitting.office.admissionDeeds.isEmpty)
  }

  @Test func `a move that is on record is taken back by ^Z and Y, and only then`() {
    var sitting = Scene.rollover("")
    let asked = TestOffice.rollover(sitting.rows.map(\.pupil), sitting.office)
    sitting.type("^Z")
    #expect(sitting.text.contains("No move that could be taken back"))
    sitting.type("gY^ZY")
    #expect(sitting.office.admissionDeeds == [.rollOver(asked), .takeBackRollover(year)])
  }

  @Test func `a full disk says so, and the move is asked for again`() {
    var sitting = Scene.rollover("g")
    sitting.isDiskFull = true
    sitting.type("Y")
    #expect(sitting.text.contains("The disk is full"))
    #expect(sitting.text.contains("2 to decide"))
  }

  @Test func `a tutor is not offered it`() {
    var sitting = Sitting()
    sitting.press(.escape)
    sitting.type(":rollover")
    sitting.press(.enter)
    #expect(!sitting.picture().lines[0].contains("ROLLOVER"))
    #expect(sitting.text.contains("No command is chosen"))
  }
}
