import Attendance
import Testing

/// Figures by every key, against what a hand with a pencil counts.
@Suite struct FiguresTests {
  /// A row as `key: attended authorised unauthorised late missing [pupils persistent severe]`.
  static func lines(_ rows: [FigureRow]) -> [String] {
    rows.map { row in
      let tally = row.tally
      let counts = [
        tally.attended, tally.authorised, tally.unauthorised, tally.late, tally.missing,
      ]
      let pupils = [row.pupils, row.persistent, row.severe].compactMap(\.self)
      return "\(row.key): " + (counts + pupils).map(String.init).joined(separator: " ")
    }
  }

  static func lines(by key: FigureKey) -> [String] {
    lines(
      FiguresSchool.figures.rows(by: key, from: FiguresSchool.first, through: FiguresSchool.last))
  }

  @Test(arguments: [
    (FigureKey.school, ["Hilltop: 32 9 5 2 1 4 3 1"]),
    (
      .group,
      ["11A: 1 6 3 0 0 1 1 1", "7A: 14 1 0 1 1 2 1 0", "7B: 17 2 2 1 0 2 2 0"]
    ),
    (.year, ["11: 1 6 3 0 0 1 1 1", "7: 31 3 2 2 1 3 2 0"]),
    (.campus, ["North: 22 7 5 2 1 3 2 1", "South: 10 2 0 0 0 1 1 0"]),
    (.sex, ["F: 21 1 2 2 1 2 1 0", "M: 11 8 3 0 0 2 2 1"]),
    (.fsm, [": 9 6 3 0 0 2 1 1", "no: 17 2 2 1 0 2 2 0", "yes: 6 1 0 1 1 1 1 0"]),
    (.eal, [": 19 8 3 0 0 3 2 1", "yes: 13 1 2 2 1 1 1 0"]),
    (.sen, [": 31 3 2 2 1 3 2 0", "K: 1 6 3 0 0 1 1 1"]),
    (.ethnicity, [": 31 3 2 2 1 3 2 0", "WBRI: 1 6 3 0 0 1 1 1"]),
    (.pupilPremium, [": 32 9 5 2 1 4 3 1"]), (.lookedAfter, [": 32 9 5 2 1 4 3 1"]),
    (.socialWorker, [": 32 9 5 2 1 4 3 1"]), (.youngCarer, [": 32 9 5 2 1 4 3 1"]),
    (.week, ["2025-W36: 11 9 0 1 1", "2025-W38: 21 0 5 1 0"]),
    (.session, ["AM: 17 5 3 1 0", "PM: 15 4 2 1 1"]),
    (
      .weekday,
      [
        "Friday: 7 2 0 0 0", "Monday: 6 2 2 2 0", "Thursday: 11 2 0 0 0",
        "Tuesday: 3 3 3 0 1", "Wednesday: 5 0 0 0 0",
      ]
    ),
    (
      .halfTerm,
      ["2025-26 Autumn 1: 11 9 0 1 1 4 3 2", "2025-26 Autumn 2: 21 0 5 1 0 4 2 1"]
    ),
    (.term, ["2025-26 Autumn: 32 9 5 2 1 4 3 1"]),
    (.schoolYear, ["2025-26: 32 9 5 2 1 4 3 1"]),
  ])
  func `rows are those a pencil makes`(key: FigureKey, rows: [String]) {
    #expect(Self.lines(by: key) == rows)
  }

  @Test func `each pupil has a row under the UPN, guests and boarders none`() {
    let rows = Self.lines(by: .pupil).sorted()
    #expect(
      rows
        == [
          "\(TestSchool.ada.upn): 13 1 2 2 1 1 1 0", "\(TestSchool.ben.upn): 10 2 0 0 0 1 1 0",
          "\(TestSchool.cem.upn): 1 6 3 0 0 1 1 1", "\(TestSchool.fay.upn): 8 0 0 0 0 1 0 0",
        ].sorted())
  }

  @Test(arguments: FigureKey.allCases.filter { $0 != .code })
  func `the rows of any key add up to those of the pupils`(key: FigureKey) {
    for last in [pm("2025-09-01"), am("2025-09-05"), FiguresSchool.last, pm("2026-07-31")] {
      func sum(_ key: FigureKey) -> Tally {
        FiguresSchool.figures.rows(by: key, from: FiguresSchool.first, through: last)
          .reduce(into: Tally()) { $0 += $1.tally }
      }
      #expect(sum(key) == sum(.pupil))
    }
  }

  @Test(arguments: FigureKey.allCases.filter { $0 != .code })
  func `rows stand in the order of their bytes, each key once`(key: FigureKey) {
    let keys = FiguresSchool.figures.rows(
      by: key, from: FiguresSchool.first, through: FiguresSchool.last
    ).map { Array($0.key.utf8) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `codes are counted at the sessions that count`() {
    let counts = FiguresSchool.figures.codes(
      from: FiguresSchool.first, through: FiguresSchool.last)
    #expect(
      counts.map { "\($0.code) \($0.sessions)" } == [
        "/ 16", "B 1", "C 2", "D 9", "G 3", "I 7", "L 1", "O 1", "U 1", "\\ 14",
      ])
    #expect(counts.allSatisfy { $0.possible == 46 })
    #expect(counts.first { $0.code == "I" }?.share?.description == "15.2")
  }

  /// Ada's row by row, and the cut after the session that has begun.
  @Test(arguments: [
    ("2025-09-01", am("2025-09-01"), [1, 0, 0, 0, 0]),
    ("2025-09-01", pm("2025-09-01"), [2, 0, 0, 1, 0]),
    ("2025-09-02", am("2025-09-02"), [0, 1, 0, 0, 0]),
    ("2025-09-02", pm("2025-09-02"), [0, 1, 0, 0, 1]),
    ("2025-09-03", pm("2025-09-03"), [0, 0, 0, 0, 0]),
    ("2025-09-05", am("2025-09-15"), [2, 0, 1, 1, 0]),
    ("2025-09-19", am("2025-09-19"), [1, 0, 0, 0, 0]),
    ("2025-09-19", pm("2025-09-19"), [2, 0, 0, 0, 0]),
    ("2025-09-19", pm("2025-09-18"), [0, 0, 0, 0, 0]),
    ("2020-01-01", pm("2030-01-01"), [14, 1, 2, 2, 11]),
  ])
  func `a range has both its ends and nothing beyond`(
    first: String, last: Session, counts: [Int]
  ) {
    let tally = FiguresSchool.figures.tally(
      of: TestSchool.ada.id, from: day(first), through: last)
    #expect(
      [tally.attended, tally.authorised, tally.unauthorised, tally.late, tally.missing] == counts)
  }

  @Test func `neither guests nor boarders nor strangers have a tally`() {
    for pupil in [TestSchool.dot, TestSchool.eve, TestSchool.lucja] {
      let tally = FiguresSchool.figures.tally(
        of: pupil.id, from: FiguresSchool.first, through: FiguresSchool.last)
      #expect(tally == Tally())
    }
  }
}
