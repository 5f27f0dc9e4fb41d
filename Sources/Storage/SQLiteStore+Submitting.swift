import Attendance
import GRDB

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    try writing { db in
      // With SQLite's own 2 MB, a year's import would write the pages of its index again and again.
      let isLarge = acts.lazy.map(\.marks.count).reduce(0, +) > 20_000
      if isLarge { try db.execute(sql: "PRAGMA cache_size = -98304") }
      defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -2000") } }
      // Looking for each number costs a year's import a fifth of its time, and the desk that gives
      // the numbers gives none twice; the trigger is back before anybody else can write.
      let guardian = isLarge ? try Self.withoutReplacementTrigger(db) : nil
      var desk = try SubmissionDesk(db)
      let receipts = try acts.map { act in try desk.submit(act) }
      try desk.writeSheets()
      if let guardian { try db.execute(sql: guardian) }
      return receipts
    }
  }

  func submit(_ act: Act, with changes: [RollChange]) throws(StoreFault) -> Receipt {
    try writing { db in
      try Self.keep(db, changes, by: act.by, at: act.at)
      var desk = try SubmissionDesk(db)
      let receipt = try desk.submit(act)
      try desk.writeSheets()
      return receipt
    }
  }

  /// Takes the trigger on replaced entries away, and gives the statement that makes it anew.
  private static func withoutReplacementTrigger(_ db: Database) throws -> String? {
    let name = "entry_is_never_replaced"
    let statement = try String.fetchOne(
      db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
      arguments: [name])
    if statement != nil { try db.execute(sql: "DROP TRIGGER \(name)") }
    return statement
  }
}
