import Foundation
import Testing

/// A school's clock is London's, wherever the machine thinks it is.
@Suite struct TimeZoneTests {
  private static let zones = ["Pacific/Auckland", "America/Los_Angeles", "Europe/London"]

  /// Mondays on either side of both clock changes, with London's offset on each.
  private static let mondays = [
    ("2025-10-20", "+01:00"), ("2025-11-03", "+00:00"), ("2026-03-23", "+00:00"),
    ("2026-04-20", "+01:00"),
  ]

  /// These tests' own program runs again, as a machine there would run it.
  @Test(arguments: zones)
  func `the engine's and the imports' tests pass in every zone`(zone: String) throws {
    let tests = Process()
    tests.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    tests.arguments = ["--testing-library", "swift-testing"]
    for suite in ["^AttendanceTests", "^ExchangeTests"] {
      tests.arguments? += ["--filter", suite]
    }
    tests.currentDirectoryURL = URL(fileURLWithPath: Program.root)
    tests.environment = ProcessInfo.processInfo.environment.merging(["TZ": zone]) { $1 }
    let output = Pipe()
    tests.standardOutput = output
    tests.standardError = output
    try tests.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    tests.waitUntilExit()
    #expect(tests.terminationStatus == 0, "\(text.suffix(2000))")
    #expect(text.contains("tests in") && !text.contains(" 0 tests"), "\(text.suffix(2000))")
  }

  @Test(arguments: zones)
  func `a mark keeps its date and its hour in every zone`(zone: String) throws {
    let school = try TestSchool()
    for (date, offset) in Self.mondays {
      let taken = try Program.run(
        ["take", "8B", "--plain", "--as", "owen", "--data", school.folder],
        typing: "1 N\nsubmit as N\n", at: "\(date)T08:40", environment: ["TZ": zone])
      #expect(taken.status == 0, "\(taken.errors)")
      let history = try Program.run(
        ["history", "V820400120005", "--date", date, "--format", "csv", "--data", school.folder],
        at: "\(date)T08:41", environment: ["TZ": zone])
      #expect(history.lines.count == 2)
      #expect(history.lines[1].contains(",\(date),AM,N,,,\(date)T08:40:00\(offset),"))
    }
  }

  @Test(
    arguments: zones,
    ["2026-03-29T00:30", "2026-03-29T02:30", "2025-10-26T00:30", "2025-10-26T01:30"])
  func `on the Sundays of the clock changes today is that Sunday`(
    zone: String, now: String
  ) throws {
    let school = try TestSchool()
    let outcome = try Program.run(
      ["take", "8B", "--plain", "--as", "owen", "--data", school.folder], at: now,
      environment: ["TZ": zone])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the school does not meet on \(now.prefix(10)) AM"))
  }
}
