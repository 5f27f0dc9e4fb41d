import Attendance
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct BackupTests {
  @Test func `a backup holds what the register holds`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let other = TestFolder()
    try store.backUp(to: other.folder.register)
    _ = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "/")]))
    let copy = try other.folder.open()
    #expect(try copy.history(of: TestSchool.cem.id, at: nil).count == 1)
    #expect(try copy.history(of: TestSchool.eve.id, at: nil).isEmpty)
    #expect(try copy.school() == TestSchool.identity)
    #expect(try copy.roll().pupils == store.roll().pupils)
    #expect(try copy.verify(against: nil) { _ in }.submissions == 1)
    #expect(try copy.faults().isEmpty)
  }

  @Test func `a backup never overwrites`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    test.write([1, 2, 3], to: "copy")
    let path = test.path + "/copy"
    #expect(throws: StoreFault.alreadyThere(path: path)) { try store.backUp(to: path) }
    #expect(throws: StoreFault.alreadyThere(path: test.folder.register)) {
      try store.backUp(to: test.folder.register)
    }
    #expect(test.bytes("copy") == [1, 2, 3])
    #expect(throws: StoreFault.self) { try store.backUp(to: test.path + "/no/such/folder") }
    #expect(try store.faults().isEmpty)
  }

  @Test func `a backup of a register with a fault says so`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    try test.tamper("UPDATE entry SET code = 'L' WHERE id = 1")
    let store = try test.folder.open()
    #expect(throws: StoreFault.self) { try store.backUp(to: test.path + "/copy") }
  }

  /// A later program, with one table more.
  private var later: Schema {
    Schema(steps: Schema.current.steps + ["CREATE TABLE later (x TEXT) STRICT"])
  }

  @Test func `an older register is backed up, then brought up to date`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    let store = try SQLiteStore(opening: test.folder, schema: later)
    #expect(try store.faults().isEmpty, "the later tables are there, and nothing was lost")
    #expect(try store.history(of: TestSchool.cem.id, at: nil).count == 1)
    let backup = test.folder.backups + "/before-version-\(later.version).sqlite"
    let copy = try SQLiteStore(at: backup, .current)
    #expect(try copy.faults().isEmpty, "the backup is as the older program left it")
    #expect(throws: StoreFault.self) { try test.folder.open() }
    _ = try SQLiteStore(opening: test.folder, schema: later)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.backups).count == 1)
  }

  @Test func `a migration that fails leaves the register and its backup`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    let broken = Schema(
      steps: Schema.current.steps + ["CREATE TABLE later (x); DROP TABLE entry; nonsense"])
    for _ in 0..<2 {
      #expect(throws: StoreFault.self) { try SQLiteStore(opening: test.folder, schema: broken) }
    }
    #expect(try test.folder.open().faults().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.backups).count == 2)
  }

  @Test func `a redacted note is gone from the file's very bytes`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let text = Array("Bus was late".utf8)
    #expect(contains(test.bytes(), text))
    let late = try store.history(of: TestSchool.cem.id, at: nil)[0].entry
    try store.redactNote(of: late.id, by: TestSchool.office, at: TestSchool.moment(60))
    #expect(!contains(test.bytes(), text))
  }

  @Test func `the change log says what was there before, who changed it and when`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let old = Contact(pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott", phone: "0111")
    let new = Contact(pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott", phone: "0222")
    for contact in [old, new] {
      try store.keep(
        [.contacts(TestSchool.ada.id, [contact])], by: TestSchool.office,
        at: TestSchool.moment(60))
    }
    let queue = try DatabaseQueue(path: test.folder.register)
    let row = try queue.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT what, before, after, login, at FROM change WHERE what LIKE 'contacts%'
          ORDER BY id DESC
          """)
    }
    #expect(row?[0] as String? == "contacts of pupil 1")
    #expect((row?[1] as String?)?.contains("0111") == true)
    #expect((row?[2] as String?)?.contains("0222") == true)
    #expect(row?[3] as String? == "hall")
    #expect(row?[4] as Int64? == TestSchool.moment(60).seconds)
  }

  private func contains(_ bytes: [UInt8], _ text: [UInt8]) -> Bool {
    Data(bytes).range(of: Data(text)) != nil
  }
}
