import Attendance
import GRDB

extension SQLiteStore {
  /// How many entries are walked before the register is let go, so that desks go on submitting.
  private static let slice = 50_000

  func verify(
    against seal: String?, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    var found = Verification()
    // Damage that ends the one look leaves the other something to tell.
    do {
      found.faults += try integrity()
    } catch {
      try found.add(error)
    }
    progress(0.4)
    do {
      try walk(against: seal, into: &found) { progress(0.4 + 0.6 * $0) }
    } catch {
      try found.add(error)
    }
    progress(1)
    return found
  }

  private func walk(
    against seal: String?, into found: inout Verification, progress: (Double) -> Void
  ) throws(StoreFault) {
    var roll = RollWalk(lookedFor: seal?.lowercased())
    defer {
      found.faults += roll.faults
      found.notices += roll.notices
      found.rollSeal = roll.previous.hex
    }
    try reading { db in try roll.walk(db) }
    var walk = ChainWalk(lookedFor: roll.isFound ? nil : seal?.lowercased())
    // What was found before the walk had to end is told all the same.
    defer {
      found.faults += walk.faults
      found.submissions = walk.submissions
      found.entries = walk.entries
      found.headSeal = walk.previous.hex
    }
    let total = try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0 }
    while try reading({ db in try walk.next(db, atMost: Self.slice) }) {
      progress(0.9 * Double(walk.entries) / Double(max(1, total)))
    }
    let pupils = try self.roll()
    let calendar = try calendar()
    // Whatever was submitted meanwhile is walked in the same moment in which sheets are compared.
    found.sheets = try reading { db in
      while try walk.next(db, atMost: Self.slice) {}
      try walk.finish(db)
      return try walk.compareSheets(db, pupils)
    }
    found.notices += walk.marksOffRoll(pupils, calendar)
  }

  /// What SQLite itself finds: its pages, its constraints, its references, and our own schema.
  private func integrity() throws(StoreFault) -> [String] {
    do {
      return try queue.unsafeRead { db in
        // SQLite's own check of six years takes a third of the time with room to work in.
        try db.execute(sql: "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -131072")
        defer { try? db.execute(sql: "PRAGMA mmap_size = 0; PRAGMA cache_size = -2000") }
        return try pages(db) + Self.references(db) + differences(db)
      }
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  private func pages(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      .filter { $0 != "ok" }.map { "SQLite: \($0)" }
  }

  private static func references(_ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
      let number = (try row.value(1) as Int64?).map(String.init) ?? "?"
      return "\(try row.value(0) as String) row \(number): it names a row of "
        + "\(try row.value(2) as String) that is not there"
    }
  }

  private func differences(_ db: Database) throws -> [String] {
    let model = try DatabaseQueue()
    let expected = try model.write { fresh in
      // A copy taken before a migration is held against the tables of its own version.
      let version = try Self.version(of: db) ?? 0
      try schema.upTo(version).step(fresh, from: 0)
      return try Self.objects(fresh)
    }
    let present = try Self.objects(db)
    var faults: [String] = []
    for (name, sql) in expected.sorted(by: { $0.key < $1.key }) where present[name] != sql {
      faults.append(
        present[name] == nil
          ? "\(name) is missing from the file" : "\(name) is not as this program made it")
    }
    for name in present.keys.sorted() where expected[name] == nil {
      faults.append("\(name) is in the file and was not made by this program")
    }
    return faults
  }

  private static func objects(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    var objects: [String: String] = [:]
    for row in rows {
      objects["the \(try row.value(0) as String) '\(try row.value(1) as String)'"] =
        try row.value(2)
    }
    return objects
  }
}

extension Verification {
  /// Takes in the damage that ended a look at the file; whatever else went wrong is thrown on.
  fileprivate mutating func add(_ fault: StoreFault) throws(StoreFault) {
    switch fault {
    case .damaged, .notARegister, .failed:
      isComplete = false
      if !faults.contains(fault.finding) { faults.append(fault.finding) }
    case .noSchool, .notAFolder, .noPermission, .newerVersion, .networkFileSystem, .alreadyASchool,
      .alreadyThere, .full, .readOnly, .busy, .unknownPupil, .unknownEnrolment, .refused,
      .saidAlready:
      throw fault
    }
  }
}
