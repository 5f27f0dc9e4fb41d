import Testing

@testable import Attendance

/// Groups too small to be shown to governors, and what must be hidden with them.
@Suite struct SmallGroupsTests {
  /// The table of these groups, each with its keys and how many pupils it has; `-` for a small one that
  /// is hidden, `*` for one hidden with it.
  private func shown(_ groups: [(keys: String, pupils: Int)]) -> [String] {
    let rows = groups.map { group -> FigureRow in
      var row = FigureRow(
        keys: group.keys.split(separator: "|").map(String.init), countingPupils: true)
      row.members = group.pupils
      return row
    }
    return SmallGroups.shown(rows).map { row in
      switch row {
      case .figures(let row): "\(row.members)"
      case .small: "-"
      case .withheld: "*"
      }
    }
  }

  @Test func `a table of large groups is shown whole`() {
    #expect(shown([("A", 6), ("B", 7), ("C", 100)]) == ["6", "7", "100"])
  }

  @Test func `six pupils are shown and five are not`() {
    #expect(shown([("A", 5), ("B", 4), ("C", 6)]) == ["-", "-", "6"])
  }

  @Test func `one small group takes the next smallest with it`() {
    #expect(shown([("A", 30), ("B", 5), ("C", 12), ("D", 40)]) == ["30", "-", "*", "40"])
  }

  @Test func `two small groups with fewer than six pupils together take another with them`() {
    #expect(shown([("A", 2), ("B", 3), ("C", 12), ("D", 40)]) == ["-", "-", "*", "40"])
    #expect(shown([("A", 3), ("B", 3), ("C", 12), ("D", 40)]) == ["-", "-", "12", "40"])
  }

  @Test func `a small group alone is hidden, with nothing to work it out from`() {
    #expect(shown([("A", 5)]) == ["-"])
  }

  @Test func `in a crossed table no row comes back from the sum of its row or its column`() {
    // By sex and need: of the girls only K is small, so another row of girls and, in each column that
    // has now one hidden row, another row of that column is hidden.
    #expect(
      shown([
        ("F|K", 4), ("F|N", 30), ("F|E", 10), ("M|K", 9), ("M|N", 28), ("M|E", 8),
      ]) == ["-", "30", "*", "*", "28", "*"])
  }

  @Test func `the next in a line is the first of two of one size`() {
    #expect(shown([("A", 9), ("B", 9), ("C", 1)]) == ["*", "9", "-"])
  }

  @Test(arguments: 0..<200)
  func `no line of any table has one hidden row, or hidden rows of fewer than six pupils`(
    seed: Int
  ) {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var rows: [FigureRow] = []
    for first in 0..<4 {
      for second in 0..<4 where next(5) > 0 {
        var row = FigureRow(keys: ["\(first)", "\(second)"], countingPupils: true)
        row.members = next(20)
        rows.append(row)
      }
    }
    let shown = SmallGroups.shown(rows)
    for dimension in 0...1 {
      for (_, line) in Dictionary(grouping: rows.indices, by: { rows[$0].keys[dimension] }) {
        let hidden = line.filter { shown[$0].row == nil }
        let isWhole = hidden.count == line.count
        let pupils = hidden.reduce(0) { $0 + rows[$1].members }
        #expect(hidden.isEmpty || isWhole || hidden.count > 1 && pupils >= SmallGroups.least)
      }
    }
    for (row, shown) in zip(rows, shown) where row.members < SmallGroups.least {
      #expect(shown == .small(keys: row.keys))
    }
  }
}

/// How far figures lie from others.
@Suite struct PointsTests {
  @Test(arguments: [
    (95, 100, 9472, "+0.3"), (94, 100, 9472, "-0.7"), (1091, 1146, 9151, "+3.7"),
    (1, 1, 10_000, "0.0"), (0, 1, 10_000, "-100.0"), (190, 200, 9500, "0.0"),
    // A half goes away from nothing: 0.05 points is 0.1, and 0.04 is nothing.
    (9505, 10_000, 9500, "+0.1"), (9495, 10_000, 9500, "-0.1"), (9504, 10_000, 9500, "0.0"),
    (9496, 10_000, 9500, "0.0"),
  ])
  func `points are worked out from the counts and rounded once`(
    part: Int, whole: Int, hundredths: Int, points: String
  ) {
    #expect(Points(part, of: whole, from: hundredths)?.description == points)
  }

  @Test func `of nothing there are no points`() {
    #expect(Points(0, of: 0, from: 9500) == nil)
  }
}
