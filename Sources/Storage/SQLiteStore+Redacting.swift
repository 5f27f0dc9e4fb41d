import Attendance
import GRDB

extension SQLiteStore {
  func redactNote(
    of entry: Entry.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    try redact(
      "note", of: "entry", entry.number, Redaction.subject(of: entry.number), Redaction.noNote,
      because: reason, by: person, at: at)
  }

  func redactWords(
    of line: DayLine.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    try redact(
      "words", of: "line", line.number, Redaction.subject(ofLine: line.number), Redaction.noWords,
      because: reason, by: person, at: at)
  }

  private func redact(
    _ table: String, of column: String, _ number: Int64, _ subject: String,
    _ missing: StoreFault, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    try writing { db in
      let kept = try Row.fetchOne(
        db, sql: "SELECT text FROM \(table) WHERE \(column) = ?", arguments: [number])
      guard let kept else { throw missing }
      guard try kept.value(0) as String? != nil else { return }
      // Zeros go where the text stood, or it could still be read out of the file's free space.
      // It stays so: some builds of SQLite begin with it, and are not to be left with less.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(
        sql: "UPDATE \(table) SET salt = NULL, text = NULL WHERE \(column) = ?",
        arguments: [number])
      try Self.sealing(db, [], by: person, at: at) {
        try Self.note(db, subject, before: "", after: Redaction.word, by: person, at: at)
        if !reason.isEmpty {
          let facts = try String.fetchOne(
            db, sql: "SELECT facts FROM line WHERE id = ? AND ? = 'line'",
            arguments: [number, column])
          let why = Redaction.why(
            subject, facts.flatMap(LineReading.nature) ?? .ordinary, reason.withoutNUL)
          try Self.note(db, why, before: "", after: "", by: person, at: at)
        }
        return true
      }
    }
  }
}
