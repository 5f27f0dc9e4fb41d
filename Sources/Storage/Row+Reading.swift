import Attendance
import GRDB

/// Columns as the register's own values.
///
/// GRDB's subscript stops the program where a column holds what it should not; a damaged file must
/// be told of in words, so every column is read through here.
extension Row {
  /// What the body makes of every row that is found, one after another.
  ///
  /// A row is read where it stands: copying thousands of them first takes longer than reading them.
  static func each<Value>(
    _ db: Database, _ sql: String, _ body: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db, sql: sql)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try body(row)) }
    return values
  }

  /// The value in the column; throws where the file holds something else there.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: Int
  ) throws -> Value {
    try decode(Value.self, atIndex: column)
  }

  /// The date in the column.
  func date(_ column: Int) throws -> SchoolDate {
    SchoolDate(daysSince1970: try value(column))
  }

  /// The date in the column, or nil where it is empty.
  func optionalDate(_ column: Int) throws -> SchoolDate? {
    (try value(column) as Int32?).map(SchoolDate.init(daysSince1970:))
  }

  /// The half in the column, or nil where it is empty.
  func half(_ column: Int) throws -> HalfDay? {
    (try value(column) as Int?).map { $0 == 0 ? .am : .pm }
  }

  /// The session whose date and half stand in the column and the next.
  func session(_ column: Int) throws -> Session {
    Session(try date(column), try value(column + 1) as Int == 0 ? .am : .pm)
  }

  /// The person whose login, name and position stand in the column and the next two.
  func person(_ column: Int) throws -> Person {
    Person(
      login: try value(column), name: try value(column + 1), position: try value(column + 2))
  }
}
