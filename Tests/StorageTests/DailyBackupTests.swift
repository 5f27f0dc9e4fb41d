import Attendance
import Foundation
import Testing

@testable import Storage

/// The copies that are made once a day, how many are kept, and what they find out.
@Suite struct DailyBackupTests {
  private let keeping = BackupKeeping(days: 2, weeks: 0, months: 0)

  private func day(_ text: String) -> SchoolDate { TestSchool.date(text) }

  @Test func `the last of so many days, weeks and months stay`() {
    let dates = (0..<120).map { day("2025-09-01").adding(days: $0) }
    let kept = BackupKeeping(days: 3, weeks: 2, months: 3).kept(of: dates).sorted()
    #expect(
      kept.map(\.description) == [
        "2025-10-31", "2025-11-30", "2025-12-27", "2025-12-28", "2025-12-29",
      ])
  }

  @Test func `a summer without copies removes none`() {
    let dates = [day("2025-07-18"), day("2025-07-19")]
    #expect(BackupKeeping(days: 2, weeks: 0, months: 0).kept(of: dates) == Set(dates))
    #expect(BackupKeeping(days: 0, weeks: 0, months: 0).kept(of: dates) == [dates[1]])
  }

  @Test func `a copy is made once a day and the oldest goes`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let shelf = BackupShelf(test.folder)
    for date in ["2025-09-08", "2025-09-09"] {
      #expect(
        try shelf.makeDaily(of: store, on: day(date), keeping: keeping) == .made(removed: []))
    }
    #expect(try shelf.makeDaily(of: store, on: day("2025-09-09"), keeping: keeping) == .already)
    #expect(
      try shelf.makeDaily(of: store, on: day("2025-09-10"), keeping: keeping)
        == .made(removed: ["daily-2025-09-08.sqlite"]))
    #expect(shelf.daily.map(\.name) == ["daily-2025-09-09.sqlite", "daily-2025-09-10.sqlite"])
    #expect(try store.faults().isEmpty, "and each of them agrees with the register")
  }

  @Test func `a copy with faults removes no good one, and says so until one is made`() throws {
    let test = TestFolder()
    let shelf = BackupShelf(test.folder)
    do {
      let store = try test.takenSchool()
      for date in ["2025-09-08", "2025-09-09"] {
        _ = try shelf.makeDaily(of: store, on: day(date), keeping: keeping)
      }
    }
    try test.tamper("UPDATE entry SET code = 'L' WHERE id = 1")
    let store = try test.folder.open()
    let outcome = try shelf.makeDaily(of: store, on: day("2025-09-10"), keeping: keeping)
    guard case .faulty = outcome else { return #expect(Bool(false), "\(outcome)") }
    #expect(shelf.daily.count == 2)
    #expect(shelf.failure?.contains("no older one was removed") == true)
    #expect(!shelf.isDue(on: day("2025-09-10")))
    #expect(shelf.isDue(on: day("2025-09-11")))
  }

  @Test func `a full disk is noted, and the next copy takes the note away`() async throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    await #expect(processExitsWith: .success) { [path = test.path as String] in
      signal(SIGXFSZ, SIG_IGN)
      let store = try SchoolFolder(path).open()
      var limit = rlimit(rlim_cur: 4096, rlim_max: .max)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #expect(throws: StoreFault.full) {
        try BackupShelf(SchoolFolder(path)).makeDaily(
          of: store, on: TestSchool.monday.date,
          keeping: BackupKeeping(days: 1, weeks: 0, months: 0))
      }
    }
    let shelf = BackupShelf(test.folder)
    #expect(shelf.failure?.contains("the disk is full") == true)
    #expect(shelf.daily.isEmpty && shelf.isDue(on: TestSchool.monday.date))
    _ = try shelf.makeDaily(of: store, on: TestSchool.monday.date, keeping: keeping)
    #expect(shelf.failure == nil)
  }

  @Test func `a cut tail is found by the copy that was made before`() throws {
    let test = TestFolder()
    let outside = TestFolder()
    do {
      let store = try test.takenSchool()
      try store.backUp(to: outside.path + "/old")
      _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "/")], at: 60))
      _ = try BackupShelf(test.folder).makeDaily(
        of: store, on: TestSchool.monday.date, keeping: keeping)
    }
    unlink(test.folder.register)
    try FileManager.default.copyItem(
      atPath: outside.path + "/old", toPath: test.folder.register)
    #expect(
      try test.folder.open().faults() == [
        "the backup daily-2025-09-08.sqlite ends with submission 2 and the register with 1: its "
          + "newest submissions were cut off"
      ])
  }

  @Test func `a register written anew is found by the copy that was made before`() throws {
    let test = TestFolder()
    do {
      let store = try test.takenSchool()
      _ = try BackupShelf(test.folder).makeDaily(
        of: store, on: TestSchool.monday.date, keeping: keeping)
    }
    unlink(test.folder.register)
    let store = try test.folder.create(TestSchool.identity)
    try store.admitEverybody()
    _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.ada, "N")]))
    #expect(
      try store.faults().first
        == "the backup daily-2025-09-08.sqlite has another seal at submission 1: the register was "
        + "written anew since, or the backup is of another")
  }

  @Test func `a copy that cannot be read is told of and no fault of the register`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    test.write([1, 2, 3], to: "backups/daily-2025-09-08.sqlite")
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults == [])
    #expect(found.notices.first?.contains("daily-2025-09-08.sqlite cannot be read") == true)
  }

  @Test func `a copy made while desks submit is whole`() throws {
    let test = TestFolder()
    do { _ = try test.takenSchool() }
    let store = try SQLiteStore(opening: test.folder)
    let other = try test.folder.open()
    let path = test.path + "/copy"
    let descriptor = try SchoolFolder.newFile(path)
    var acts = 0
    try store.copy(into: descriptor, slice: 8192) { _ in
      guard acts < 40 else { return }
      acts += 1
      _ = try? other.submit(
        TestSchool.act(.amended, [TestSchool.mark(TestSchool.ada, "L")], at: Int64(acts)))
    }
    close(descriptor)
    #expect(acts > 2)
    #expect(try RegisterCopy(path).verify { _ in }.faults == [])
  }

  @Test func `a register looked at by way of a copy is found as it is`() throws {
    let test = TestFolder()
    do { _ = try test.takenSchool() }
    let store = try SQLiteStore(opening: test.folder)
    let plain = try store.verify(against: nil) { _ in }
    #expect(try store.verify(against: nil, copyingFrom: 0) { _ in } == plain)
    try test.tamper("UPDATE entry SET code = 'L' WHERE id = 1")
    let told = try store.verify(against: nil) { _ in }
    #expect(try !told.isSound && store.verify(against: nil, copyingFrom: 0) { _ in } == told)
    #expect(BackupShelf.names(in: test.folder.backups).filter { $0.hasPrefix(".ver") } == [])
  }
}
