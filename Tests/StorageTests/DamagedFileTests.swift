import Attendance
import Foundation
import Testing

@testable import Storage

/// A register whose bytes have gone wrong: every answer is right, or the damage is told in words.
@Suite struct DamagedFileTests {
  /// Each share of the flips runs in a program of its own, since a trap would end it.
  @Test(arguments: 0..<8)
  func `a flipped byte is found or changes no answer, and never stops the program`(
    share: Int
  ) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) {
      [path = test.path as String, share = share as Int] in
      let damage = try Damage(TestFolder(path))
      for place in stride(from: share * 97, to: damage.bytes.count, by: 97 * 8) {
        var bytes = damage.bytes
        bytes[place] ^= 0xFF
        damage.expectFoundOrHarmless(bytes, "byte \(place) flipped")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `a flipped bit is found or changes no answer`(share: Int) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) {
      [path = test.path as String, share = share as Int] in
      let damage = try Damage(TestFolder(path))
      var generator = SeededGenerator(seed: UInt64(share))
      for _ in 0..<120 {
        var bytes = damage.bytes
        // Half of them in the header and the list of tables, where a bit means most.
        let reach = generator.next() % 2 == 0 ? 100 : UInt64(bytes.count)
        let place = Int(generator.next() % reach)
        let bit = generator.next() % 8
        bytes[place] ^= 1 << bit
        damage.expectFoundOrHarmless(bytes, "bit \(bit) of byte \(place) flipped")
      }
    }
  }

  @Test func `what damage is told by verifying does not advise to verify`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    try test.tamper("UPDATE submission SET id = 9223372036854775807 WHERE id = 1")
    let found = try test.folder.open().verify(against: nil) { _ in }
    #expect(!found.isComplete)
    #expect(!found.faults.isEmpty)
    #expect(found.faults.allSatisfy { !$0.contains("verify") }, "\(found.faults)")
  }

  @Test func `a register cut short is told of in words`() async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) { [path = test.path as String] in
      let damage = try Damage(TestFolder(path))
      let lengths =
        [1, 15, 16, 99, 100, 4095]
        + Array(
          stride(from: 4096, to: damage.bytes.count, by: 2048))
      for length in lengths {
        damage.expectFoundOrHarmless(
          Array(damage.bytes.prefix(length)), "cut to \(length)", mayBeHarmless: false)
      }
    }
  }
}

/// A sound register, its answers, and what becomes of them as its bytes change.
private struct Damage {
  let bytes: [UInt8]
  private let test: TestFolder
  private let answers: [String]

  init(_ test: TestFolder) throws {
    self.test = test
    bytes = test.bytes()
    answers = try Self.ask(try test.folder.open())
  }

  /// Expects the damaged file to be refused, found by `verify`, or to answer as before.
  func expectFoundOrHarmless(
    _ damaged: [UInt8], _ what: String, mayBeHarmless: Bool = true
  ) {
    test.write(damaged)
    do {
      let store = try test.folder.open()
      let found = try store.verify(against: nil) { _ in }
      let faults = found.faults
      if faults.isEmpty {
        #expect(mayBeHarmless, "\(what): not found")
        #expect(try Self.ask(store) == answers, "\(what): not found")
      } else {
        #expect(faults.allSatisfy { !$0.isEmpty })
        // Whatever is asked of it all the same must be answered or refused, and may not trap.
        _ = try? Self.ask(store)
        _ = try? store.submit(TestSchool.taken)
      }
    } catch {
      #expect(error is StoreFault, "\(what): \(error)")
    }
    for leftOver in ["-journal", "-wal", "-shm"] {
      unlink(test.folder.register + leftOver)
    }
  }

  /// What the ledger says; names on the roll stand under no seal.
  private static func ask(_ store: any Store) throws -> [String] {
    var answers: [String] = []
    for pupil in TestSchool.pupils {
      answers.append("\(try store.history(of: pupil.id, at: nil))")
      answers.append("\(try store.standing(pupil).map { "\($0)" } ?? "")")
      answers.append(try store.cell(pupil))
    }
    answers.append("\(try store.taken(on: TestSchool.monday.date).count)")
    _ = try store.roll()
    _ = try store.staff()
    _ = try store.calendar()
    _ = try store.policies()
    _ = try store.plans(at: TestSchool.monday)
    _ = try store.members(of: "8B", at: TestSchool.monday)
    _ = try store.unsettled(on: TestSchool.monday.date)
    return answers
  }
}
