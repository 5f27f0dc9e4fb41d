import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  /// How many entries are walked before the register is let go, so that desks go on submitting.
  private static let slice = 50_000

  func verify(
    against seal: String?, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    var found = Verification()
    do {
      try queue.unsafeRead { db in
        // SQLite's own check of six years takes a third of the time with room to work in.
        try db.execute(sql: "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -131072")
        found.faults += try Self.integrity(db)
      }
    } catch {
      let fault = StoreFault(error, path: folder.register)
      found.faults.append(fault.description)
      return found
    }
    progress(0.4)
    var walk = ChainWalk(lookedFor: seal?.lowercased())
    let total = max(
      1,
      try reading { db in
        try Int.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0
      })
    while try reading({ db in try walk.next(db, atMost: Self.slice) }) {
      progress(0.4 + 0.5 * Double(walk.entries) / Double(total))
    }
    // Whatever was submitted meanwhile is walked in the same moment in which sheets are compared.
    let roll = try roll()
    let calendar = try calendar()
    try reading { db in
      while try walk.next(db, atMost: Self.slice) {}
      try walk.finish(db)
      found.sheets = try walk.compareSheets(db)
    }
    found.faults += walk.faults
    found.notices += walk.marksOffRoll(roll, calendar)
    found.submissions = walk.submissions
    found.entries = walk.entries
    found.headSeal = walk.previous.hex
    progress(1)
    return found
  }

  /// What SQLite itself finds: its pages, its constraints, its references, and our own schema.
  private static func integrity(_ db: Database) throws -> [String] {
    var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      .filter { $0 != "ok" }.map { "SQLite: \($0)" }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
      faults.append(
        "\(row[0] as String) row \((row[1] as Int64?).map(String.init) ?? "?"): it names a row of "
          + "\(row[2] as String) that is not there")
    }
    let model = try DatabaseQueue()
    let expected = try model.write { fresh in
      for step in Schema.steps { try fresh.execute(sql: step) }
      return try objects(fresh)
    }
    let present = try objects(db)
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
    return Dictionary(
      rows.map { ("the \($0[0] as String) '\($0[1] as String)'", $0[2] as String) },
      uniquingKeysWith: { $1 })
  }
}
