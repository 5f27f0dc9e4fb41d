import Attendance
import Testing

/// Single absences told as spells.
@Suite struct AbsenceSpellTests {
  /// The marks of the sessions from Thursday 20 November 2025 on, weekends left out.
  private func marks(_ codes: String) -> [(session: Session, code: String)] {
    let monday = SchoolDate("2025-11-17") ?? SchoolDate(daysSince1970: 0)
    let sessions = (0..<3).flatMap { week in
      (0..<5).flatMap { day in
        HalfDay.allCases.map { Session(monday.adding(days: week * 7 + day), $0) }
      }
    }
    return zip(sessions.dropFirst(6), codes.split(separator: " ")).map {
      ($0, $1 == "_" ? "" : String($1))
    }
  }

  private func spells(_ codes: String) -> [AbsenceSpell] {
    AbsenceSpell.spells(in: marks(codes)) { code, _ in
      switch code {
      case "I", "O", "N", "M": .absent
      case "U": .arrived
      case "": .blank
      case "Y", "X": .notRequired
      default: .present
      }
    }
  }

  private func session(_ day: String, _ half: HalfDay) -> Session {
    Session(SchoolDate("2025-11-\(day)") ?? SchoolDate(daysSince1970: 0), half)
  }

  @Test func `a weekend breaks no spell, and its codes are counted in their order`() {
    #expect(
      spells("/ \\ I I I O / \\") == [
        AbsenceSpell(
          from: session("21", .am), through: session("24", .pm),
          [AbsenceSpell.Part("I", sessions: 3), AbsenceSpell.Part("O", sessions: 1)])
      ])
  }

  @Test func `whoever was there in between was away twice`() {
    #expect(
      spells("I \\ I") == [
        AbsenceSpell(
          from: session("20", .am), through: session("20", .am),
          [AbsenceSpell.Part("I", sessions: 1)]),
        AbsenceSpell(
          from: session("21", .am), through: session("21", .am),
          [AbsenceSpell.Part("I", sessions: 1)]),
      ])
  }

  @Test func `a blank inside is named and not counted, and one outside belongs to no spell`() throws
  {
    #expect(
      spells("_ I _ _ I _") == [
        AbsenceSpell(
          from: session("20", .pm), through: session("24", .am),
          [AbsenceSpell.Part("I", sessions: 2)],
          blanks: [session("21", .am), session("21", .pm)])
      ])
    #expect(spells("I _ / I").map(\.blanks) == [[], []])
  }

  @Test func `a session at which nobody asked for the pupil neither breaks a spell nor counts`()
    throws
  {
    #expect(
      spells("I Y Y I") == [
        AbsenceSpell(
          from: session("20", .am), through: session("21", .pm),
          [AbsenceSpell.Part("I", sessions: 2)])
      ])
  }

  @Test func `an arrival after closing is a spell of its own and breaks the others (U31)`() {
    #expect(spells("N U N").map(\.sessions) == [1, 1, 1])
    #expect(spells("N U N").map { $0.parts[0].code } == ["N", "U", "N"])
  }

  @Test func `nobody away, nothing told`() {
    #expect(spells("/ \\ _ Y / L") == [])
  }

  @Test(arguments: [
    ("I", AbsenceSpell.Standing.absent), ("O", .absent), ("N", .absent), ("U", .arrived),
    ("L", .present), ("B", .present), ("/", .present), ("Y1", .notRequired), ("X", .notRequired),
  ])
  func `each code stands to a spell as the law counts it`(
    code: String, standing: AbsenceSpell.Standing
  ) throws {
    let monday = try #require(SchoolDate("2025-11-17"))
    let known = try #require(TestCodes.book.code(code, on: monday))
    #expect(known.standingInSpell == standing)
  }
}
