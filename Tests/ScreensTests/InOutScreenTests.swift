import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// The door by keys: out with a reason, back in, and a number for the sixth form.
@Suite struct InOutScreenTests {
  private func office(_ prepare: (inout TestOffice) -> Void = { _ in }) -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "10:10", opens: false, showsMorning: true)
    sitting.office.morning = TestOffice.busy
    prepare(&sitting.office)
    sitting.type(.changedElsewhere)
    return sitting
  }

  private func lines(_ sitting: Sitting) -> [ProposedLine] { sitting.office.acts.flatMap(\.lines) }

  private static let rees = TestSchool.form[17].pupil

  @Test func `name, Enter, purpose, with whom, expected: and back in by Enter on the line`() {
    var sitting = office()
    sitting.type("iorees")
    sitting.press(.enter)
    #expect(sitting.text.contains("Why? 1 appointment"))
    sitting.type("2his father")
    sitting.press(.enter)
    sitting.type("1130")
    sitting.press(.enter)
    #expect(
      lines(sitting).map(\.matter) == [
        .departure(
          Departure(
            time: TestSchool.time("10:10"), purpose: .illness, with: "his father",
            expected: TestSchool.time("11:30")))
      ])
    #expect(lines(sitting).map(\.pupil) == [Self.rees.id])
    #expect(sitting.text.contains("Out 1"))
    sitting.press(.enter)
    #expect(lines(sitting).last?.matter == .back(TestSchool.time("10:10")))
    #expect(sitting.text.contains("Nobody is out."))
  }

  @Test func `a number signs a sixth-former out in a free period, and in again`() {
    var sitting = office()
    sitting.type("i30")
    sitting.press(.enter)
    sitting.type("7")
    #expect(
      lines(sitting).map(\.matter) == [
        .departure(Departure(time: TestSchool.time("10:10"), purpose: .freePeriod))
      ])
    #expect(sitting.office.acts.flatMap(\.marks).isEmpty)
    sitting.type("30")
    sitting.press(.enter)
    #expect(lines(sitting).last?.matter == .back(TestSchool.time("10:10")))
  }

  @Test func `lunch without leave is refused, and so is a time that is none`() {
    var sitting = office()
    sitting.type("iorees")
    sitting.press(.enter)
    sitting.type("3")
    #expect(sitting.text.contains("has no leave at lunch time"))
    sitting.type("1")
    sitting.press(.enter)
    sitting.type("noon")
    sitting.press(.enter)
    #expect(sitting.text.contains("'noon' is no time"))
    for _ in 0..<4 { sitting.press(.backspace) }
    sitting.type("0900")
    sitting.press(.enter)
    #expect(sitting.text.contains("The end lies before the start"))
    #expect(sitting.office.acts.isEmpty)
    sitting.press(.escape)
    #expect(sitting.text.contains("Nobody was signed out."))
  }

  @Test func `an appointment told this morning is one key, with its time back`() {
    var sitting = office { office in
      office.book = DayBook([
        DayLine(
          id: DayLine.ID(1), by: Person(TestSchool.hall), at: TestSchool.at("08:15"),
          pupil: Self.rees.id, date: TestSchool.tuesday,
          matter: .absence(
            KnownAbsence(
              from: TestSchool.morning, through: TestSchool.morning, code: "M", source: .report,
              out: TestSchool.time("10:15"), back: TestSchool.time("11:30"))))
      ])
    }
    sitting.type("i")
    #expect(sitting.text.contains("leaves 10:15, back 11:30, appointment"))
    sitting.press(.enter)
    #expect(
      lines(sitting).map(\.matter) == [
        .departure(
          Departure(
            time: TestSchool.time("10:10"), purpose: .appointment,
            expected: TestSchool.time("11:30")))
      ])
  }

  @Test func `another desk at the door steals nothing that is typed`() {
    var sitting = office()
    sitting.type("iorees")
    sitting.press(.enter)
    sitting.type("2his fa")
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("his fa"))
    sitting.type("ther")
    sitting.press(.enter)
    sitting.press(.enter)
    #expect(lines(sitting).map { $0.matter.inWords } == ["left 10:10, illness, with his father"])
  }
}
