import Attendance
import GRDB

extension SQLiteStore {
  /// Makes a change to parts of the roll and seals it, in the transaction that it is called in.
  ///
  /// What the change says of itself stands in the change log by then; where it says that nothing was
  /// changed, nothing is sealed. Where it is dated before the change it follows, that is said too.
  static func sealing(
    _ db: Database, _ parts: Set<RollPart>, by person: Person, at: Instant,
    followsClock: Bool = true, _ change: () throws -> Bool
  ) throws {
    let last = try lastSeal(db)
    // Else the seal of this change would cover what somebody had changed in the file before it.
    let altered = try parts.filter { part in
      // A log that has lines and no seal has lost its seals, and what stands is anybody's.
      guard let last else { return try hasLines(db) }
      guard let known = last.content.digests[part] else { return false }
      return try part.digest(db) != known
    }
    guard try change() else { return }
    if followsClock {
      _ = try ClockSetBack.note(db, after: last?.at, "a change of the log", by: person, at: at)
    }
    var digests = last?.content.digests ?? [:]
    for part in RollPart.allCases where parts.contains(part) || digests[part] == nil {
      digests[part] = try part.digest(db)
    }
    let content = RollSeal(digests: digests, altered: Array(altered))
    let previous = last?.seal ?? .none
    var sealer = Sealer(afterRoll: previous)
    var id = last?.id ?? 0
    let log = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(KeptChange.columns) FROM change WHERE id > ? ORDER BY id"),
      arguments: [id])
    while let row = try log.next() {
      let line = try KeptChange(row)
      sealer.add(line)
      id = line.id
    }
    sealer.add(
      KeptChange(
        id: id + 1, at: at, by: person, what: RollSeal.word, before: previous.hex,
        after: content.text))
    try note(
      db, RollSeal.word, before: previous.hex, after: content.line(sealer.seal()), by: person,
      at: at)
  }

  private static func hasLines(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM change)") ?? false
  }

  /// The seal of the last change to the roll, and the number of its line in the change log.
  private static func lastSeal(
    _ db: Database
  ) throws -> (content: RollSeal, seal: Seal, id: Int64, at: Instant)? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, after, at FROM change WHERE what = ? ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement, arguments: [RollSeal.word]) else { return nil }
    guard let line = RollSeal.read(try row.value(1)) else {
      throw StoreFault.damaged("the last seal of the roll cannot be read")
    }
    return (line.content, line.seal, try row.value(0), Instant(seconds: try row.value(2)))
  }
}
