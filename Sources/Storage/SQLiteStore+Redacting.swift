import Attendance
import GRDB

extension SQLiteStore {
  func redact(note entry: Entry.ID, by person: Person, at: Instant) throws(StoreFault) {
    try writing { db in
      let kept = try Row.fetchOne(
        db, sql: "SELECT text FROM note WHERE entry = ?", arguments: [entry.number])
      guard let kept else { throw StoreFault.refused("entry \(entry.number) has no note") }
      guard try kept.value(0) as String? != nil else { return }
      try db.execute(
        sql: "UPDATE note SET salt = NULL, text = NULL WHERE entry = ?",
        arguments: [entry.number])
      // Neither text may stay behind here, in the log, nor in the file's free space.
      try Self.note(
        db, "note of entry \(entry.number) redacted", before: "", after: "", by: person, at: at)
    }
  }
}
