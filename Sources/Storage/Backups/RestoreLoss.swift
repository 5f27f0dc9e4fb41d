public import Attendance
import Foundation
import GRDB

/// What a register holds that a copy of it does not: what putting the copy in its place would lose.
public struct RestoreLoss: Hashable, Sendable {
  /// How many submissions.
  public var submissions = 0
  /// How many entries in them.
  public var entries = 0
  /// How many lines of the day book in them.
  public var lines = 0
  /// How many changes to pupils, groups, staff or calendar.
  public var changes = 0
  /// The removals of what was past retention that the copy knows nothing of: what they took out would
  /// be back.
  public var removals: [RemovalRecord] = []
  /// How many texts were taken out for good since the copy was made, which it holds still.
  public var redactions = 0
  /// The last of the submissions: when and by whom.
  public var latest: (at: Instant, by: String)? {
    latestAt.map { ($0, latestBy) }
  }
  /// How many submissions the copy holds that the register does not: it was restored from an older
  /// one meanwhile.
  public var onlyInCopy = 0

  private var latestAt: Instant?
  private var latestBy = ""

  /// Whether nothing would be lost.
  public var isNone: Bool { submissions == 0 && changes == 0 }

  /// Compares a register with a copy; nil for the common part where they share no submission.
  static func compare(
    _ register: SQLiteStore, with copy: SQLiteStore
  ) throws(StoreFault) -> (loss: RestoreLoss, common: Int64) {
    let ours = try Ends(register)
    let theirs = try Ends(copy)
    let common = try commonEnd(min(ours.submission, theirs.submission)) {
      (number) throws(StoreFault) in
      try Self.seal(register, number) == Self.seal(copy, number)
    }
    let change = try commonEnd(min(ours.change, theirs.change)) { (number) throws(StoreFault) in
      try Self.change(register, number) == Self.change(copy, number)
    }
    var loss = RestoreLoss()
    loss.onlyInCopy = Int(theirs.submission - common)
    try register.reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(entries), 0), coalesce(sum(lines), 0)
          FROM submission WHERE id > ?
          """, arguments: [common])
      loss.submissions = try row?.value(0) ?? 0
      loss.entries = try row?.value(1) ?? 0
      loss.lines = try row?.value(2) ?? 0
      loss.changes =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM change WHERE id > ? AND what <> ?",
          arguments: [change, RollSeal.word]) ?? 0
      let undone = try Row.fetchAll(
        db, sql: "SELECT \(KeptChange.columns) FROM change WHERE id > ? AND what = ? ORDER BY id",
        arguments: [change, RemovalRecord.word])
      loss.removals = try undone.compactMap { try RemovalRecord(KeptChange($0)) }
      loss.redactions =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM change WHERE id > ? AND after = ?",
          arguments: [change, Redaction.word]) ?? 0
      let last = try Row.fetchOne(
        db, sql: "SELECT at, name FROM submission WHERE id > ? ORDER BY id DESC LIMIT 1",
        arguments: [common])
      loss.latestAt = try last.map { Instant(seconds: try $0.value(0)) }
      loss.latestBy = try last?.value(1) ?? ""
    }
    return (loss, common)
  }

  private struct Ends {
    let submission: Int64
    let change: Int64

    init(_ store: SQLiteStore) throws(StoreFault) {
      let ends = try store.reading { db in try RegisterEnds(db) }
      submission = max(0, ends.submission)
      change = max(0, ends.change)
    }
  }

  /// The last number up to which both agree: along a chain, nothing agrees after the first that
  /// does not.
  private static func commonEnd(
    _ last: Int64, _ agree: (Int64) throws(StoreFault) -> Bool
  ) throws(StoreFault) -> Int64 {
    var (low, high): (Int64, Int64) = (0, last)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if try agree(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func seal(_ store: SQLiteStore, _ number: Int64) throws(StoreFault) -> Data? {
    try store.reading { db in
      try Data.fetchOne(db, sql: "SELECT seal FROM submission WHERE id = ?", arguments: [number])
    }
  }

  private static func change(_ store: SQLiteStore, _ number: Int64) throws(StoreFault) -> String? {
    try store.reading { db in
      try String.fetchOne(
        db,
        sql: "SELECT at || '|' || login || '|' || what || '|' || after FROM change WHERE id = ?",
        arguments: [number])
    }
  }
}
