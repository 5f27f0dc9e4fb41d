import Attendance
import Storage
import TerminalTesting

/// The office's desk in a school of 2,000 pupils with a year of messages: how soon the morning is
/// seen, how soon another desk's act, what a key of the search costs, and the fire list.
struct OfficeWork {
  private let school: BenchmarkSchool
  private let office: OfficeYear

  init(_ school: BenchmarkSchool, _ folder: Folder) throws {
    self.school = school
    office = try OfficeYear(of: school, in: folder)
  }

  func measure() throws -> [Line] {
    [try launch(), try refresh(), try search(), try fireList()]
  }

  /// From the start of the program to the last line of the morning's footer.
  private func launch() throws -> Line {
    var times = Samples()
    for round in 0..<21 {
      let desk = try openMorning()
      // The first round only warms the files.
      if round > 0 { times.add(desk.heardAt - desk.startedAt) }
    }
    return Line(
      work: "launch to the office's morning, a year of messages", budget: "50 ms",
      measured: "\(times.median.time), p95 \(times.percentile(95).time)",
      kept: times.median <= 0.050)
  }

  /// From another desk's commit to the paint that shows it.
  private func refresh() throws -> Line {
    let desk = try openMorning()
    var times = Samples()
    for _ in 0..<30 {
      // Alone in its second, as an act of another desk is.
      desk.listen(seconds: 0.4)
      try office.missPupil()
      let kept = Clock.seconds
      guard desk.wait(seconds: 5, until: { $0.contains("Marked in, not here") }) else {
        throw Child.Failure(description: "the office does not see who is missed:\n\(desk.text)")
      }
      times.add(max(desk.heardAt - kept, 0))
      desk.listen(seconds: 0.4)
      try office.findPupil()
      guard desk.wait(seconds: 5, until: { !$0.contains("Marked in, not here") }) else {
        throw Child.Failure(description: "the office does not see who is found:\n\(desk.text)")
      }
    }
    return Line(
      work: "another desk's act to its paint on the morning", budget: "5 ms",
      measured: "\(times.median.time), p95 \(times.percentile(95).time)",
      kept: times.median <= 0.005)
  }

  /// A key of a name typed at the late desk.
  private func search() throws -> Line {
    let desk = try openMorning()
    desk.press("l")
    var keys = Stroke()
    for name in ["davies", "kofi", "rees", "zoe", "shah", "hussain"] {
      for letter in name { keys.add(desk.press(String(letter))) }
      for _ in name { desk.press("\u{7F}") }
    }
    return Line(
      work: "a key of the search among 2,000 pupils", budget: "3 ms",
      measured: "\(keys.seconds.median.time), p99 \(keys.seconds.percentile(99).time)",
      kept: keys.seconds.median <= 0.003)
  }

  /// The fire list as a whole process.
  private func fireList() throws -> Line {
    var times = Samples()
    for round in 0..<16 {
      let seconds = try school.run(["onsite"], in: office.folder)
      if round > 0 { times.add(seconds) }
    }
    return Line(
      work: "`onsite`, whole process", budget: "50 ms", measured: times.median.time,
      kept: times.median <= 0.050)
  }

  private func openMorning() throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      school.program, ["--data", office.folder, "--as", "office"],
      environment: BenchmarkSchool.environment)
    guard desk.wait(until: { $0.contains("THIS MORNING") && $0.contains("? help") }) else {
      throw Child.Failure(description: "the office does not see its morning:\n\(desk.text)")
    }
    return desk
  }
}
