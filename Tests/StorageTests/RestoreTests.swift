import Attendance
import Foundation
import Testing

@testable import Storage

/// A backup in the register's place: proved before, told before, and never half done.
@Suite struct RestoreTests {
  /// A school with one register taken, a backup of it, and one act more.
  private struct Scene {
    let test = TestFolder()
    let outside = TestFolder()
    var folder: SchoolFolder { test.folder }
    var backup: String { outside.path + "/backup.sqlite" }

    init() throws {
      let store = try test.takenSchool()
      try store.backUp(to: backup)
      _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "/")], at: 60))
    }

    func restoring(_ path: String? = nil, despiteFaults: Bool = false) throws -> Restoring {
      let descriptor = open(path ?? backup, O_RDONLY)
      defer { close(descriptor) }
      return try Restoring(
        descriptor, named: path ?? backup, into: folder, acceptingFaults: despiteFaults
      ) { _ in }
    }

    @discardableResult
    func restore() throws -> String? {
      try restoring().put(by: TestSchool.office, at: TestSchool.moment(120))
    }

    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.backups)) ?? []).sorted()
    }
  }

  @Test func `what would be lost is told before it is`() throws {
    let scene = try Scene()
    let loss = try #require(try scene.restoring().loss)
    #expect(loss.submissions == 1 && loss.entries == 1 && loss.changes == 0)
    #expect(loss.latest?.at == TestSchool.moment(60))
    #expect(loss.latest?.by == TestSchool.tutor.name)
    #expect(scene.names == [], "and nothing is left of having looked")
  }

  @Test func `the register is the backup's, the act is sealed, and what went is kept`() throws {
    let scene = try Scene()
    let kept = try #require(try scene.restore())
    let store = try scene.folder.open()
    #expect(try store.history(of: TestSchool.eve.id, at: nil).isEmpty)
    #expect(try store.history(of: TestSchool.cem.id, at: nil).count == 1)
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults == [])
    #expect(found.notices.count == 1)
    #expect(found.notices.first?.contains("the restore by Ms Hall") == true)
    let old = try SQLiteStore(at: kept, .current)
    #expect(try old.history(of: TestSchool.eve.id, at: nil).count == 1)
    _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "L")], at: 180))
    #expect(try store.faults().isEmpty, "and the school goes on from there")
  }

  @Test func `the copy that a killed restore had prepared accuses nobody`() throws {
    let scene = try Scene()
    let kept = try #require(try scene.restore())
    // As a kill before the names change leaves them: the old register in place, the new one beside it.
    for (from, to) in [
      (scene.folder.register, kept + ".new"), (kept, scene.folder.register), (kept + ".new", kept),
    ] {
      #expect(rename(from, to) == 0)
    }
    let found = try scene.folder.open().verify(against: nil) { _ in }
    #expect(found.submissions == 2)
    #expect(found.faults == [])
  }

  @Test func `the drill: the register is deleted, restored, and says what it said`() throws {
    let test = TestFolder()
    let outside = TestFolder()
    let before: [Pupil.ID: YearSheet]
    do {
      let store = try test.takenSchool()
      try store.backUp(to: outside.path + "/b")
      before = try store.sheets(of: SchoolYear(startYear: 2025), pupils: nil)
    }
    unlink(test.folder.register)
    test.write(Array("left over".utf8), to: "register.sqlite-journal")
    let descriptor = open(outside.path + "/b", O_RDONLY)
    let restoring = try Restoring(descriptor, named: "b", into: test.folder) { _ in }
    close(descriptor)
    #expect(restoring.loss == nil && restoring.damage == nil)
    #expect(try restoring.put(by: TestSchool.office, at: TestSchool.moment(120)) == nil)
    #expect(!SchoolFolder.exists(test.folder.register + "-journal"))
    let again = try test.folder.open()
    #expect(try again.sheets(of: SchoolYear(startYear: 2025), pupils: nil) == before)
    #expect(try again.faults().isEmpty)
  }

  @Test func `a damaged register makes room and is kept as it was`() throws {
    let scene = try Scene()
    let rubbish = Array("This was a register once, and somebody wrote a letter over it.".utf8)
    scene.test.write(rubbish)
    let restoring = try scene.restoring()
    #expect(restoring.damage != nil && restoring.loss == nil)
    let kept = try #require(
      try restoring.put(by: TestSchool.office, at: TestSchool.moment(120)))
    #expect(Array(FileManager.default.contents(atPath: kept) ?? Data()) == rubbish)
    #expect(try scene.folder.open().faults().isEmpty)
  }

  @Test func `what a killed desk left half written is rolled back in what is kept`() async throws {
    let scene = try Scene()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scene.test.path as String] in
      let store = try SQLiteStore(opening: SchoolFolder(path))
      KillSwitch.arm(.journalNotYetDeleted, in: store)
      _ = try store.submit(KillStep.act)
    }
    #expect(SchoolFolder.exists(scene.folder.register + "-journal"))
    let kept = try #require(try scene.restore())
    #expect(!SchoolFolder.exists(scene.folder.register + "-journal"))
    #expect(try SQLiteStore(at: kept, .current).faults().isEmpty)
    #expect(try scene.folder.open().faults().isEmpty)
  }

  @Test(arguments: [50, 100, 5000, 40_000])
  func `a backup that was cut short is refused in words`(length: Int) throws {
    let scene = try Scene()
    let whole = try Data(contentsOf: URL(fileURLWithPath: scene.backup))
    try whole.prefix(length).write(to: URL(fileURLWithPath: scene.backup))
    let refusal =
      length < 100
      ? RestoreRefusal.notARegister(path: scene.backup)
      : .cutShort(path: scene.backup, has: length, of: whole.count)
    #expect(throws: refusal) { try scene.restoring() }
    #expect(scene.names == [])
  }

  @Test func `a backup somebody has altered is refused, or taken with open eyes`() throws {
    let scene = try Scene()
    let altered = TestFolder()
    try FileManager.default.copyItem(atPath: scene.backup, toPath: altered.folder.register)
    try altered.tamper("UPDATE entry SET code = 'L' WHERE id = 1")
    let path = altered.folder.register
    let refusal = #expect(throws: RestoreRefusal.self) { try scene.restoring(path) }
    #expect(refusal?.description.contains("cannot be proved") == true)
    #expect(try !scene.restoring(path, despiteFaults: true).faults.isEmpty)
  }

  @Test func `a register that is open elsewhere is not replaced`() throws {
    let scene = try Scene()
    let desk = try scene.folder.open()
    let refusal = #expect(throws: RestoreRefusal.self) { try scene.restore() }
    #expect(refusal == .openElsewhere([OpenDesk(process: getpid())]))
    #expect(refusal?.description.contains("process \(getpid())") == true)
    #expect(try desk.faults().isEmpty)
    withExtendedLifetime(desk) {}
  }

  @Test func `of two restores at once the second looks again`() throws {
    let scene = try Scene()
    let (first, second) = (try scene.restoring(), try scene.restoring())
    _ = try first.put(by: TestSchool.office, at: TestSchool.moment(120))
    #expect(throws: RestoreRefusal.changedMeanwhile) {
      try second.put(by: TestSchool.office, at: TestSchool.moment(121))
    }
    #expect(try scene.folder.open().faults().isEmpty)
  }

  @Test func `another school's backup takes its place only where that is said`() throws {
    let scene = try Scene()
    let other = TestFolder()
    _ = try other.folder.create(SchoolIdentity(name: "Other School"))
    let restoring = try scene.restoring(other.folder.register)
    #expect(throws: RestoreRefusal.otherSchool(ours: "Test School", copy: "Other School")) {
      try restoring.checkSchool(mayBeOther: false)
    }
    try restoring.checkSchool(mayBeOther: true)
  }

  @Test func `a practice school never takes a real school's place`() throws {
    let scene = try Scene()
    let other = TestFolder()
    _ = try other.folder.create(
      SchoolIdentity(name: "Test School", practice: PracticeClock(secondsAhead: 0)))
    #expect(throws: RestoreRefusal.practice(copyIsPractice: true)) {
      try scene.restoring(other.folder.register).checkSchool(mayBeOther: true)
    }
  }

  @Test(arguments: 0..<24)
  func `a restore killed at any moment leaves the old register or the new one`(
    seed: Int
  ) async throws {
    let scene = try Scene()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = scene.test.path as String, backup = scene.backup as String, seed = seed as Int] in
      Thread.detachNewThread {
        usleep(UInt32(seed) * 2500 + 100)
        kill(getpid(), SIGKILL)
      }
      let descriptor = open(backup, O_RDONLY)
      let restoring = try Restoring(descriptor, named: backup, into: SchoolFolder(path)) { _ in }
      _ = try restoring.put(by: TestSchool.office, at: TestSchool.moment(120))
      sleep(5)
    }
    let store = try scene.folder.open()
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults == [])
    #expect([1, 2].contains(found.submissions))
    let wasDone = found.submissions == 1
    #expect(scene.names.contains { $0.hasPrefix("replaced") } || !wasDone)
  }

  @Test(arguments: [0, 4096, 60_000])
  func `a full disk leaves the register as it was, and nothing half copied`(
    room: Int
  ) async throws {
    let scene = try Scene()
    await #expect(processExitsWith: .success) {
      [path = scene.test.path as String, backup = scene.backup as String, room = room as Int] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: rlim_t(room), rlim_max: .max)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let descriptor = open(backup, O_RDONLY)
      #expect(throws: StoreFault.full) {
        _ = try Restoring(descriptor, named: backup, into: SchoolFolder(path)) { _ in }
      }
    }
    #expect(scene.names == [])
    #expect(try scene.folder.open().verify(against: nil) { _ in }.submissions == 2)
  }
}
