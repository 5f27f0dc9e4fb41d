import Testing

@testable import Attendance

/// Figures by two keys, and what their sums must be.
@Suite struct CrossedFiguresTests {
  private static func rows(_ keys: FigureKey...) -> [FigureRow] {
    FiguresSchool.figures.rows(
      by: keys, from: FiguresSchool.first, through: FiguresSchool.last)
  }

  private static func lines(_ rows: [FigureRow]) -> [String] {
    rows.map { row in
      "\(row.keys.joined(separator: "|")): \(row.tally.attended) \(row.tally.authorised) "
        + "\(row.tally.unauthorised), \(row.members) pupils"
    }
  }

  @Test func `form by session counts mornings and afternoons apart`() {
    #expect(
      Self.lines(Self.rows(.group, .session)) == [
        "11A|AM: 1 3 1, 1 pupils", "11A|PM: 0 3 2, 1 pupils", "7A|AM: 7 1 0, 2 pupils",
        "7A|PM: 7 0 0, 2 pupils", "7B|AM: 9 1 2, 2 pupils", "7B|PM: 8 1 0, 2 pupils",
      ])
  }

  @Test func `campus by week keeps both keys in the order they are named`() {
    #expect(
      Self.rows(.week, .campus).map(\.keys).first == ["2025-W36", "North"])
    #expect(Self.rows(.campus, .week).map(\.keys).first == ["North", "2025-W36"])
  }

  @Test(arguments: FigureKey.allCases)
  func `the rows of two keys add up to the rows of either`(key: FigureKey) {
    for other in FigureKey.allCases where other != key {
      var sums: [String: Tally] = [:]
      for row in Self.rows(key, other) { sums[row.key, default: Tally()] += row.tally }
      let single = Dictionary(
        Self.rows(key).map { ($0.key, $0.tally) }, uniquingKeysWith: { first, _ in first })
      #expect(sums == single, "\(key) by \(other)")
    }
  }

  @Test(arguments: FigureKey.allCases)
  func `the rows of any key add up to the pupils' own counts`(key: FigureKey) {
    let pupils = FiguresSchool.roll.pupils.keys.reduce(Tally()) {
      $0
        + FiguresSchool.figures.tally(
          of: $1, from: FiguresSchool.first, through: FiguresSchool.last)
    }
    #expect(Self.rows(key).reduce(Tally()) { $0 + $1.tally } == pupils)
    #expect(pupils.attended + pupils.absent == pupils.possible)
  }

  @Test func `every pupil's counts at once are those of each one asked for`() {
    let tallies = FiguresSchool.figures.tallies(
      from: FiguresSchool.first, through: FiguresSchool.last)
    #expect(tallies.count == 4)
    for (pupil, tally) in tallies {
      #expect(
        tally
          == FiguresSchool.figures.tally(
            of: pupil, from: FiguresSchool.first, through: FiguresSchool.last))
    }
  }

  @Test func `figures of some pupils leave the others out`() {
    let rows = FiguresSchool.figures.rows(
      by: [.group], from: FiguresSchool.first, through: FiguresSchool.last,
      of: [TestSchool.ben.id])
    #expect(Self.lines(rows) == ["7B: 10 2 0, 1 pupils"])
  }

  @Test func `a pupil who left and came back is one pupil in two enrolments`() {
    let figures = FiguresOverTimeTests.figures(
      "I",
      enrolments: [
        FiguresOverTimeTests.enrolment(1, "2024-07-08", "2024-07-09"),
        FiguresOverTimeTests.enrolment(2, "2024-07-11"),
      ])
    let rows = figures.rows(
      by: [.school], from: day("2024-07-08"), through: pm("2024-07-12"))
    #expect(rows.map(\.members) == [1])
    #expect(rows.map(\.pupils) == [2])
  }

  @Test func `rows stand as people look for them`() {
    func sorted(_ names: [String], by key: FigureKey) -> [String] {
      FigureOrder([key], FiguresSchool.calendar).sorted(
        names.map { FigureRow(keys: [$0], countingPupils: true) }
      ).map(\.key)
    }
    #expect(sorted(["", "10", "7", "R", "N2"], by: .year) == ["N2", "R", "7", "10", ""])
    #expect(sorted(["10A", "7B", "7A", "Base"], by: .group) == ["7A", "7B", "10A", "Base"])
    #expect(
      sorted(["Friday", "Monday", "Tuesday"], by: .weekday) == ["Monday", "Tuesday", "Friday"])
    #expect(sorted(["PM", "AM"], by: .session) == ["AM", "PM"])
    #expect(
      sorted(
        ["2025-26 Spring 1", "2025-26 Autumn 2", "2025-26 Autumn 1"], by: .halfTerm)
        == ["2025-26 Autumn 1", "2025-26 Autumn 2", "2025-26 Spring 1"])
  }
}
