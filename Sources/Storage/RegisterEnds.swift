import GRDB

/// The last numbers of what a register only ever adds to; asking for them is asking whether anything
/// is new.
struct RegisterEnds {
  /// The number of the last submission, or 0.
  let submission: Int64
  /// The number of the last entry, or 0.
  let entry: Int64
  /// The number of the last line of the day book, or 0.
  let line: Int64
  /// The number of the last line of the change log, or 0.
  let change: Int64

  /// The last numbers as the file has them now.
  init(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT (SELECT max(id) FROM submission), (SELECT max(id) FROM entry),
          (SELECT max(id) FROM line), (SELECT max(id) FROM change)
        """)
    let row = try Row.fetchOne(statement)
    submission = try row?.value(0) as Int64? ?? 0
    entry = try row?.value(1) as Int64? ?? 0
    line = try row?.value(2) as Int64? ?? 0
    change = try row?.value(3) as Int64? ?? 0
  }
}
