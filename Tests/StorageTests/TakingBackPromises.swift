import Attendance
import Testing

@testable import Storage

/// What taking a mark back promises: nothing stands, and everything stays in the history.
@Suite struct TakingBackPromises {
  private static let year = SchoolYear(startYear: 2025)

  /// A school whose register is taken, with Ben's mark taken back by the office an hour later.
  private func school(_ keeper: Keeper) throws -> KeptSchool {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.taken)
    let ben = try #require(try school.store.standing(TestSchool.ben))
    _ = try school.store.submit(
      TestSchool.act(
        .amended,
        [
          .blank(
            TestSchool.ben.id, at: TestSchool.monday, seen: ben.entry.id, reason: "wrong class")
        ], by: TestSchool.office, at: 3600))
    return school
  }

  @Test(arguments: Keeper.allCases)
  func `nothing stands where a mark was taken back, and the sheet is blank`(keeper: Keeper) throws {
    let school = try school(keeper)
    #expect(try school.store.standing(TestSchool.ben) == nil)
    #expect(try school.store.cell(TestSchool.ben).isEmpty)
    #expect(try school.store.cell(TestSchool.ada) == "/")
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `both marks stay in the history, with who, when and why`(keeper: Keeper) throws {
    let lines = try school(keeper).store.history(of: TestSchool.ben.id, at: TestSchool.monday)
    #expect(lines.map(\.entry.code) == ["/", ""])
    #expect(lines.map(\.replaced) == [nil, "/"])
    #expect(lines.map(\.entry.reason) == ["", "wrong class"])
    #expect(lines.map(\.submission.typist) == [TestSchool.tutor, TestSchool.office])
  }

  @Test(arguments: Keeper.allCases)
  func `before it was taken back the mark stood`(keeper: Keeper) throws {
    let store = try school(keeper).store
    #expect(
      try store.standing(TestSchool.ben, asAt: TestSchool.moment(3599))?.entry.code == "/")
    #expect(try store.standing(TestSchool.ben, asAt: TestSchool.moment(3600)) == nil)
  }

  @Test(arguments: Keeper.allCases)
  func `a pupil whose mark was taken back is missing from the figures`(keeper: Keeper) throws {
    let store = try school(keeper).store
    let figures = Figures(
      roll: try store.roll(), calendar: try store.calendar(),
      codes: CodeBook([
        AttendanceCode(text: "/", meaning: "Present", category: .present, half: .am)
      ]), alphabet: try store.alphabet(),
      sheets: [Self.year: try store.sheets(of: Self.year, pupils: nil)])
    let monday = TestSchool.monday
    #expect(
      figures.tally(of: TestSchool.ben.id, from: monday.date, through: monday)
        == Tally(attended: 0, authorised: 0, unauthorised: 0, missing: 1))
  }

  @Test(arguments: Keeper.allCases, [Precedence.Basis.unexplained, .report, .plan, .seen])
  func `a later mark falls on a blank, on whatever it rests`(
    keeper: Keeper, basis: Precedence.Basis
  ) throws {
    let school = try school(keeper)
    let receipt = try school.store.submit(
      TestSchool.act(.amended, [TestSchool.mark(TestSchool.ben, "L", basis: basis)], at: 7200))
    #expect(receipt.outranked.isEmpty && receipt.contradictions.isEmpty)
    let lines = try school.store.history(of: TestSchool.ben.id, at: TestSchool.monday)
    #expect(lines.last?.replaced == nil && lines.last?.entry.beside == nil)
    #expect(try school.store.cell(TestSchool.ben) == "L")
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `a mark that has come since is never taken back`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.taken)
    let old = try #require(try school.store.standing(TestSchool.dot)).entry.id
    _ = try school.store.submit(
      TestSchool.act(.arrival, [TestSchool.mark(TestSchool.dot, "L", minutes: 9)], at: 60))
    let receipt = try school.store.submit(
      TestSchool.act(
        .amended,
        [.blank(TestSchool.dot.id, at: TestSchool.monday, seen: old, reason: "undone")],
        by: TestSchool.office, at: 120))
    #expect(receipt.outranked == [TestSchool.dot.id])
    let standing = try #require(try school.store.standing(TestSchool.dot))
    #expect(standing.entry.code == "L" && standing.contradiction == nil)
    #expect(try school.store.unsettled(on: TestSchool.monday.date).isEmpty)
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `taking back what does not stand is refused, and so is doing it without a reason`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    let line = try school.store.history(of: TestSchool.ben.id, at: TestSchool.monday)[0].entry.id
    func taking(_ reason: String, of pupil: Pupil) -> Act {
      TestSchool.act(
        .amended, [.blank(pupil.id, at: TestSchool.monday, seen: line, reason: reason)], at: 7200)
    }
    #expect(throws: Settlement.nothingToTakeBack) {
      try school.store.submit(taking("again", of: TestSchool.ben))
    }
    #expect(throws: StoreFault.self) { try school.store.submit(taking("", of: TestSchool.ada)) }
    #expect(try school.store.cell(TestSchool.ada) == "/")
  }

  @Test(arguments: Keeper.allCases)
  func `one act may take a mark back and make another in its place`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.taken)
    let ada = try #require(try school.store.standing(TestSchool.ada)).entry.id
    _ = try school.store.submit(
      TestSchool.act(
        .amended,
        [
          .blank(TestSchool.ada.id, at: TestSchool.monday, seen: ada, reason: "moved"),
          TestSchool.mark(TestSchool.ada, "N", basis: .unexplained),
        ], at: 60))
    #expect(try school.store.cell(TestSchool.ada) == "N")
    let lines = try school.store.history(of: TestSchool.ada.id, at: TestSchool.monday)
    #expect(lines.map(\.entry.code) == ["/", "", "N"])
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `an act's own entries are found, by the act and by a line of it`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(TestSchool.taken)
    var act = TestSchool.act(
      .planned,
      [TestSchool.mark(TestSchool.eve, "L", minutes: 3, note: "Bus", basis: .plan, reason: "late")],
      by: TestSchool.office, at: 60, key: nil)
    act.lines = [ProposedLine(pupil: nil, date: TestSchool.monday.date, matter: .note, words: "!")]
    let receipt = try school.store.submit(act)
    #expect(try school.store.submission(of: receipt.lines[0]) == receipt.submission)
    let entries = try school.store.entries(of: receipt.submission)
    let lines = try school.store.history(of: TestSchool.eve.id, at: nil)
    #expect(entries == lines.map(\.entry))
    #expect(entries.map(\.note) == ["Bus"])
    #expect(try school.store.submission(of: DayLine.ID(99)) == nil)
    #expect(try school.store.entries(of: Submission.ID(99)).isEmpty)
  }

  @Test(arguments: [
    ("UPDATE entry SET code = '/' WHERE id = 5", "submission 2 (amended"),
    ("UPDATE entry SET reason = 'x' WHERE id = 5", "submission 2 (amended"),
    ("UPDATE entry SET code = '', reason = 'x', replaces = 1 WHERE id = 2", "submission 1 (taken"),
    ("UPDATE code SET code = 'Q' WHERE byte = 0", "code"),
    ("DELETE FROM code WHERE byte = 0", "code"),
    ("UPDATE sheet SET cells = zeroblob(length(cells)) WHERE pupil = 1", "disagrees"),
  ])
  func `tampering with what was taken back, or with the blank, is named`(
    sql: String, place: String
  ) throws {
    let school = try school(.sqlite)
    let folder = try #require(school.folder)
    try folder.tamper(sql)
    let faults: [String]
    do {
      faults = try folder.folder.open().faults()
    } catch {
      faults = ["\(error)"]
    }
    #expect(faults.contains { $0.contains(place) })
  }

  @Test(arguments: Keeper.allCases)
  func `a place in a group can be taken away, once`(keeper: Keeper) throws {
    let school = try keeper.school()
    let place = Membership(
      group: "Museum", pupil: TestSchool.ada.id, from: TestSchool.monday.date,
      until: TestSchool.monday.date, half: .am)
    func keep(_ change: RollChange) throws {
      try school.store.keep([change], by: TestSchool.office, at: TestSchool.moment())
    }
    try keep(.membership(place))
    try keep(.membership(place))
    try keep(.noMembership(place))
    #expect(try school.store.roll().memberships == [place])
    try keep(.noMembership(place))
    #expect(try school.store.roll().memberships.isEmpty)
    #expect(throws: StoreFault.self) { try keep(.noMembership(place)) }
    #expect(try school.store.faults() == [])
  }
}
