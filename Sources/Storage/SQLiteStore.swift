import Attendance
import GRDB
import Glibc

/// A school's register in one SQLite file that many processes share.
///
/// Every write is one transaction, synced before it is acknowledged.
final class SQLiteStore: Store {
  let queue: DatabaseQueue
  /// Where the file is.
  let path: String
  let schema: Schema
  /// The school's folder, where it is the register of one.
  private(set) var folder: SchoolFolder?
  /// For as long as it is open, nobody puts another register in its place.
  private(set) var use: RegisterUse?
  /// What was read before, for as long as the register says nothing new of it.
  var remembered = Remembered()
  /// The transaction that everything is read in, while several readings go together.
  private var moment: Database?
  /// The last numbers of the register, once they were asked for in that transaction.
  private var endsOfMoment: RegisterEnds?

  /// Opens the school's register, bringing it up to date where an older program wrote it.
  ///
  /// Throws a fault where there is no school, or none this program may or can read.
  convenience init(
    opening folder: SchoolFolder, schema: Schema = .current
  ) throws(StoreFault) {
    try folder.check()
    try folder.checkRegister()
    let use = try RegisterUse(of: folder)
    try self.init(at: folder.register, schema)
    (self.folder, self.use) = (folder, use)
    guard let version = try reading({ db in try Self.version(of: db) }), version > 0 else {
      throw .notARegister(path: path)
    }
    guard version <= schema.version else { throw .newerVersion(path: path, version: version) }
    try keepRollbackJournal()
    if version < schema.version { try migrate(in: folder) }
  }

  /// Makes a new, empty register in the folder.
  ///
  /// It is made under another name and takes its own once it is complete, so that a desk killed
  /// while making it leaves no half of one, and nobody opens a file that is not yet a register.
  convenience init(
    creating school: SchoolIdentity, in folder: SchoolFolder, schema: Schema = .current
  ) throws(StoreFault) {
    try folder.make()
    try folder.check()
    let lock = try FileLock(path: folder.lock)
    guard !folder.holdsSchool else { throw .alreadyASchool(path: folder.path) }
    let unfinished = folder.register + ".new"
    for leftOver in [unfinished, unfinished + "-journal"] { unlink(leftOver) }
    try folder.makeRegister(unfinished)
    let store = try SQLiteStore(at: unfinished, schema)
    try store.writing { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try schema.step(db, from: 0)
    }
    try store.keep(school)
    try store.close()
    guard rename(unfinished, folder.register) == 0 else {
      throw SchoolFolder.fault(errno, at: folder.register)
    }
    SchoolFolder.sync(folder.path)
    let use = try RegisterUse(of: folder)
    try self.init(at: folder.register, schema)
    (self.folder, self.use) = (folder, use)
    withExtendedLifetime(lock) {}
  }

  /// Opens whatever file is there, as it is.
  init(at path: String, _ schema: Schema) throws(StoreFault) {
    self.path = path
    self.schema = schema
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration())
    } catch {
      throw StoreFault(error, path: path)
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
    // The values of a statement hold pupils' names: no error and no log has them.
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in
      // EXTRA syncs the folder too, so that a power cut cannot bring a journal back.
      try db.execute(sql: "PRAGMA synchronous = EXTRA")
    }
    return configuration
  }

  /// Sees that the file is kept with a rollback journal, not WAL: SQLite before 3.51.3 can corrupt a
  /// WAL file several processes write.
  ///
  /// Only asked of a file known to be a register: it would change any other.
  func keepRollbackJournal() throws(StoreFault) {
    let mode: String?
    do {
      mode = try queue.writeWithoutTransaction { db in
        try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
    } catch {
      throw StoreFault(error, path: path)
    }
    guard mode == "delete" else { throw .busy }
  }

  /// The version of the file, or nil where it is no register.
  static func version(of db: Database) throws -> Int? {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      return nil
    }
    return try Int.fetchOne(db, sql: "PRAGMA user_version")
  }

  private func migrate(in folder: SchoolFolder) throws(StoreFault) {
    let lock = try FileLock(path: folder.lock)
    // Another desk may have brought it up to date while this one waited for the lock.
    let version = try reading { db in try Self.version(of: db) } ?? 0
    guard version <= schema.version else { throw .newerVersion(path: path, version: version) }
    guard (1..<schema.version).contains(version) else { return }
    try backUp(to: folder.freeBackup("before-version-\(schema.version)"))
    try step(from: version)
    withExtendedLifetime(lock) {}
  }

  /// Takes the steps in one transaction, without foreign keys, which are looked at afterwards: a step
  /// may make a table anew that others name.
  private func step(from version: Int) throws(StoreFault) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.exclusive) {
          try schema.step(db, from: version)
          try db.checkForeignKeys()
          return .commit
        }
      }
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  func close() throws(StoreFault) {
    do {
      try queue.close()
      use = nil
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
    do {
      if let moment { return try body(moment) }
      return try inOneMoment(body)
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  func together<Value>(_ body: () throws -> Value) throws -> Value {
    guard moment == nil else { return try body() }
    do {
      return try inOneMoment { db in
        moment = db
        defer { (moment, endsOfMoment) = (nil, nil) }
        return try body()
      }
    } catch let error as DatabaseError {
      throw StoreFault(error, path: path)
    }
  }

  /// Runs the body in a transaction that only reads.
  ///
  /// Not by way of `queue.read`: that it may only read is a setting of the connection, at every change
  /// of which SQLite prepares each statement anew.
  private func inOneMoment<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.unsafeRead { db in
      var value: Value?
      try db.inTransaction(.deferred) {
        value = try body(db)
        return .commit
      }
      guard let value else { throw StoreFault.busy }
      return value
    }
  }

  /// The last numbers of the register; asked once while readings go together, which see one moment.
  func ends(_ db: Database) throws -> RegisterEnds {
    guard moment != nil else { return try RegisterEnds(db) }
    if let endsOfMoment { return endsOfMoment }
    let ends = try RegisterEnds(db)
    endsOfMoment = ends
    return ends
  }

  /// Runs the body in a transaction that holds the register from its first statement.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
    guard moment == nil else { throw .failed("nothing is kept while readings go together") }
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
      throw StoreFault(error, path: path)
    }
  }

  func dataVersion() throws(StoreFault) -> Int {
    do {
      let ask = { (db: Database) in
        try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      }
      if let moment { return try ask(moment) }
      return try queue.unsafeRead(ask)
    } catch {
      throw StoreFault(error, path: path)
    }
  }
}
