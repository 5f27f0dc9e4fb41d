import Foundation
import GRDB

@testable import Storage

/// A folder of a test's own, gone when the test is.
final class TestFolder: Sendable {
  let path: String
  private let isOwn: Bool
  var folder: SchoolFolder { SchoolFolder(path) }

  init() {
    isOwn = true
    path = FileManager.default.temporaryDirectory.path + "/rollcall-storage-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The folder of another program's test, which clears it away.
  init(_ path: String) {
    isOwn = false
    self.path = path
  }

  deinit {
    guard isOwn else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A school with everybody admitted and one register taken.
  func takenSchool() throws -> any Store {
    let store = try folder.create(TestSchool.identity)
    try store.admitEverybody()
    _ = try store.submit(TestSchool.taken)
    return store
  }

  func bytes(_ name: String = "register.sqlite") -> [UInt8] {
    Array(FileManager.default.contents(atPath: path + "/" + name) ?? Data())
  }

  func write(_ bytes: [UInt8], to name: String = "register.sqlite") {
    _ = FileManager.default.createFile(
      atPath: path + "/" + name, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
  }

  /// Changes the register behind the program's back, as somebody with an SQLite shell could.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.register, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      let made = try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
      // The triggers come back afterwards, so that nothing but the change itself can be noticed.
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
      try db.execute(sql: sql)
      for trigger in made { try db.execute(sql: trigger) }
    }
    try queue.close()
  }
}
