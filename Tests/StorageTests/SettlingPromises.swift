import Attendance
import Testing

@testable import Storage

/// What must hold however many marks an act brings and wherever they fall.
@Suite struct SettlingPromises {
  private static let tuesday = Session(TestSchool.date("2025-09-09"), .am)

  @Test(arguments: Keeper.allCases)
  func `an import that marks one session twice keeps both, the later in place of the earlier`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    // The blanks before and after the doubled one are settled without being looked up.
    _ = try school.store.submit(
      TestSchool.act(
        .imported,
        [
          TestSchool.mark(TestSchool.ada, "/", how: .imported),
          TestSchool.mark(TestSchool.ben, "N", how: .imported, basis: .unexplained),
          TestSchool.mark(TestSchool.ben, "I", how: .imported, basis: .report),
          TestSchool.mark(TestSchool.cem, "/", how: .imported),
          TestSchool.mark(TestSchool.ben, "L", how: .imported),
          TestSchool.mark(TestSchool.cem, "L", how: .imported),
        ]))
    let lines = try school.store.history(of: TestSchool.ben.id, at: TestSchool.monday)
    #expect(lines.map(\.entry.code) == ["N", "I", "L"])
    #expect(lines.map(\.replaced) == [nil, "N", "I"])
    #expect(try school.store.cell(TestSchool.ben) == "L")
    #expect(try school.store.cell(TestSchool.cem) == "/")
    #expect(try school.store.standing(TestSchool.cem)?.contradiction?.code == "L")
    #expect(try school.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `acts kept together are kept as they would be one by one, to the seal`(
    keeper: Keeper
  ) throws {
    let acts = [
      TestSchool.act([
        TestSchool.mark(TestSchool.ada, "/"),
        TestSchool.mark(TestSchool.ben, "N", basis: .unexplained),
      ]),
      TestSchool.act(.amended, [TestSchool.mark(TestSchool.ben, "L", minutes: 9)], at: 60),
      TestSchool.act(
        [
          TestSchool.mark(TestSchool.ben, "I", at: Self.tuesday, basis: .report, reason: "rang"),
          TestSchool.mark(TestSchool.ada, "L", at: Self.tuesday, minutes: 9),
          TestSchool.mark(TestSchool.cem, "/", at: Self.tuesday),
        ], at: 120),
      TestSchool.act(.arrival, [TestSchool.mark(TestSchool.ada, "L", minutes: 3)], at: 180),
    ]
    let together = try keeper.school()
    let receipts = try together.store.submit(acts)
    let single = try keeper.school()
    #expect(try acts.map { try single.store.submit($0) } == receipts)
    for pupil in TestSchool.pupils {
      #expect(
        try together.store.history(of: pupil.id, at: nil)
          == single.store.history(of: pupil.id, at: nil))
    }
    #expect(try together.store.headSeal() == single.store.headSeal())
    #expect(try together.store.faults() == [])
  }

  @Test(arguments: Keeper.allCases)
  func `of acts kept together, one that is refused leaves none`(keeper: Keeper) throws {
    let school = try keeper.school()
    let stranger = TestSchool.act([TestSchool.mark(TestSchool.pupil(9, "Fox", "Fay"), "/")])
    #expect(throws: StoreFault.unknownPupil) {
      try school.store.submit([TestSchool.taken, stranger])
    }
    #expect(try school.store.standing(TestSchool.ada) == nil)
    #expect(try school.store.cell(TestSchool.ada).isEmpty)
    #expect(try school.store.verify(against: nil) { _ in }.submissions == 0)
  }

  @Test(arguments: Keeper.allCases, [Int32.min, -1_000_000, 3_000_000, .max])
  func `a mark on a date of no school year is refused, not kept where no sheet shows it`(
    keeper: Keeper, day: Int32
  ) throws {
    let school = try keeper.school()
    let beyond = Session(SchoolDate(daysSince1970: day), .pm)
    #expect(throws: StoreFault.self) {
      try school.store.submit(
        TestSchool.act([TestSchool.mark(TestSchool.ada, "/", at: beyond)]))
    }
    #expect(try school.store.history(of: TestSchool.ada.id, at: nil).isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `an act that spans two school years fills a sheet of each, to its last cell`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let sessions = [
      Session(TestSchool.date("2024-07-31"), .pm), Session(TestSchool.date("2024-08-01"), .am),
      Session(TestSchool.date("2024-07-31"), .am),
    ]
    _ = try school.store.submit(
      TestSchool.act(
        .imported, sessions.map { TestSchool.mark(TestSchool.ada, "/", at: $0, how: .imported) }))
    let marked = try [2023, 2024].map { year in
      let sheets = try school.store.sheets(of: SchoolYear(startYear: year), pupils: nil)
      return sheets[TestSchool.ada.id]?.cells.indices { $0 != 0 }.ranges.map(\.self) ?? []
    }
    #expect(marked == [[730..<732], [0..<1]])
    #expect(try school.store.faults() == [])
  }

  @Test func `a byte that stands for no code is found in a blank cell too`() throws {
    let folder = TestFolder()
    _ = try folder.takenSchool()
    try folder.tamper(
      """
      UPDATE sheet
      SET cells = CAST(substr(cells, 1, 400) || x'FA' || substr(cells, 402) AS BLOB)
      WHERE pupil = 1
      """)
    let faults = try folder.folder.open().faults()
    #expect(faults.count == 1)
    #expect(
      faults.first?.hasPrefix(
        "the 2025-26 sheet of \(TestSchool.ada.upn) disagrees with the entries at ") ?? false)
  }

  @Test func `a submission slipped in before the first is found`() throws {
    let folder = TestFolder()
    _ = try folder.takenSchool()
    try folder.tamper(
      """
      INSERT INTO submission SELECT 0, kind, at, login, name, position, observed_by, observed_at,
        group_name, date, half, detail, 0, 0, 0, 0, zeroblob(32) FROM submission WHERE id = 1
      """)
    #expect(try folder.folder.open().faults() == ["submission 0 stands outside the chain"])
  }

  @Test func `a changed code byte hides no other fault`() throws {
    let folder = TestFolder()
    _ = try folder.takenSchool()
    try folder.tamper(
      """
      UPDATE entry SET code = 'L' WHERE id = 1;
      UPDATE code SET byte = 200 WHERE code = 'N';
      """)
    let faults = try folder.folder.open().faults()
    #expect(faults.contains { $0.hasPrefix("submission 1 (taken 8B on 2025-09-08 AM by Mr Owen") })
    #expect(faults.contains { $0.contains("the byte of code 'N' was changed") })
  }
}
