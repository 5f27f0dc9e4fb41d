import Attendance
import GRDB

extension SQLiteStore {
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    try writing { db in
      // With SQLite's own 2 MB, a year's import would write the pages of its index again and again.
      let isLarge = acts.lazy.map(\.marks.count).reduce(0, +) > 20_000
      if isLarge { try db.execute(sql: "PRAGMA cache_size = -98304") }
      defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -2000") } }
      var desk = try SubmissionDesk(db)
      let receipts = try acts.map { act in try desk.submit(act) }
      try desk.writeSheets()
      return receipts
    }
  }
}
