import Attendance
import GRDB

extension SQLiteStore {
  func redactNote(of entry: Entry.ID, by person: Person, at: Instant) throws(StoreFault) {
    try writing { db in
      let note = try Row.fetchOne(
        db, sql: "SELECT text FROM note WHERE entry = ?", arguments: [entry.number])
      guard let note else { throw Redaction.noNote }
      guard try note.value(0) as String? != nil else { return }
      // Zeros go where the text stood, or it could still be read out of the file's free space.
      // It stays so: some builds of SQLite begin with it, and are not to be left with less.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(
        sql: "UPDATE note SET salt = NULL, text = NULL WHERE entry = ?",
        arguments: [entry.number])
      try Self.sealing(db, [], by: person, at: at) {
        try Self.note(
          db, Redaction.subject(of: entry.number), before: "", after: Redaction.word, by: person,
          at: at)
        return true
      }
    }
  }
}

/// How the redaction of a note stands in the change log: who and when, never the text.
enum Redaction {
  static let word = "redacted"
  static let noNote = StoreFault.refused("the entry has no note")

  static func subject(of entry: Int64) -> String { "note of entry \(entry)" }

  static func isLogged(_ db: Database, _ entry: Int64) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE what = ? AND after = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [subject(of: entry), word]) ?? false
  }
}
