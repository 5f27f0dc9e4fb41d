import Attendance
import Foundation
import GRDB
import Testing

@testable import Storage

/// What a removal does to the file, and how `verify` tells it from a removal by hand.
@Suite struct RetentionFileTests {
  private typealias World = RetentionWorld

  /// The file of a school from which two years were removed.
  private func removed() throws -> TestFolder {
    let school = try Keeper.sqlite.oldSchool()
    try school.store.removePast()
    return try #require(school.folder)
  }

  private func faults(of test: TestFolder, after sql: String) throws -> [String] {
    try test.tamper(sql)
    return try test.folder.open().faults()
  }

  @Test(arguments: [
    ("DELETE FROM entry WHERE id = 6", "submission 3 (taken"),
    ("DELETE FROM entry WHERE submission = 3", "entry 5, 6 is missing"),
    (
      """
      INSERT INTO entry (id, submission, pupil, date, half, code, how, basis)
      SELECT 1, 1, pupil, 17784, half, code, how, basis FROM entry WHERE id = 5
      """, "entry 1 stands in it, though it was emptied"
    ),
    ("UPDATE submission SET name = 'Mr Nobody' WHERE id = 1", "are not as they were left then"),
    ("UPDATE submission SET seal = zeroblob(32) WHERE id = 1", "are not as they were left then"),
    ("DELETE FROM submission WHERE id = 1", "submission 1 is missing"),
    (
      "UPDATE change SET after = replace(after, 'acts:1-2', 'acts:1-3') WHERE what LIKE 'removed%'",
      "its seal does not fit: the change log was altered"
    ),
    (
      "UPDATE change SET after = replace(after, 'acts:1-2', 'acts:1-1') WHERE what LIKE 'removed%'",
      "submission 2 (taken"
    ),
    (
      "UPDATE change SET at = 1718000000 WHERE what LIKE 'removed%'",
      "submission 1 was emptied by Ms Stone at 2024-06-10T07:13:20+01:00, when it was not yet 6"
    ),
    ("DELETE FROM change WHERE what LIKE 'removed%'", "the change log was altered"),
    ("DELETE FROM change WHERE what LIKE 'removed%'", "entry 1, 2 is missing"),
  ])
  func `a removal by hand, before or after the head's, is named`(sql: String, fault: String) throws
  {
    let found = try faults(of: removed(), after: sql)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test func `nothing of what went is left in the file, and everything guards it as before`() throws
  {
    let school = try Keeper.sqlite.oldSchool()
    let test = try #require(school.folder)
    let note = Data("a note of long ago".utf8)
    #expect(Data(test.bytes()).range(of: note) != nil)
    try school.store.removePast()
    #expect(Data(test.bytes()).range(of: note) == nil)
    let store = try #require(school.store as? SQLiteStore)
    for sql in ["DELETE FROM entry", "DELETE FROM note", "UPDATE entry SET code = 'L'"] {
      _ = try? store.writing { db in try db.execute(sql: sql) }
    }
    #expect(try store.told() == ["2021-09-13 /"])
    #expect(try store.faults() == [])
  }

  @Test func `nothing is removed while another desk has the register open`() throws {
    let school = try Keeper.sqlite.oldSchool()
    let other = try school.secondDesk()
    let refusal = #expect(throws: StoreFault.self) { try school.store.removePast() }
    #expect(refusal.map { "\($0)" }?.contains("open at another desk") == true)
    #expect(throws: StoreFault.self) { try school.store.refuseOtherDesks() }
    #expect(try other.told().count == 3)
    try (other as? SQLiteStore)?.close()
    try school.store.removePast()
    #expect(try school.secondDesk().told() == ["2021-09-13 /"], "and it may be opened again")
  }

  @Test func `backups of before are still the register's, and say what they would bring back`()
    throws
  {
    let school = try Keeper.sqlite.oldSchool()
    let test = try #require(school.folder)
    let backup = test.folder.freeBackup("before")
    try school.store.backUp(to: backup)
    let removal = try school.store.removePast()
    #expect(try school.store.faults() == [], "the seals are those the backup knows")
    let descriptor = open(backup, O_RDONLY)
    defer { close(descriptor) }
    let restoring = try Restoring(descriptor, named: backup, into: test.folder) { _ in }
    #expect(restoring.loss?.submissions == 0)
    #expect(restoring.loss?.removals == [removal])
  }

  @Test func `the copy of a day before the removal says that the removal cannot have been`() throws
  {
    let school = try Keeper.sqlite.oldSchool()
    let test = try #require(school.folder)
    let removal = try school.store.removePast()
    let shelf = BackupShelf(test.folder)
    let keeping = BackupKeeping(days: 9, weeks: 0, months: 0)
    let (before, after) = (removal.at.date.adding(days: -30), removal.at.date)
    guard
      case .faulty(let fault) = try shelf.makeDaily(of: school.store, on: before, keeping: keeping)
    else { return #expect(Bool(false), "a removal in the future was believed") }
    #expect(fault.contains("is dated after today, \(before)"))
    #expect(
      try shelf.makeDaily(of: school.store, on: after, keeping: keeping) == .made(removed: []))
  }

  @Test(arguments: [KillStep.notes, .commitBegun, .journalNotYetDeleted, .committed])
  func `kill -9 at every step of a removal removes all of it or nothing`(step: KillStep)
    async throws
  {
    let school = try Keeper.sqlite.oldSchool()
    let test = try #require(school.folder)
    try (school.store as? SQLiteStore)?.close()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = test.path as String, step = step as KillStep] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      let past = try store.past()
      KillSwitch.arm(step, in: store)
      _ = try store.remove(
        past, exportedAs: "e0", by: RetentionWorld.head, at: RetentionWorld.now)
    }
    let store = try test.folder.open()
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(found.entries == (step.isKept ? 2 : 6))
    #expect(try store.removals().count == (step.isKept ? 1 : 0))
    #expect(try store.sheets(of: SchoolYear(startYear: 2018), pupils: nil).isEmpty == step.isKept)
  }
}
