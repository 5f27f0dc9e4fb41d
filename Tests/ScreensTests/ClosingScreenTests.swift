import Attendance
import Terminal
import Testing

@testable import Screens

/// CLOSE THE SCHOOL: three questions, what it touches, one Enter.
@Suite struct ClosingScreenTests {
  private static let afternoon = Session(TestSchool.tuesday, .pm)

  private func office(_ keys: String, at time: String = "09:00") -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: time, opens: false, showsMorning: true)
    sitting.office.closures = [StandingClosure(DayLine.ID(3), "closed, Y4: snow")]
    sitting.type(lines: keys)
    return sitting
  }

  private func closure(_ sitting: Sitting) -> ClosedSessions? {
    guard case .closure(let closure) = sitting.office.acts.last?.lines.first?.matter else {
      return nil
    }
    return closure
  }

  @Test func `snow at 07:10 is six keys and two words, and says both times`() {
    let sitting = office("x1107:10\nsnow\n\n")
    #expect(
      closure(sitting)
        == ClosedSessions(
          from: TestSchool.morning, through: Self.afternoon, code: "Y4",
          decided: TestSchool.at("07:10")))
    #expect(
      sitting.office.acts.last?.observer
        == Observation(by: "J. Hall", at: TestSchool.at("07:10")))
    #expect(sitting.office.acts.count == 1)
    #expect(sitting.text.contains("59 marks in one act"))
  }

  @Test func `nothing is kept before what it touches has been shown`() {
    let sitting = office("x11\nsnow\n")
    #expect(sitting.office.acts.isEmpty)
    for words in [
      "Y4 for 30 pupils in 2 registers", "1 mark already made stands (1 /).",
      "2 plans give way (2 I).",
    ] {
      #expect(sitting.text.contains(words), "\(words)")
    }
  }

  @Test(arguments: [
    ("x12\nsnow\n\n", TestSchool.morning, TestSchool.morning),
    ("x13\nsnow\n\n", afternoon, afternoon),
    ("x15tue pm\n\nsnow\n\n", afternoon, afternoon),
  ])
  func `the sessions are those that were chosen`(keys: String, from: Session, through: Session) {
    let closure = closure(office(keys))
    #expect(closure?.from == from)
    #expect(closure?.through == through)
  }

  @Test func `a part names those who could not be accommodated, and they alone are Y3`() {
    let sitting = office("x2" + "38B\n1\nboiler\n\n")
    #expect(closure(sitting)?.code == "Y3")
    #expect(closure(sitting)?.groups == ["8B"])
    #expect(Set(sitting.office.acts.last?.marks.map(\.code) ?? []) == ["Y3"])
  }

  @Test func `what cannot be is refused at its question, and nothing typed is lost`() {
    var sitting = office("x31today\n\ninset\n")
    #expect(sitting.text.contains("Code # is for a closure planned ahead, from tomorrow on"))
    for _ in 0..<2 { sitting.press(.escape) }
    sitting.type(lines: "tomorrow\n\ninset\n")
    #expect(sitting.text.contains("# for 30 pupils"))
    sitting.press(.enter)
    #expect(sitting.office.acts.last?.marks.isEmpty == true)
    #expect(closure(sitting)?.code == "#")
  }

  @Test func `Esc goes one question back, and from the first one out`() {
    var sitting = office("x21")
    #expect(sitting.text.contains("Which campus?"))
    sitting.press(.escape)
    #expect(sitting.text.contains("Who could not be accommodated?"))
    sitting.press(.escape)
    #expect(sitting.text.contains("Was the school open for anyone?"))
    sitting.press(.escape)
    #expect(sitting.text.contains("THIS MORNING"))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test(arguments: ["x5", "xq", "x19", "x1\t", "x11\n\n", "x1125:00\n"])
  func `a key that means nothing there closes nothing and says so`(keys: String) {
    let sitting = office(keys)
    #expect(sitting.office.acts.isEmpty)
    #expect(sitting.bells > 0)
  }

  @Test func `before a weekend the next school day is offered by name`() {
    var sitting = office("")
    sitting.office.nextDay = TestSchool.tuesday.adding(days: 6)
    sitting.type("x1")
    #expect(sitting.text.contains("Monday 20 Oct, morning and afternoon"), "\(sitting.text)")
  }

  @Test func `a closure is taken back for a reason, as one act`() {
    let sitting = office("x41it thawed\n\n")
    #expect(sitting.office.acts.map(\.detail) == ["closure taken back"])
    #expect(sitting.office.acts.last?.lines.map(\.matter) == [.withdrawn])
    #expect(sitting.office.acts.last?.marks.map(\.code) == [""])
  }

  @Test func `who may not close is told who could`() {
    var sitting = Sitting(TestSchool.khan, opens: false)
    sitting.type(.changedElsewhere)
    sitting.perform([.ask(.morning)])
    sitting.shell.stack.append(.morning(MorningScreen()))
    sitting.type("x")
    #expect(sitting.text.contains("may not close the school for a session"))
    #expect(sitting.text.contains("ask the"))
  }

  @Test func `a full disk keeps the answers for another Enter`() {
    var sitting = office("x11\nsnow\n")
    sitting.isDiskFull = true
    sitting.press(.enter)
    #expect(sitting.text.contains("Not kept: the disk is full"))
    sitting.isDiskFull = false
    sitting.press(.enter)
    #expect(sitting.office.acts.count == 1)
  }
}
