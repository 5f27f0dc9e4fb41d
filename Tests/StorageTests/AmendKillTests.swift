import Attendance
import Foundation
import Glibc
import Testing

@testable import Storage

/// A program killed while it amends many marks, or takes that back: all of it is there, or none.
@Suite struct AmendKillTests {
  private static let before = ["/", "/", "L", "N"]
  private static let four = Array(TestSchool.pupils.prefix(4))

  /// The act that makes every mark of the form I, each as it was looked at.
  private static func amending(in store: some Store) throws -> Act {
    var act = TestSchool.act(
      .amended,
      try four.map { pupil in
        TestSchool.mark(
          pupil, "I", note: "Flu in the form", seen: try store.standing(pupil)?.entry.id,
          reason: "letter from the surgery")
      }, by: TestSchool.office, at: 60, key: nil)
    act.onlyAsSeen = true
    return act
  }

  /// The act that takes the last amendment back.
  private static func undoing(in store: some Store) throws -> Act {
    let act = try #require(
      try store.amendments(by: TestSchool.office.login, atMost: 1).first)
    return Undoing(
      of: act, made: try store.entries(of: act.id),
      histories: try four.map { try store.history(of: $0.id, at: TestSchool.monday) }
    ).act(by: TestSchool.office, now: TestSchool.moment(120))
  }

  private static func codes(in store: some Store) throws -> [String] {
    try four.map { try store.standing($0)?.entry.code ?? "" }
  }

  @Test(arguments: KillStep.allCases)
  func `kill -9 at every step of amending many marks keeps all of them or none`(
    step: KillStep
  ) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, step = step as KillStep] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      let act = try AmendKillTests.amending(in: store)
      KillSwitch.arm(step, in: store)
      _ = try store.submit([act])
    }
    let store = try test.folder.open()
    #expect(
      try Self.codes(in: store) == (step.isKept ? ["I", "I", "I", "I"] : Self.before))
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(found.entries == (step.isKept ? 8 : 4))
    if !step.isKept { _ = try store.submit([Self.amending(in: store)]) }
    _ = try store.submit([Self.undoing(in: store)])
    #expect(try Self.codes(in: store) == Self.before)
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: KillStep.allCases)
  func `kill -9 at every step of taking an amendment back keeps all of it or none`(
    step: KillStep
  ) async throws {
    let test = TestFolder()
    let first = try test.takenSchool()
    _ = try first.submit([Self.amending(in: first)])
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, step = step as KillStep] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      let act = try AmendKillTests.undoing(in: store)
      KillSwitch.arm(step, in: store)
      _ = try store.submit([act])
    }
    let store = try test.folder.open()
    #expect(
      try Self.codes(in: store) == (step.isKept ? Self.before : ["I", "I", "I", "I"]))
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(found.entries == (step.isKept ? 12 : 8))
  }
}
