import Foundation
import Testing

/// The program killed while it amends a form's marks of weeks, or takes that back.
@Suite struct AmendKillTests {
  private static let now = "2026-03-20T10:00"
  private let amend = [
    "amend", "--group", "8B", "--from", "2026-02-23", "--to", "2026-03-19", "--code", "O",
    "--reason", "not typed at the time", "--yes", "--as", "hall",
  ]

  /// How many entries each pupil of the form has.
  private func entries(_ school: TestSchool) throws -> [Int] {
    try TestSchool.pupils.map {
      try school.succeed(["history", $0.0, "--format", "csv"], at: Self.now).lines.count - 1
    }
  }

  /// Runs the program, and kills it after so many seconds.
  private func run(
    _ arguments: [String], in school: TestSchool, killedAfter seconds: Double
  ) throws {
    let words = ([Program.path] + arguments + ["--data", school.folder]).map { "'\($0)'" }
    _ = try Program.shell(
      "timeout -s KILL \(seconds) \(words.joined(separator: " "))", at: Self.now)
  }

  @Test func `killed at any moment it has changed every mark or none, and verify passes`() throws {
    let school = try AmendJourneyTests.taken()
    let start = Date()
    let preview = try school.run(amend + ["--preview", "--format", "csv"], at: Self.now)
    let span = Date().timeIntervalSince(start)
    let marks = (preview.lines.count - 1) / TestSchool.pupils.count
    #expect(marks > 20)
    var acts: [Int] = []
    for step in 1...12 {
      let isAmended = (acts.last ?? 0) % 2 == 1
      try run(
        isAmended ? ["undo", "--as", "hall"] : amend, in: school,
        killedAfter: span * Double(step) / 6)
      let entries = try entries(school)
      // One of them was there before; every act adds as many to each pupil, or nothing to any.
      #expect(Set(entries).count == 1 && (entries[0] - 1) % marks == 0, "\(entries)")
      acts.append((entries[0] - 1) / marks)
      #expect(try school.succeed(["verify"], at: Self.now).output.contains("all sound"))
    }
    #expect(acts == acts.sorted() && acts.last ?? 0 > 0, "\(acts)")
  }
}
