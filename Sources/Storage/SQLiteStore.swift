import Attendance
import GRDB
import Glibc

/// A school's register in one SQLite file that many processes share.
///
/// Every write is one transaction, synced before it is acknowledged.
final class SQLiteStore: Store {
  let queue: DatabaseQueue
  let folder: SchoolFolder

  /// Opens the school's register, bringing it up to date where an older program wrote it.
  ///
  /// Throws a fault where there is no school, or none this program may or can read.
  convenience init(opening folder: SchoolFolder) throws(StoreFault) {
    try folder.check()
    guard folder.holdsSchool else { throw .noSchool(path: folder.path) }
    guard access(folder.register, R_OK | W_OK) == 0 else {
      throw errno == EROFS
        ? .readOnly(path: folder.register) : .noPermission(path: folder.register)
    }
    try self.init(folder)
    let version = try reading { db in try Self.version(of: db) }
    guard let version else { throw .notARegister(path: folder.register) }
    if version > Schema.version {
      throw .newerVersion(path: folder.register, version: version)
    }
    if version < Schema.version { try migrate(from: version) }
  }

  /// Makes a new, empty register in the folder.
  convenience init(
    creating school: SchoolIdentity, in folder: SchoolFolder
  ) throws(StoreFault) {
    try folder.make()
    try folder.check()
    let lock = try FileLock(path: folder.lock)
    guard !folder.holdsSchool else { throw .alreadyASchool(path: folder.path) }
    // SQLite gives its journal the mode of the file, so the file is made first with ours.
    let descriptor = open(folder.register, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw .readOnly(path: folder.register) }
    close(descriptor)
    try self.init(folder)
    try writing { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try Self.step(db, from: 0)
    }
    try keep(school)
    withExtendedLifetime(lock) {}
  }

  private init(_ folder: SchoolFolder) throws(StoreFault) {
    self.folder = folder
    do {
      queue = try DatabaseQueue(path: folder.register, configuration: Self.configuration())
    } catch {
      throw StoreFault(error, path: folder.register)
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    // SQLite's own waiting sleeps up to 100 ms at a time; twenty desks submitting at once then wait
    // half a second. Short random sleeps keep the slowest under 50 ms.
    configuration.busyMode = .callback { tries in
      usleep(UInt32.random(in: 500...2500))
      return tries < 3400
    }
    configuration.prepareDatabase { db in
      // Rollback journal, not WAL: SQLite before 3.51.3 can corrupt a WAL file several processes
      // write. EXTRA syncs the folder too, so that a power cut cannot bring a journal back.
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
    }
    return configuration
  }

  /// The version of the file, or nil where it is no register.
  private static func version(of db: Database) throws -> Int? {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      return nil
    }
    return try Int.fetchOne(db, sql: "PRAGMA user_version")
  }

  private func migrate(from version: Int) throws(StoreFault) {
    let lock = try FileLock(path: folder.lock)
    try backUp(to: folder.backups + "/before-version-\(Schema.version).sqlite")
    try writing { db in
      guard let now = try Self.version(of: db) else { return }
      try Self.step(db, from: now)
    }
    withExtendedLifetime(lock) {}
  }

  private static func step(_ db: Database, from version: Int) throws {
    for step in Schema.steps[version...] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
  }

  /// Copies the register as it stands into a new file.
  func backUp(to path: String) throws(StoreFault) {
    do {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFault(error, path: folder.register)
    }
  }

  /// Runs the body in a transaction that holds the register from its first statement.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw StoreFault.busy }
        return value
      }
    } catch {
      throw StoreFault(error, path: folder.register)
    }
  }

  /// A number that changes when another process has changed the register.
  func dataVersion() throws(StoreFault) -> Int {
    do {
      return try queue.unsafeRead { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw StoreFault(error, path: folder.register)
    }
  }
}

extension StoreFault {
  /// The fault that SQLite's error means to a person.
  init(_ error: any Error, path: String) {
    if let fault = error as? StoreFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed("\(type(of: error))")
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_CANTOPEN: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB: self = .notARegister(path: path)
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "SQLite finds it malformed")
    case .SQLITE_CONSTRAINT: self = .refused(error.message ?? "a constraint")
    default: self = .failed(error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}
