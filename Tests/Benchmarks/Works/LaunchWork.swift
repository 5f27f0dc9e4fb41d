import Attendance
import Foundation
import Storage
import TerminalTesting

/// From the start of the program to the last byte of a register that can be marked, in turn with
/// `tig` and `calcurse`.
struct LaunchWork {
  private let one: BenchmarkSchool
  private let six: BenchmarkSchool
  private let folder: Folder

  init(_ one: BenchmarkSchool, _ six: BenchmarkSchool, _ folder: Folder) {
    self.one = one
    self.six = six
    self.folder = folder
  }

  /// Whether a tutor's register is seen down to the last line of the footer.
  static func isOpenRegister(_ terminal: PseudoTerminal) -> Bool {
    terminal.contains("REGISTER") && terminal.contains("^S submit")
  }

  func measure() throws -> [Line] {
    let rivals = [try tig(), calcurse()].compactMap(\.self)
    var times = rivals.map { _ in Samples() }
    var (year, years) = (Samples(), Samples())
    for round in 0..<41 {
      let ours = try launch(one)
      let longer = try launch(six)
      let theirs = try rivals.map { try $0.launch() }
      // The first round only warms the files.
      guard round > 0 else { continue }
      year.add(ours)
      years.add(longer)
      for (place, time) in theirs.enumerated() { times[place].add(time) }
    }
    let slower = times.map(\.median).max()
    let names = zip(rivals, times).map { "\($0.name) \($1.median.time)" }
    let missing = ["tig", "calcurse"].filter { name in !rivals.contains { $0.name == name } }
    let ratio = slower.map { year.median / $0 }
    let growth = years.median / year.median
    return [
      Line(
        work: "launch to the open register",
        budget: "30 ms, p95 100 ms, no slower than `tig` or `calcurse`",
        measured: "\(year.median.time), p95 \(year.percentile(95).time)",
        ratio: (ratio.map { ["\($0.times) of the slower"] } ?? []).joined()
          + " (" + (names + missing.map { "\($0) is missing" }).joined(separator: ", ") + ")",
        kept: year.median <= 0.030 && year.percentile(95) <= 0.100 && (ratio ?? 0) <= 1),
      Line(
        work: "the same with six years of marks", budget: "1.2 times one year",
        measured: "\(years.median.time), p95 \(years.percentile(95).time)", ratio: growth.times,
        kept: growth <= 1.2),
      try firstOfTheDay(after: year.median),
    ]
  }

  /// The first desk of a day, whose program starts the day's copy once its register is shown.
  private func firstOfTheDay(after usual: Double) throws -> Line {
    let copy = BackupShelf(SchoolFolder(one.folder)).path(of: BenchmarkSchool.today)
    let files = FileManager.default
    var times = Samples()
    for _ in 0..<15 {
      try? files.removeItem(atPath: copy)
      let desk = try one.tutor(of: "8B")
      times.add(desk.heardAt - desk.startedAt)
      // It begins once the desk has nothing else to do, and is not to be in the way of the next.
      defer { withExtendedLifetime(desk) {} }
      let limit = Clock.seconds + 10
      while !files.fileExists(atPath: copy), Clock.seconds < limit { usleep(20_000) }
      guard files.fileExists(atPath: copy) else {
        throw Child.Failure(description: "the day's copy was not made")
      }
    }
    return Line(
      work: "the same where the day's copy is still to be made", budget: "30 ms",
      measured: "\(times.median.time), p95 \(times.percentile(95).time)",
      ratio: (times.median / usual).times, kept: times.median <= 0.030)
  }

  private func launch(_ school: BenchmarkSchool) throws -> Double {
    let desk = try school.tutor(of: "8B")
    return desk.heardAt - desk.startedAt
  }

  /// A history of 2,000 commits, as many as there are pupils.
  private func tig() throws -> Rival? {
    guard let tig = Child.path(of: "tig"), let git = Child.path(of: "git") else { return nil }
    let history = folder.path(of: "history.git")
    let commits = (1...SchoolFiles.count).map { number in
      "commit refs/heads/main\ncommitter A <a@b> \(number)000 +0000\n"
        + "data \("Number \(number)".utf8.count)\nNumber \(number)\n"
    }
    let stream = try folder.write("history", commits.joined() + "done\n")
    try Child.run(git, ["init", "--quiet", "--bare", "--initial-branch=main", history])
    try Child.run(git, ["--git-dir", history, "fast-import", "--quiet"], input: stream)
    return Rival(
      name: "tig", program: tig, arguments: [],
      environment: ["GIT_DIR": history, "HOME": folder.path]
    ) { $0.lines[21].contains("Number") && $0.contains("[main]") }
  }

  /// An empty diary.
  private func calcurse() -> Rival? {
    guard let calcurse = Child.path(of: "calcurse") else { return nil }
    return Rival(
      name: "calcurse", program: calcurse, arguments: ["-D", folder.path(of: "calcurse")],
      environment: ["HOME": folder.path]
    ) { $0.contains("Appointments") && $0.lines[23].contains("q Quit") }
  }
}

/// A program of the terminal that sets the measure.
struct Rival {
  let name: String
  let program: String
  let arguments: [String]
  let environment: [String: String]
  /// Whether its first frame is complete.
  let isComplete: (PseudoTerminal) -> Bool

  /// Starts it and gives the seconds to its first complete frame.
  func launch() throws -> Double {
    let terminal = try PseudoTerminal(program, arguments, environment: environment)
    guard terminal.wait(seconds: 5, until: isComplete) else {
      throw Child.Failure(description: "\(name) shows no first frame:\n\(terminal.text)")
    }
    return terminal.heardAt - terminal.startedAt
  }
}
