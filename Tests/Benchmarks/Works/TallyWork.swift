import Foundation
import TerminalTesting

/// Counts the year by pupil, against `mawk` over a text file and the `sqlite3` command.
///
/// All three print the same bytes before any of them is timed.
struct TallyWork {
  private let school: BenchmarkSchool

  init(_ school: BenchmarkSchool) { self.school = school }

  func measure() throws -> Line {
    let budget = "half of `mawk`, a fifth of `sqlite3`"
    let work = "`tally --by pupil`, whole process"
    var ours = Samples()
    guard let mawk = Child.path(of: "mawk"), let sqlite = Child.path(of: "sqlite3") else {
      for _ in 0..<21 { ours.add(try tally(into: "/dev/null")) }
      return Line(
        work: work, budget: budget, measured: ours.median.time,
        ratio: "mawk or sqlite3 is missing", kept: nil)
    }
    let table = school.folder + ".plain"
    try Child.run(
      sqlite,
      [
        "-batch", table, "CREATE TABLE mark (upn TEXT, date TEXT, session TEXT, code TEXT)",
        ".mode tabs", ".import \(school.tsv) mark",
      ])
    func lines(_ run: (String) throws -> Double) throws -> [Substring] {
      let output = school.folder + ".out"
      _ = try run(output)
      return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    }
    let counted = { output in try Child.run(mawk, [Self.program, school.tsv], output: output) }
    let queried = { output in
      try Child.run(
        sqlite, ["-batch", "-header", "-separator", ",", table, Self.query], output: output)
    }
    let answer = try lines(tally)
    for other in [try lines(counted), try lines(queried)] where other != answer {
      let differing = zip(answer, other).first { $0 != $1 }
      throw Child.Failure(
        description: "the tallies differ: \(differing.map { "\($0)\nnot\n\($1)" } ?? "in length")")
    }
    var mawks = Samples()
    var sqlites = Samples()
    for _ in 0..<15 {
      ours.add(try tally(into: "/dev/null"))
      mawks.add(try counted("/dev/null"))
      sqlites.add(try queried("/dev/null"))
    }
    let (half, fifth) = (ours.median / mawks.median, ours.median / sqlites.median)
    return Line(
      work: work, budget: budget, measured: ours.median.time,
      ratio: "\(half.times) of mawk's \(mawks.median.time), "
        + "\(fifth.times) of sqlite3's \(sqlites.median.time)",
      kept: half <= 0.5 && fifth <= 0.2)
  }

  private func tally(into output: String) throws -> Double {
    try school.run(
      [
        "tally", "--by", "pupil", "--to", "\(BenchmarkSchool.lastMarked)", "--format", "csv",
      ], output: output)
  }

  private static let header =
    "pupil,possible,attended,authorised,unauthorised,late,missing,attendance_percent,"
    + "absence_percent,pupils,persistent,severe"

  /// The file is in order of pupils, so that one pass without a table is enough.
  private static let program = """
    function percent(part) {
      part = int((2000 * part + n) / (2 * n))
      return int(part / 10) "." (part % 10)
    }
    function line() {
      if (!n) return
      p = a + b
      print upn, n, n - p, a, b, l, 0, percent(n - p), percent(p), 1, (10 * p >= n), (2 * p >= n)
    }
    BEGIN { FS = "\\t"; OFS = ","; print "\(header)" }
    $1 != upn { line(); upn = $1; n = a = b = l = 0 }
    { n++; c = $4 }
    c == "/" || c == "\\\\" { next }
    c == "L" { l++; next }
    c == "I" || c == "M" || c == "C" { a++; next }
    c == "U" { l++ }
    c == "O" || c == "G" || c == "U" { b++ }
    END { line() }
    """

  private static let query = """
    WITH count AS (
      SELECT upn, count(*) AS n, sum(code IN ('I', 'M', 'C')) AS a,
        sum(code IN ('O', 'G', 'U')) AS b, sum(code IN ('L', 'U')) AS l
      FROM mark GROUP BY upn),
    share AS (
      SELECT *, a + b AS p, (2000 * (n - a - b) + n) / (2 * n) AS i,
        (2000 * (a + b) + n) / (2 * n) AS o
      FROM count)
    SELECT upn AS pupil, n AS possible, n - p AS attended, a AS authorised, b AS unauthorised,
      l AS late, 0 AS missing, (i / 10) || '.' || (i % 10) AS attendance_percent,
      (o / 10) || '.' || (o % 10) AS absence_percent, 1 AS pupils, 10 * p >= n AS persistent,
      2 * p >= n AS severe
    FROM share ORDER BY upn
    """
}
