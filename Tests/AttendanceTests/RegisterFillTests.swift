import Attendance
import Testing

/// Filling the blanks never hides a child.
@Suite struct RegisterFillTests {
  static let now = moment("08:41")
  static let heeds: [RegisterRow.Heed] = [
    .absentBefore(code: "N"), .unmarkedBefore, .signedOut, .openQuery,
  ]

  @Test func `filling touches blanks only, and leaves those to be looked at`() throws {
    var register = RegisterTests.five()
    _ = try register.mark(1, "L", now: Self.now)
    let filled = try register.fill(now: Self.now)
    #expect(
      filled.changes == [
        Draft.Change(TestSchool.ada.id, to: Draft.Mark(code: "/", how: .filled, at: Self.now))
      ])
    #expect(filled.left.map(\.row) == [4])
    #expect(filled.left.map(\.heed.description) == ["absent the session before (N)"])
    #expect(RegisterTests.codes(register) == "/ L I N .")
  }

  @Test(arguments: heeds)
  func `a child to be looked at is left out however often it is filled`(
    heed: RegisterRow.Heed
  ) throws {
    var register = TestSchool.register([
      TestSchool.row(TestSchool.ada), TestSchool.row(TestSchool.ben, heed: heed),
    ])
    let first = try register.fill(now: Self.now)
    let again = try register.fill(now: Self.now)
    #expect(first.changes.map(\.pupil) == [TestSchool.ada.id])
    #expect(again.changes == [])
    #expect(first.left.map(\.row) == [1] && again.left.map(\.row) == [1])
    #expect(RegisterTests.codes(register) == "/ .")
    // One key of its own marks the child; one undo takes only that back.
    _ = try register.mark(1, "/", now: Self.now)
    #expect(RegisterTests.codes(register) == "/ /")
    _ = register.undo()
    #expect(RegisterTests.codes(register) == "/ .")
    _ = register.undo()
    #expect(RegisterTests.codes(register) == ". .")
  }

  @Test func `an afternoon is filled with the afternoon's code`() throws {
    var register = TestSchool.register(
      [TestSchool.row(TestSchool.ada)], at: TestSchool.afternoon)
    #expect(try register.fill(now: moment("13:05")).changes.map(\.mark?.code) == ["\\"])
  }

  @Test func `a school that marks every pupil by hand refuses to fill`() {
    var register = RegisterTests.five(mayFill: false)
    #expect(throws: Refusal.fillingIsOff) { try register.fill(now: Self.now) }
    #expect(register.draft.isEmpty)
  }

  @Test(arguments: [1, 2000])
  func `one pupil and two thousand are filled alike and undone at once`(count: Int) throws {
    let rows = (0..<count).map { number in
      TestSchool.row(TestSchool.pupil(number, "Pupil \(number)", "A"))
    }
    var register = TestSchool.register(rows)
    let filled = try register.fill(now: Self.now)
    #expect(filled.changes.count == count && filled.left.isEmpty)
    #expect(register.counts == (blank: 0, present: count, other: 0))
    #expect(register.undo().count == count)
    #expect(register.counts == (blank: count, present: 0, other: 0))
    #expect(register.draft == Draft() && !register.canUndo)
  }

  @Test func `an empty register fills nothing and has nothing to undo`() throws {
    var register = TestSchool.register([])
    let filled = try register.fill(now: Self.now)
    #expect(filled.changes.isEmpty && filled.left.isEmpty && !register.canUndo)
  }
}
