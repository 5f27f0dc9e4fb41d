import Attendance
import Policies
import Testing

@testable import Screens

/// A register taken line by line: the same grammar, and a true sentence for every line.
@Suite struct LineModeTests {
  private func line(_ rows: [RegisterRow] = TestSchool.form) -> LineRegister {
    LineRegister(
      Register(
        key: TestSchool.key, window: TestSchool.window,
        rules: Register.Rules(codes: TestSchool.policy.codes), rows: rows),
      by: Person(TestSchool.owen), with: TestSchool.policy.permissions(of: "tutor"), [.ownGroups])
  }

  private func answer(_ line: inout LineRegister, _ typed: String) -> String {
    line.answer(typed, now: TestSchool.at("08:40")).text
  }

  private func codes(_ line: LineRegister) -> [Int: String] {
    Dictionary(
      uniqueKeysWithValues: line.register.rows.indices.compactMap { row in
        let code = line.register.code(at: row)
        return code.isEmpty ? nil : (row + 1, code)
      })
  }

  @Test(arguments: [
    ("5 N", [5: "N"]), ("5 n, 11 L", [5: "N", 11: "L"]), ("2,3,4 N", [2: "N", 3: "N", 4: "N"]),
    ("2, 3 N, 7 L", [2: "N", 3: "N", 7: "L"]), ("N", [1: "N"]), ("99 N", [:]),
    ("2, 99, 4 N", [2: "N", 4: "N"]), ("5", [:]), ("5 because ill", [:]), ("5 N L", [:]),
    (",,", [:]), ("99999999999999999999 N", [:]),
  ])
  func `a line marks the rows it names and no other`(typed: String, marks: [Int: String]) {
    var line = line()
    let said = answer(&line, typed)
    #expect(codes(line) == marks)
    #expect(marks.isEmpty == false || typed == ",," || !said.isEmpty)
  }

  @Test func `a row that does not exist is named`() {
    var line = line()
    #expect(answer(&line, "99 N") == "There is no row 99; the rows are 1 to 30.")
    #expect(answer(&line, "2, 99 N").contains("There is no row 99"))
  }

  @Test func `a reason may hold commas`() {
    #expect(
      LineStep.steps(in: "5 I because ill, at home, 6 L because bus") == [
        .mark([5], code: "I", reason: "ill, at home"), .mark([6], code: "L", reason: "bus"),
      ])
  }

  @Test func `undo and redo say the blanks they leave`() {
    var line = line()
    _ = answer(&line, "5 N, 6 N")
    #expect(answer(&line, "undo") == "Undone. 29 blank.")
    #expect(answer(&line, "undo") == "Undone. 30 blank.")
    #expect(answer(&line, "undo") == "Nothing to undo.")
    #expect(answer(&line, "redo") == "Done again. 29 blank.")
  }

  @Test func `the keys of help and codes work as on the screen`() {
    var line = line()
    #expect(answer(&line, "?") == answer(&line, "help"))
    #expect(answer(&line, "*") == answer(&line, "codes"))
    #expect(answer(&line, "*").contains("I Illness"))
  }

  @Test func `N over a planned absence is told what will stand`() {
    var line = line(Scene.expected)
    #expect(answer(&line, "3 N").hasSuffix("but planned I will stand."))
    #expect(answer(&line, "20 /").hasSuffix("not planned V."))
  }

  @Test(arguments: [
    ("#", "goes into the calendar as a closure"), ("Z", "this one is on roll"),
  ])
  func `a code that is for no single pupil is refused`(code: String, why: String) {
    var line = line()
    #expect(answer(&line, "5 \(code)").contains(why))
    #expect(codes(line).isEmpty)
  }

  @Test func `minutes stand beside a lateness only`() {
    var line = line()
    _ = answer(&line, "5 I, 6 L")
    #expect(answer(&line, "minutes 5 12").contains("Minutes late stand beside L or U"))
    #expect(answer(&line, "minutes 6 12").hasSuffix("12 minutes."))
  }
}
