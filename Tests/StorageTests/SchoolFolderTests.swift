import Attendance
import Foundation
import GRDB
import Testing

@testable import Storage

/// What is met where a school should be: one sentence each, and nothing overwritten.
@Suite struct SchoolFolderTests {
  @Test func `a folder that is not there`() {
    let path = TestFolder().path + "/nowhere"
    #expect(throws: StoreFault.noSchool(path: path)) { try SchoolFolder(path).open() }
    #expect(access(path, F_OK) != 0, "opening makes nothing")
  }

  @Test func `a folder without a register`() {
    let test = TestFolder()
    #expect(throws: StoreFault.noSchool(path: test.path)) { try test.folder.open() }
  }

  @Test func `a folder whose register is gone names the newest copy of it`() throws {
    let test = TestFolder()
    let copy = test.folder.backups + "/daily-2026-03-02.sqlite"
    do {
      let store = try test.takenSchool()
      try store.backUp(to: test.folder.backups + "/daily-2026-03-01.sqlite")
      try store.backUp(to: copy)
    }
    unlink(test.folder.register)
    #expect(throws: StoreFault.registerGone(path: test.path, copy: copy)) {
      try test.folder.open()
    }
  }

  @Test func `a file where a folder should be`() {
    let test = TestFolder()
    test.write([1, 2, 3], to: "file")
    let folder = SchoolFolder(test.path + "/file")
    #expect(throws: StoreFault.notAFolder(path: folder.path)) { try folder.open() }
    #expect(throws: StoreFault.notAFolder(path: folder.path)) {
      try folder.create(TestSchool.identity)
    }
    #expect(throws: StoreFault.notAFolder(path: folder.path + "/in")) {
      try SchoolFolder(folder.path + "/in").create(TestSchool.identity)
    }
    #expect(test.bytes("file") == [1, 2, 3])
  }

  @Test func `no path at all`() {
    #expect(throws: StoreFault.self) { try SchoolFolder("").open() }
    #expect(throws: StoreFault.self) { try SchoolFolder("").create(TestSchool.identity) }
  }

  @Test(arguments: [
    [], Array("This is a letter, not a register, and it is longer than a header.".utf8),
    [UInt8](repeating: 0, count: 8192), Array("SQLite format 3\0".utf8),
  ])
  func `a file that is no database is refused and left as it is`(bytes: [UInt8]) {
    let test = TestFolder()
    test.write(bytes)
    #expect(throws: StoreFault.self) { try test.folder.open() }
    #expect(throws: StoreFault.alreadyASchool(path: test.path)) {
      try test.folder.create(TestSchool.identity)
    }
    #expect(test.bytes() == bytes)
  }

  @Test(arguments: ["DELETE", "WAL"])
  func `another program's database is refused and left as it is`(mode: String) throws {
    let test = TestFolder()
    let queue = try DatabaseQueue(path: test.folder.register)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = \(mode); CREATE TABLE t (x)")
    }
    try queue.close()
    chmod(test.folder.register, 0o600)
    let bytes = test.bytes()
    #expect(throws: StoreFault.notARegister(path: test.folder.register)) {
      try test.folder.open()
    }
    #expect(test.bytes() == bytes)
  }

  @Test func `a folder where the register should be`() throws {
    let test = TestFolder()
    try FileManager.default.createDirectory(
      atPath: test.folder.register, withIntermediateDirectories: false)
    #expect(throws: StoreFault.notARegister(path: test.folder.register)) {
      try test.folder.open()
    }
  }

  @Test func `a register from a newer version`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    try test.tamper("PRAGMA user_version = 99")
    let bytes = test.bytes()
    let fault = StoreFault.newerVersion(path: test.folder.register, version: 99)
    #expect(throws: fault) { try test.folder.open() }
    #expect(fault.description.contains("install that version or newer"))
    #expect(test.bytes() == bytes)
  }

  @Test(arguments: [0, -1, -2_147_483_648])
  func `a register of an impossible version`(version: Int) throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    try test.tamper("PRAGMA user_version = \(version)")
    #expect(throws: StoreFault.notARegister(path: test.folder.register)) {
      try test.folder.open()
    }
  }

  @Test func `a register somebody switched to another journal is switched back`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    try test.tamper("PRAGMA journal_mode = WAL")
    let store = try test.folder.open()
    #expect(try store.faults().isEmpty)
    _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "/")]))
    #expect(access(test.folder.register + "-wal", F_OK) != 0)
  }

  @Test func `a school is made once, with its folders, for the group at most`() throws {
    let test = TestFolder()
    let folder = SchoolFolder(test.path + "/deep/er/")
    let store = try folder.create(TestSchool.identity)
    try store.admitEverybody()
    #expect(throws: StoreFault.alreadyASchool(path: folder.path)) {
      try folder.create(SchoolIdentity(name: "Other"))
    }
    #expect(try folder.open().school() == TestSchool.identity)
    for inner in [folder.policy, folder.drafts, folder.lists, folder.backups] {
      #expect(access(inner, F_OK) == 0)
    }
    var status = stat()
    #expect(stat(folder.register, &status) == 0)
    #expect(status.st_mode & 0o007 == 0, "nobody outside the group")
    #expect(access(folder.register + ".new", F_OK) != 0)
  }

  @Test func `every fault is one sentence`() {
    let faults: [StoreFault] = [
      .noSchool(path: "/s"), .registerGone(path: "/s", copy: "/s/backups/one.sqlite"),
      .notAFolder(path: "/s"), .noPermission(path: "/s"),
      .notARegister(path: "/s"), .newerVersion(path: "/s", version: 9),
      .networkFileSystem(path: "/s", kind: "nfs"), .alreadyASchool(path: "/s"),
      .alreadyThere(path: "/s"), .damaged("here"), .full, .readOnly(path: "/s"), .busy,
      .unknownPupil, .unknownEnrolment, .refused("a rule"), .failed("that"),
      .saidAlready(
        DayLine(
          id: DayLine.ID(1), by: TestSchool.office, at: TestSchool.moment(), pupil: nil,
          date: TestSchool.starts, matter: .note)),
    ]
    for fault in faults {
      #expect(!fault.description.contains("\n"))
      #expect(fault.description.split(separator: " ").count > 6, "\(fault)")
    }
    #expect(Set(faults.map(\.description)).count == faults.count)
  }
}
