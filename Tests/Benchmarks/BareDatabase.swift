import Attendance
import GRDBSQLite

/// The rows of a register in plain tables: no checks, no references, no triggers, no seals.
final class BareDatabase {
  private var connection: OpaquePointer?
  private var statements: [OpaquePointer?] = []
  private var submissions: Int64 = 1_000_000
  private var entries: Int64 = 100_000_000

  /// A new database at that path with all the rows of the register, and the register's pragmas.
  init(at path: String, like register: String) throws {
    guard sqlite3_open(path, &connection) == SQLITE_OK else {
      throw Child.Failure(description: "\(path) cannot be made")
    }
    try execute(
      """
      PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
      ATTACH '\(register)' AS register;
      CREATE TABLE submission (id INTEGER PRIMARY KEY, kind, at, login, name, position, observed_by,
        observed_at, group_name, date, half, detail, first_entry, entries, first_line, lines,
        seal);
      CREATE TABLE entry (id INTEGER PRIMARY KEY, submission, pupil, date, half, code, minutes, how,
        basis, replaces, beside, reason, note);
      CREATE TABLE sheet (year, pupil, cells, PRIMARY KEY (year, pupil)) WITHOUT ROWID;
      INSERT INTO submission SELECT * FROM register.submission;
      INSERT INTO entry SELECT * FROM register.entry;
      INSERT INTO sheet SELECT * FROM register.sheet;
      CREATE INDEX entry_of_pupil ON entry (pupil, date, half);
      DETACH register;
      """)
    statements = [
      """
      INSERT INTO submission (id, kind, at, login, name, position, group_name, date, half, detail,
        first_entry, entries, first_line, lines, seal)
      VALUES (?1, 'taken', ?2, ?3, 'T. Tutor', 'Form tutor', ?4, ?5, 1, '', ?6, 30, 1, 0,
        randomblob(32))
      """,
      """
      INSERT INTO entry (id, submission, pupil, date, half, code, how, basis)
      VALUES (?1, ?2, ?3, ?4, 1, ?5, 'marked', 0)
      """,
      "UPDATE sheet SET cells = randomblob(730) WHERE year = ?1 AND pupil = ?2",
      "BEGIN IMMEDIATE", "COMMIT",
    ].map { sql in
      var statement: OpaquePointer?
      sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
      return statement
    }
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close(connection)
  }

  /// Keeps the rows of an act in one transaction.
  func keep(_ act: Act) throws {
    guard let register = act.register else { return }
    submissions += 1
    try step(3, [])
    try step(
      0,
      [
        .number(submissions), .number(act.at.seconds), .text(act.by.login),
        .text(register.group), .number(Int64(register.session.date.daysSince1970)),
        .number(entries + 1),
      ])
    let year = Int64(SchoolYear(of: register.session.date).startYear)
    for mark in act.marks {
      entries += 1
      try step(
        1,
        [
          .number(entries), .number(submissions), .number(mark.pupil.number),
          .number(Int64(mark.session.date.daysSince1970)), .text(mark.code),
        ])
      try step(2, [.number(year), .number(mark.pupil.number)])
    }
    try step(4, [])
  }

  private enum Value {
    case number(Int64)
    case text(String)
  }

  private func step(_ place: Int, _ values: [Value]) throws {
    let statement = statements[place]
    for (index, value) in values.enumerated() {
      switch value {
      case .number(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
      case .text(let text):
        // SQLite copies the text before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(statement, Int32(index + 1), text, -1, copied)
      }
    }
    guard sqlite3_step(statement) == SQLITE_DONE else {
      throw Child.Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
    sqlite3_reset(statement)
  }

  private func execute(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw Child.Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
  }
}
