import Foundation
import TerminalTesting

/// Who is flagged by every rule of PSA's policy, which has the most of them, against `mawk` looking for persistent absence
/// alone in a text file.
///
/// Both name the same persistently absent pupils, with the same counts, before either is timed.
struct FlagsWork {
  private let school: BenchmarkSchool

  private let folder: String

  init(_ school: BenchmarkSchool, in home: Folder) throws {
    self.school = school
    folder = home.path(of: "flags")
    try Folder.copy(school.folder, to: folder)
    try school.run(
      ["policy", "adopt", "config/policies/psa.yaml", "--from", "2025-08-01", "--yes"], in: folder)
  }

  func measure() throws -> Line {
    let budget = "half of `mawk` on persistent absence alone"
    let work = "`flags`, every rule, whole process"
    guard let mawk = Child.path(of: "mawk") else {
      return Line(work: work, budget: budget, measured: "", ratio: "mawk is missing", kept: nil)
    }
    let output = school.folder + ".out"
    func lines(_ run: () throws -> Double) throws -> [Substring] {
      _ = try run()
      return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    }
    let counted = { (output: String) in
      try Child.run(mawk, [Self.program, school.tsv], output: output)
    }
    let ours = try lines { try flags(into: output, "--flag", "persistent-absence") }
    let theirs = try lines { try counted(output) }
    guard ours == theirs else {
      let differing = zip(ours, theirs).first { $0 != $1 }
      throw Child.Failure(
        description: "the flags differ: \(differing.map { "\($0)\nnot\n\($1)" } ?? "in length")")
    }
    var (all, mawks) = (Samples(), Samples())
    for _ in 0..<15 {
      all.add(try flags(into: "/dev/null"))
      mawks.add(try counted("/dev/null"))
    }
    let half = all.median / mawks.median
    return Line(
      work: work, budget: budget, measured: all.median.time,
      ratio: "\(half.times) of mawk's \(mawks.median.time)", kept: half <= 0.5)
  }

  private func flags(into output: String, _ more: String...) throws -> Double {
    try school.run(
      ["flags", "--as-of", "\(BenchmarkSchool.lastMarked)", "--format", "csv"] + more,
      in: folder, output: output)
  }

  private static let program = """
    function line() { if (n && 10 * a >= n) print upn, "persistent-absence", a "/" n }
    BEGIN { FS = "\\t"; OFS = ","; print "upn,flag,value" }
    $1 != upn { line(); upn = $1; n = a = 0 }
    { n++; c = $4 }
    c == "/" || c == "\\\\" || c == "L" { next }
    c == "I" || c == "M" || c == "C" || c == "O" || c == "G" || c == "U" { a++ }
    END { line() }
    """
}
