import TerminalTesting

/// Brings in a year of marks with entries, seals and sheets, against SQLite's bare import.
struct ImportWork {
  private let school: BenchmarkSchool

  init(_ school: BenchmarkSchool) { self.school = school }

  func measure() throws -> Line {
    var ours = Samples()
    var theirs = Samples()
    let copy = school.before + "-again"
    let table = school.before + ".plain"
    let sqlite = Child.path(of: "sqlite3")
    for _ in 0..<3 {
      try Folder.copy(school.before, to: copy)
      ours.add(try school.run(["import", "marks", school.csv], in: copy))
      guard let sqlite else { continue }
      try Child.run("/bin/rm", ["-f", table])
      theirs.add(
        try Child.run(
          sqlite, ["-batch", table, ".mode csv", ".import \(school.csv) mark"]))
    }
    let ratio = ours.median / theirs.median
    return Line(
      work: "`import marks`, 740,000 rows", budget: "4 times `sqlite3 .import`",
      measured: ours.median.time,
      ratio: sqlite == nil ? "sqlite3 is missing" : "\(ratio.times) of \(theirs.median.time)",
      kept: sqlite == nil ? nil : ratio <= 4)
  }
}
