import Attendance
import Foundation
import GRDB

extension SQLiteStore {
  func refuseOtherDesks() throws(StoreFault) {
    try takeAlone()
    use?.share()
  }

  private func takeAlone() throws(StoreFault) {
    do throws(RestoreRefusal) {
      try use?.takeAlone()
    } catch {
      throw .refused("\(error)")
    }
  }

  func remove(
    _ past: PastRetention, exportedAs digest: String, by person: Person, at: Instant
  ) throws(StoreFault) -> RemovalRecord {
    try takeAlone()
    defer { use?.share() }
    var record: RemovalRecord?
    do {
      try queue.writeWithoutTransaction { db in
        // An entry may be named by another, and SQLite would look through all of them for each one
        // that goes; they are looked at once, at the end.
        try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.exclusive) {
          record = try Self.remove(db, past, digest, by: person, at: at)
          try db.checkForeignKeys()
          return .commit
        }
        remembered = Remembered()
        // What went was overwritten with zeros; that the file grows smaller can wait for room.
        try? db.execute(sql: "VACUUM")
      }
    } catch {
      throw StoreFault(error, path: path)
    }
    guard let record else { throw .busy }
    return record
  }

  /// Removes it in the transaction that it is called in.
  private static func remove(
    _ db: Database, _ past: PastRetention, _ digest: String, by person: Person, at: Instant
  ) throws -> RemovalRecord {
    // Said again here, so that no other part of the program can ask for more.
    guard try Self.past(db, past.period, on: at.date) == past, !past.isEmpty else {
      throw RemovedYears.changed
    }
    let record = RemovalRecord(
      past, after: try removals(db), left: try left(db, of: past.acts), export: digest, by: person,
      at: at)
    let guards = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN
          ('entry_is_never_removed', 'note_is_never_removed', 'line_is_never_removed',
          'words_are_never_removed')
        """)
    for row in guards { try db.execute(sql: "DROP TRIGGER \(row.value(0) as String)") }
    for acts in past.acts { try empty(db, acts) }
    try db.execute(
      sql: "DELETE FROM sheet WHERE year < ?", arguments: [SchoolYear(of: past.cut).startYear])
    for row in guards { try db.execute(sql: row.value(1)) }
    try sealing(db, [], by: person, at: at) {
      try note(db, RemovalRecord.word, before: "", after: record.text, by: person, at: at)
      return true
    }
    return record
  }

  /// Takes everything that these acts wrote away; the acts themselves stay, with their seals.
  private static func empty(_ db: Database, _ acts: ClosedRange<Int64>) throws {
    let bounds = try Row.fetchOne(
      db,
      sql: """
        SELECT a.first_entry, b.first_entry + b.entries, a.first_line, b.first_line + b.lines
        FROM submission a, submission b WHERE a.id = ? AND b.id = ?
        """, arguments: [acts.lowerBound, acts.upperBound])
    guard let bounds else { throw RemovedYears.changed }
    let entries: StatementArguments = [try bounds.value(0) as Int64, try bounds.value(1) as Int64]
    let lines: StatementArguments = [try bounds.value(2) as Int64, try bounds.value(3) as Int64]
    try db.execute(sql: "DELETE FROM note WHERE entry >= ? AND entry < ?", arguments: entries)
    try db.execute(sql: "DELETE FROM entry WHERE id >= ? AND id < ?", arguments: entries)
    try db.execute(sql: "DELETE FROM words WHERE line >= ? AND line < ?", arguments: lines)
    try db.execute(sql: "DELETE FROM line WHERE id >= ? AND id < ?", arguments: lines)
  }

  /// The digest of what will be left of these acts, as the walk along the seals makes it.
  private static func left(_ db: Database, of acts: [ClosedRange<Int64>]) throws -> String {
    var left = EmptiedActs.Left()
    for range in acts {
      var previous =
        try Data.fetchOne(
          db, sql: "SELECT seal FROM submission WHERE id = ?", arguments: [range.lowerBound - 1]
        ).map { Seal(bytes: Array($0)) } ?? .none
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(submissionColumns), s.first_entry, s.entries, s.seal, s.first_line, s.lines
          FROM submission s WHERE s.id BETWEEN ? AND ? ORDER BY s.id
          """, arguments: [range.lowerBound, range.upperBound])
      while let row = try rows.next() {
        let (entries, lines) = (try row.value(13) as Int, try row.value(16) as Int)
        var sealer = Sealer(
          after: previous, try submission(row, from: 0), firstEntry: try row.value(12),
          entries: entries, firstLine: try row.value(15), lines: lines)
        let held = Seal(bytes: Array(try row.value(14) as Data))
        left.add(sealer.seal(), held, entries: entries, lines: lines)
        previous = held
      }
    }
    return left.digest()
  }
}
