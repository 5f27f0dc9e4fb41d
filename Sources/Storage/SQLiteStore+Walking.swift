import Attendance
import Foundation
import GRDB

/// How the file hands its submissions, entries and sheets to the walk.
extension SQLiteStore {
  /// Walks some more submissions; false once there are none.
  static func next(_ db: Database, _ walk: inout ChainWalk, atMost limit: Int) throws -> Bool {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(submissionColumns), s.first_entry, s.entries, s.seal
        FROM submission s WHERE id > ? ORDER BY id LIMIT 500
        """, arguments: [walk.lastSubmission])
    let walked = walk.entries
    for row in rows {
      let link = ChainLink(
        submission: try submission(row, from: 0), firstEntry: try row.value(12),
        entries: try row.value(13), seal: Seal(bytes: Array(try row.value(14) as Data)))
      try walk.walk(link) { add in try entries(db, of: link, add) }
      if walk.entries - walked >= limit { break }
    }
    return !rows.isEmpty
  }

  /// Names what the file holds outside the chain.
  static func finish(_ db: Database, _ walk: inout ChainWalk) throws {
    walk.finish(
      looseSubmissions: try Int64.fetchAll(
        db, sql: "SELECT id FROM submission WHERE id < 1 ORDER BY id LIMIT 20"),
      looseEntries: try Int64.fetchAll(
        db, sql: "SELECT id FROM entry WHERE id > ? OR id < 1 ORDER BY id LIMIT 20",
        arguments: [walk.lastEntry]))
  }

  /// Compares every sheet with its entries, and says how many there were.
  static func compareSheets(_ db: Database, _ walk: inout ChainWalk) throws -> Int {
    let alphabet = try alphabet(db)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT year, pupil, cells FROM sheet ORDER BY year, pupil")
    var count = 0
    while let row = try rows.next() {
      let key = SheetDesk.Key(year: try row.value(0), pupil: try row.value(1))
      let cells = try row.withUnsafeData(atIndex: 2) { Array($0 ?? Data()) }
      walk.compare(key, cells, alphabet)
      count += 1
    }
    walk.missSheets()
    return count
  }

  private static func entries(
    _ db: Database, of link: ChainLink, _ add: (KeptEntry, KeptNote?) -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT e.id, e.submission, e.pupil, e.date, e.half, e.code, e.minutes, e.how, e.basis,
          e.replaces, e.beside, e.reason, e.note, n.entry, n.salt, n.text
        FROM entry e LEFT JOIN note n ON n.entry = e.id
        WHERE e.id BETWEEN ? AND ? ORDER BY e.id
        """)
    let last = link.firstEntry &+ Int64(link.entries) &- 1
    let rows = try Row.fetchCursor(statement, arguments: [link.firstEntry, last])
    while let row = try rows.next() {
      let entry = KeptEntry(
        id: try row.value(0), submission: try row.value(1), pupil: try row.value(2),
        date: try row.value(3), half: try row.value(4), code: try row.value(5),
        minutes: try row.value(6), how: try row.value(7), basis: try row.value(8),
        replaces: try row.value(9), beside: try row.value(10), reason: try row.value(11),
        noteHash: (try row.value(12) as Data?).map { Array($0) })
      guard let noted = try row.value(13) as Int64? else {
        add(entry, nil)
        continue
      }
      let salt = (try row.value(14) as Data?).map { Array($0) }
      add(entry, KeptNote(entry: noted, salt: salt, text: try row.value(15)))
    }
  }
}
