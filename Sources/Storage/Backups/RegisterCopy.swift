import Attendance
import Foundation
import GRDB
import Glibc

/// A copy of a register in a file of its own, that no desk has open.
public struct RegisterCopy: Hashable, Sendable {
  /// Where it is.
  public let path: String

  /// The copy at that path.
  public init(_ path: String) { self.path = path }

  /// Reads the copy back, and walks every seal of it.
  public func verify(progress: (Double) -> Void) throws(StoreFault) -> Verification {
    let store = try SQLiteStore(at: path, .current)
    let found = try store.verify(against: nil, progress: progress)
    try store.close()
    return found
  }

  /// Where its chains of seals end.
  func head() throws(StoreFault) -> BackupHead {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let head = try queue.unsafeRead { db in
        try BackupHead(db, named: path.split(separator: "/").last.map(String.init) ?? path)
      }
      try queue.close()
      return head
    } catch {
      throw StoreFault(error, path: path)
    }
  }
}

/// Where the chains of a register's seals end: what a later register of the school must hold.
struct BackupHead: Hashable {
  /// The name of the file.
  let name: String
  /// The number of the last submission; 0 where there is none.
  let submission: Int64
  /// Its seal.
  let seal: Seal
  /// When it was made.
  let at: Instant?
  /// The seal of the last change to the roll, in hexadecimal.
  let rollSeal: String?
  /// When that was made.
  let rollAt: Instant?

  init(_ db: Database, named name: String) throws {
    self.name = name
    guard let version = try SQLiteStore.version(of: db), version > 0 else {
      throw StoreFault.notARegister(path: name)
    }
    let last = try Row.fetchOne(
      db, sql: "SELECT id, seal, at FROM submission ORDER BY id DESC LIMIT 1")
    submission = try last?.value(0) ?? 0
    seal = try last.map { Seal(bytes: Array(try $0.value(1) as Data)) } ?? .none
    at = try last.map { Instant(seconds: try $0.value(2)) }
    let change = try Row.fetchOne(
      db, sql: "SELECT after, at, id, before FROM change WHERE what = ? ORDER BY id DESC LIMIT 1",
      arguments: [RollSeal.word])
    // A restore killed before the names changed leaves the copy it had prepared: its last change is
    // that restore, which is in no register, and the one before is what the register must hold.
    let isPrepared = try change.map { change in
      try name.hasPrefix(Restoring.kept)
        && String.fetchOne(
          db, sql: "SELECT what FROM change WHERE id = ?",
          arguments: [try change.value(2) as Int64 - 1]) == RestoreRecord.word
    }
    let sealed = try change.flatMap { RollSeal.read(try $0.value(0) as String)?.seal.hex }
    let before = try change.map { try $0.value(3) as String }
    rollSeal = isPrepared ?? false ? (before == Seal.none.hex ? nil : before) : sealed
    rollAt = try change.map { Instant(seconds: try $0.value(1)) }
  }
}
