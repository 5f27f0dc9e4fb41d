import Attendance
import Foundation
import GRDB
import GRDBSQLite
import Testing

@testable import Storage

/// A program killed in the middle of a submission: all of the act is there afterwards, or none.
@Suite struct KillTests {
  @Test(arguments: KillStep.allCases)
  func `kill -9 at every step of a submission loses nothing and halves nothing`(
    step: KillStep
  ) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, step = step as KillStep] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      KillSwitch.arm(step, in: store)
      _ = try store.submit(KillStep.act)
    }
    let store = try test.folder.open()
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(found.submissions == (step.isKept ? 2 : 1))
    #expect(found.entries == (step.isKept ? 9 : 4))
    #expect(try store.cell(TestSchool.eve) == (step.isKept ? "/" : ""))
    #expect(try store.standing(TestSchool.dot)?.entry.code == (step.isKept ? "L" : "N"))
    _ = try store.submit(KillStep.act)
    #expect(try store.faults().isEmpty, "and the next act goes on from there")
  }

  @Test(arguments: KillStep.allCases)
  func `kill -9 while a list is confirmed leaves nobody off it whose word is lost`(
    step: KillStep
  ) async throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    try store.keep(
      [.membership(KillStep.place)], by: TestSchool.office, at: TestSchool.moment())
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, step = step as KillStep] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      KillSwitch.arm(step, in: store)
      _ = try store.submit(KillStep.act, with: [.noMembership(KillStep.place)])
    }
    #expect(try store.faults().isEmpty)
    #expect(try store.cell(TestSchool.eve) == (step.isKept ? "/" : ""))
    #expect(try store.roll().memberships == (step.isKept ? [] : [KillStep.place]))
  }

  @Test func `a desk killed while making a school leaves nothing in the way`() async throws {
    let test = TestFolder()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = test.path as String] in
      KillSwitch.killAtJournal()
      _ = try SchoolFolder(path).create(TestSchool.identity)
    }
    #expect(!test.folder.holdsSchool)
    #expect(throws: StoreFault.noSchool(path: test.path)) { try test.folder.open() }
    let store = try test.folder.create(TestSchool.identity)
    try store.admitEverybody()
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: 0..<40)
  func `a desk killed at any moment has kept all it acknowledged`(seed: Int) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, seed = seed as Int] in
      var generator = SeededGenerator(seed: UInt64(seed))
      let store = try SchoolFolder(path).open()
      let acknowledged = open(path + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      let delay = UInt32(generator.next() % 40_000)
      Thread.detachNewThread {
        usleep(delay)
        kill(getpid(), SIGKILL)
      }
      for number in 1... {
        let marks = TestSchool.pupils.map {
          TestSchool.mark($0, generator.pick(["/", "L", "N"]), note: "Act \(number)")
        }
        let seal = try store.submit(TestSchool.act(.amended, marks, at: Int64(number))).seal
        let line = Array((seal + "\n").utf8)
        write(acknowledged, line, line.count)
      }
    }
    let seals = String(decoding: test.bytes("acknowledged"), as: UTF8.self).split(separator: "\n")
    let store = try test.folder.open()
    // The one act on its way when the kill came may have been kept and not acknowledged.
    let found = try store.verify(against: seals.last.map(String.init)) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect((1 + seals.count...2 + seals.count).contains(found.submissions))
    #expect(found.entries == 4 + (found.submissions - 1) * TestSchool.pupils.count)
  }
}

/// Where in a submission the program dies.
enum KillStep: String, CaseIterable, Codable, Sendable {
  case firstRow
  /// The entries are in, their sheets are not.
  case notes
  case commitBegun
  /// Everything is written and synced; only the journal is still there.
  case journalNotYetDeleted
  case committed

  /// Whether the act is on disk for good by then.
  var isKept: Bool { self == .committed }

  /// A place on a trip, which the act takes away.
  static let place = Membership(
    group: "Museum", pupil: TestSchool.eve.id, from: TestSchool.monday.date,
    until: TestSchool.monday.date)

  static let act = TestSchool.act(
    .amended,
    TestSchool.pupils.map { TestSchool.mark($0, $0 == TestSchool.eve ? "/" : "L", note: "Seen") },
    at: 60)
}

/// Kills its own program at a step of SQLite's work.
final class KillSwitch: TransactionObserver {
  private let step: KillStep

  private init(_ step: KillStep) {
    self.step = step
  }

  static func arm(_ step: KillStep, in store: SQLiteStore) {
    if step == .journalNotYetDeleted { return killAtJournal() }
    store.queue.add(transactionObserver: KillSwitch(step), extent: .databaseLifetime)
  }

  /// Dies where SQLite is about to delete its journal, which is the moment of the commit.
  static func killAtJournal() {
    sqlite3_vfs_find(nil)?.pointee.xDelete = { _, _, _ in
      kill(getpid(), SIGKILL)
      return SQLITE_OK
    }
  }

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }

  func databaseDidChange(with event: DatabaseEvent) {
    switch (step, event.tableName) {
    case (.firstRow, "submission"), (.notes, "note"): kill(getpid(), SIGKILL)
    default: break
    }
  }

  func databaseWillCommit() {
    if step == .commitBegun { kill(getpid(), SIGKILL) }
  }

  func databaseDidCommit(_ db: Database) {
    if step == .committed { kill(getpid(), SIGKILL) }
  }

  func databaseDidRollback(_ db: Database) {}
}
