import Attendance
import Foundation
import Policies
import Storage
import Testing

@testable import rollcall

@Suite struct PracticeFolderTests {
  private let home = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"

  private func demo(
    _ arguments: String..., in folder: String = "practice"
  ) throws -> Program.Outcome {
    try Program.run(["demo", "--data", "\(home)/\(folder)", "--pupils", "24"] + arguments)
  }

  @Test func `a demo is made once, sound, and found again`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    let first = try demo("--policy", "st-lukes")
    #expect(first.status == 0)
    #expect(first.output.contains("St Luke's CofE Primary School: a practice school in"))
    let verified = try Program.run(["verify", "--data", home + "/practice"])
    #expect(verified.status == 0)
    #expect(!verified.output.contains("notice"))
    let again = try demo()
    #expect(again.output.contains("St Luke's"))
    #expect(again.errors.contains("holds a practice school already, which stays as it is"))
    #expect(try Program.run(["verify", "--data", home + "/practice"]).output == verified.output)
  }

  @Test func `fresh makes a practice school anew`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    _ = try demo("--policy", "st-lukes")
    let fresh = try demo("--policy", "psa", "--fresh")
    #expect(fresh.errors.contains("is made anew"))
    #expect(fresh.output.contains("PSA: a practice school"))
    #expect(try Program.run(["verify", "--data", home + "/practice"]).status == 0)
  }

  @Test(arguments: [[], ["--fresh"]])
  func `a real school is never touched`(arguments: [String]) throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    let folder = SchoolFolder(home + "/practice")
    do { _ = try folder.create(SchoolIdentity(name: "A real school")) }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.register))
    let outcome = try Program.run(["demo", "--data", folder.path] + arguments)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("holds a real school, which 'demo' never touches"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.register)) == before)
  }

  @Test func `too many pupils are wrong usage`() throws {
    #expect(try demo("--pupils", "20001").status == 64)
  }

  @Test func `coming back days later finds the days between taken and the clock in the morning`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: home) }
    let policy = try PracticeSample.policy("st-lukes")
    let friday = try #require(SchoolDate("2026-11-20"))
    let folder = SchoolFolder(home + "/practice")
    try folder.make()
    let school = PracticeSchool(of: 24, under: policy, upTo: friday)
    let store = try folder.create(
      SchoolIdentity(name: "Practice", practice: PracticeClock(secondsAhead: 0)))
    try school.keep(in: store, adopting: nil, drafts: folder)
    let saturday = Instant(friday.adding(days: 8), TimeOfDay(minutes: 600))
    let back = try #require(
      try PracticeReturn(to: store, in: folder, under: policy, when: saturday))
    try back.keep()
    #expect(back.day.date.description == "2026-11-27")
    let shown = try #require(try store.school().practice).shows(saturday)
    #expect(shown.description == "2026-11-27T08:50:00+00:00")
    let groups = Set(try store.roll().groups(at: Session(friday, .am)).keys)
    for offset in [0, 3, 4, 5, 6] {
      #expect(try store.taken(on: friday.adding(days: offset)).count == groups.count * 2)
    }
    #expect(try store.taken(on: back.day.date).count <= 1)
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults + found.notices == [])
    #expect(
      try PracticeReturn(
        to: store, in: folder, under: policy, when: saturday.adding(seconds: 3600)) == nil)
  }
}
